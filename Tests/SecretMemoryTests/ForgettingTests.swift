import MemoryScan
import SecretMemory
import Testing

/// Passwords under 16 bytes matter most: a `String` of one would lie inside whatever holds it, where nothing could be
/// freed. Each test searches a process of its own, whose memory no other test moves about.
@Suite("What is left in memory")
struct ForgettingTests {
    @Test("The search finds what is there: a secret, a short and a long String", arguments: [12, 40])
    func control(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try #expect(MemoryScan.findings(of: needle).isEmpty)
            let secret = needle.secret
            try #expect(MemoryScan.findings(of: needle).count == 1)
            let texts = [secret.exposed]
            try #expect(MemoryScan.findings(of: needle).count >= 2)
            withExtendedLifetime((secret, texts)) {}
        }
    }

    @Test("A secret that was let go is nowhere", arguments: [12, 40, 5_000])
    func released(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try Self.use(needle.secret) { _ in try #expect(MemoryScan.findings(of: needle).count == 1) }
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    @Test("Nor is one that was cut together and apart, compared, hashed and counted", arguments: [12, 40])
    func edited(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try Self.use(SecretBytes("<>").replacing(1..<1, with: needle.secret)) { framed in
                let whole = framed.replacing(0..<1).replacing(length..<length + 1)
                #expect(whole == needle.secret)
                #expect(Set([whole, needle.secret]).count == 1)
                #expect(whole.boundaries.count == length + 1)
                #expect("\(whole)".contains("secret"))
            }
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    @Test("Nor what a builder outgrew on its way", arguments: [12, 40, 5_000])
    func built(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try Self.build(needle)
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    @Test("Nor what somebody wrote before failing")
    func failed() async {
        await #expect(processExitsWith: .success) {
            struct Failure: Error {}
            let needle = Needle(length: 40)
            #expect(throws: Failure.self) {
                _ = try SecretBytes(capacity: 64) { memory in
                    needle.secret.withBytes { memory.copyMemory(from: $0) }
                    throw Failure()
                }
            }
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    /// Apart, so that what it was given is let go when it returns.
    private static func use(_ secret: SecretBytes, _ body: (SecretBytes) throws -> Void) throws {
        try body(secret)
        withExtendedLifetime(secret) {}
    }

    private static func build(_ needle: Needle) throws {
        var builder = SecretBuilder(capacity: 1)
        for index in 0..<needle.count { builder.append(needle.byte(index)) }
        // It goes on growing with the whole secret in it.
        for _ in 0..<needle.count { builder.append(UInt8(ascii: "-")) }
        try #expect(MemoryScan.findings(of: needle).count == 1)
        #expect(builder.secret.count == 2 * needle.count)
    }
}
