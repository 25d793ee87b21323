import Glibc
import TestSupport

/// inatty in a pseudo-terminal while random events fall on it.
struct FuzzedProgram {
    /// What went wrong, with the events before it.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// How many events are sent before the program is waited for, at most.
    private static let largestBatch = 200
    /// How many events come at once, at most: as from somebody who holds a key down, or over a slow line.
    private static let largestBurst = 10
    /// How many of the last events a failure names.
    private static let namedEvents = 400

    private let terminal: PseudoTerminal
    private let modesBefore: String
    private var privateModes = PrivateModes()
    private var played: [FuzzEvent] = []
    private var burst: [UInt8] = []

    /// - Parameter terminal: with the program in it, which has just been started.
    init(_ terminal: PseudoTerminal) {
        self.terminal = terminal
        modesBefore = terminal.lineModes
    }

    /// Plays so many events, or fewer if the program is left by one of them (a click on “quit” is one).
    ///
    /// - Returns: how many were played.
    /// - Throws: ``Failure`` when it crashes, hangs, says something or leaves its terminal in disorder.
    mutating func play(_ count: Int, using generator: inout some RandomNumberGenerator) throws -> Int {
        do {
            try terminal.wait(for: "the first rows") { $0.output.contains("41.60218, -93.61240") }
            var isLeft = false
            while played.count < count, !isLeft {
                let size = Int.random(in: 1...Self.largestBatch, using: &generator)
                var left = Int.random(in: 1...Self.largestBurst, using: &generator)
                for _ in 0..<min(size, count - played.count) {
                    try take(.random(using: &generator))
                    left -= 1
                    guard left == 0 else { continue }
                    try sendBurst()
                    left = Int.random(in: 1...Self.largestBurst, using: &generator)
                }
                try sendBurst()
                isLeft = try !answers()
            }
            if !isLeft { try leave() }
            try expectSanity()
            return played.count
        } catch {
            let last = played.suffix(Self.namedEvents).map(\.description).joined(separator: " | ")
            throw Failure(
                description: """
                    \(error)
                    After \(played.count) events; the last of them: \(last)
                    The program: \(terminal.state); on its standard error: \(terminal.errors)
                    \(terminal.output.count) bytes written, the last of them: \
                    \(String(decoding: terminal.output.suffix(300), as: UTF8.self).debugDescription)
                    """
            )
        }
    }

    private mutating func take(_ event: FuzzEvent) throws {
        played.append(event)
        switch event.action {
        case .bytes(let bytes): burst += bytes
        case .size(let columns, let rows):
            try sendBurst()
            terminal.resize(columns: columns, rows: rows)
        }
    }

    private mutating func sendBurst() throws {
        guard !burst.isEmpty else { return }
        try terminal.send(burst)
        burst = []
    }

    /// Waits until the program has nothing left to do, and until it has painted a whole frame, as Ctrl-L asks it to.
    ///
    /// - Returns: false when the program has been left.
    private mutating func answers() throws -> Bool {
        try terminal.wait(for: "the program to take in the events") { $0.isIdle || $0.reap() != nil }
        privateModes.take(terminal.takeOutput())
        try terminal.send(FuzzEvent.endOfBroken)
        try terminal.wait(for: "a whole frame") { terminal in
            terminal.output.contains(DemoTerminal.frame.clear, then: DemoTerminal.frame.end)
                || terminal.reap() != nil
        }
        privateModes.take(terminal.takeOutput())
        return terminal.reap() == nil
    }

    /// Leaves with Ctrl-C, which works everywhere.
    private func leave() throws {
        try terminal.send(FuzzEvent.endOfBroken + [0x03])
        _ = try terminal.waitForEnd()
    }

    private mutating func expectSanity() throws {
        let ending = try terminal.waitForEnd()
        privateModes.take(terminal.takeOutput())
        guard ending == .exited(0) else { throw TestTerminalError("It ended: \(ending).") }
        guard terminal.errors.isEmpty else { throw TestTerminalError("It wrote to standard error.") }
        let disorder =
            privateModes.leftBehind + (terminal.lineModes == modesBefore ? [] : ["the line's modes"])
        guard disorder.isEmpty else {
            throw TestTerminalError("Left behind: \(disorder.joined(separator: ", ")).")
        }
    }
}
