import Foundation
import GRDB
import INaturalist
import ObservationStore
import Subprocess
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct RequestLedgerFileTests {
    @Test("The file and its folders are for their owner alone, and are made with the first request")
    func isPrivate() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        #expect(ledger.usage(at: LedgerFolder.noon)?.day == 0)
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
        #expect(try folder.mode("") == 0o700)
        #expect(try folder.mode("/requests.sqlite") == 0o600)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.state) {
            #expect(try folder.mode("/\(name)") == 0o600)
        }
    }

    @Test("Sixty start within a minute; the next one may when the first is a minute old")
    func keepsTheMinute() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        for second in 0..<60 {
            #expect(try ledger.start(at: LedgerFolder.noon + Double(second) / 2) == nil)
        }
        #expect(try ledger.start(at: LedgerFolder.noon + 30) == LedgerFolder.noon + 60)
        #expect(try ledger.start(at: LedgerFolder.noon + 59.999) == LedgerFolder.noon + 60)
        #expect(try ledger.start(at: LedgerFolder.noon + 60) == nil)
        #expect(try ledger.start(at: LedgerFolder.noon + 60.1) == LedgerFolder.noon + 60.5)
        let usage = ledger.usage(at: LedgerFolder.noon + 60.1)
        #expect(usage == RequestUsage(minute: 60, day: 61, of: .iNaturalist))
    }

    @Test("Ten thousand start within a day, and what is older is deleted")
    func keepsTheDay() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        _ = ledger.usage(at: LedgerFolder.noon)
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
        // The other 9,999 as another process would have written them, eight seconds apart.
        try folder.write { database in
            for number in 1..<10_000 {
                try database.execute(
                    sql: "INSERT INTO request VALUES (?, ?)",
                    arguments: [folder.microseconds(LedgerFolder.noon + Double(number) * 8), folder.host]
                )
            }
        }
        let evening = LedgerFolder.noon + 80_000
        #expect(ledger.usage(at: evening)?.description == "7/60 this minute · 10,000/10,000 today")
        #expect(try ledger.start(at: evening) == LedgerFolder.noon + 86_400)
        #expect(try ledger.start(at: LedgerFolder.noon + 86_400) == nil)
        #expect(try folder.rows() == 10_000)
        #expect(try ledger.start(at: LedgerFolder.noon + 172_800) == nil)
        // The one of the day before is exactly a day old.
        #expect(try folder.rows() == 1)
    }

    @Test("Every host has a budget of its own in the same file")
    func countsByHost() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let (one, other) = (folder.ledger(), folder.ledger(host: "api.example.org"))
        for _ in 0..<60 { #expect(try one.start(at: LedgerFolder.noon) == nil) }
        #expect(try one.start(at: LedgerFolder.noon) != nil)
        #expect(try other.start(at: LedgerFolder.noon) == nil)
        #expect(other.usage(at: LedgerFolder.noon)?.minute == 1)
    }

    @Test("A clock that is set back neither opens the gate nor closes it for longer than a minute")
    func survivesClocks() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        for second in 0..<60 {
            #expect(try ledger.start(at: LedgerFolder.noon + 86_400 * 400 + Double(second)) == nil)
        }
        // As if the last had started this moment: the first of them then is 59 seconds old.
        #expect(try ledger.start(at: LedgerFolder.noon) == LedgerFolder.noon + 1)
        #expect(try ledger.start(at: LedgerFolder.noon + 1) == nil)
        #expect(ledger.usage(at: LedgerFolder.noon + 1)?.minute == 60)
    }

    @Test("Two clocks that are a moment apart count in one row")
    func survivesSkew() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        #expect(try ledger.start(at: LedgerFolder.noon + 0.5) == nil)
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
        #expect(
            try folder.starts()
                == [LedgerFolder.noon + 0.5, LedgerFolder.noon + 0.5].map(folder.microseconds)
        )
    }

    @Test(
        "A file that is damaged, newer or no file is told of, and stays as it is",
        arguments: LedgerFolder.Damage.allCases
    )
    func tellsOfDamage(damage: LedgerFolder.Damage) throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        try folder.put(damage)
        let before = try folder.bytes()
        let ledger = folder.ledger()
        let error = #expect(throws: RequestLedgerError.self) { try ledger.start(at: LedgerFolder.noon) }
        #expect(error?.path == folder.path)
        #expect(error?.description.contains(damage.words) == true, "\(error?.description ?? "")")
        #expect(try folder.bytes() == before)
        folder.heal()
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
    }

    @Test("Another program that holds the file for longer than a second is told of, and no longer waited for")
    func doesNotWaitForEver() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
        try folder.write { _ in
            let error = #expect(throws: RequestLedgerError.self) {
                try ledger.start(at: LedgerFolder.noon)
            }
            #expect(error?.reason == "another program holds it")
        }
        #expect(try ledger.start(at: LedgerFolder.noon) == nil)
    }

    @Test("Many that make a new file at once are all counted")
    func isMadeByMany() throws {
        for _ in 0..<20 {
            let folder = try LedgerFolder()
            defer { folder.remove() }
            let refused = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { _ in
                do {
                    let room = try RequestLedgerFile(path: folder.path, host: "a").start(at: .now)
                    if room != nil { refused.withLock { $0.append("no room") } }
                } catch {
                    refused.withLock { $0.append("\(error)") }
                }
            }
            #expect(refused.withLock { $0 } == [])
            #expect(RequestLedgerFile(path: folder.path, host: "a").usage(at: .now)?.minute == 8)
        }
    }

    @Test("Four processes and this one together start no more than sixty in a minute")
    func isSharedByProcesses() async throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let ledger = folder.ledger()
        let now = Date.now
        #expect(try ledger.start(at: now) == nil)
        async let others = withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await folder.startInPython(tries: 40, at: now) } }
            return try await group.reduce(0, +)
        }
        var own = 1
        for _ in 0..<40 where try ledger.start(at: now) == nil { own += 1 }
        let total = try await others + own
        #expect(total == 60)
        #expect(try folder.rows() == 60)
    }

    @Test(
        "The file lies where the environment says",
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/inatty/requests.sqlite"),
            (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/inatty/requests.sqlite"),
            (["HOME": "/h"], "/h/.local/state/inatty/requests.sqlite"),
            (["HOME": "h"], nil),
            ([:], nil),
        ] as [([String: String], String?)]
    )
    func findsItsPlace(environment: [String: String], path: String?) {
        #expect(RequestLedgerFile.path(environment: environment) == path)
    }
}
