import FoundationEssentials
import INaturalistSandbox
import Testing

@testable import INaturalist

/// Tables 1.6 and 2.3 of the reference, met at the sandbox: every row has its own message.
@Suite(.timeLimit(.minutes(5)))
struct SandboxRefusalTests {
    private static func expect(_ row: SandboxRefusal) async throws {
        try await SandboxSession.run { session in
            let error = await #expect(throws: INaturalistError.self) { try await row.call(session) }
            #expect(error == row.error)
            #expect(error?.concerns == row.field)
            let text = error?.description ?? ""
            for word in row.words { #expect(text.contains(word)) }
            #expect(text.hasSuffix(".") && !text.contains("<") && !text.contains("Optional"))
            #expect(session.sandbox.requests.allSatisfy { !$0.hasCookie })
        }
    }

    @Test("Refusals of a password", arguments: SandboxRefusal.passwords)
    func refusesPassword(row: SandboxRefusal) async throws { try await Self.expect(row) }

    @Test("Refusals of a code", arguments: SandboxRefusal.codes)
    func refusesCode(row: SandboxRefusal) async throws { try await Self.expect(row) }

    @Test("Refusals of the token page, of a revocation, and of the API", arguments: SandboxRefusal.tokens)
    func refusesToken(row: SandboxRefusal) async throws { try await Self.expect(row) }

    @Test("No two rows say the same, but where the site itself does")
    func differ() {
        let rows = SandboxRefusal.passwords + SandboxRefusal.codes + SandboxRefusal.tokens
        let texts = Dictionary(grouping: rows, by: \.error.description)
        for (text, rows) in texts {
            #expect(Set(rows.map(\.error)).count == 1, "\(text)")
        }
    }

    @Test("A code is good for ten minutes, and not for a second more")
    func expires() async throws {
        let clock = SandboxClock()
        let configuration = SandboxConfiguration(observationCount: 200, now: { clock.now })
        try await SandboxSession.run(configuration) { session in
            for (seconds, isGood) in [(600, true), (601, false)] {
                let grant = session.codeGrant()
                clock.advance(by: .seconds(seconds))
                if isGood {
                    _ = try await session.client.signIn(grant)
                } else {
                    await #expect(throws: INaturalistError.grantNotAccepted) {
                        try await session.client.signIn(grant)
                    }
                }
            }
        }
    }

    @Test("A browser page where data was due is told as that")
    func tellsPage() async throws {
        try await SandboxSession.run { session in
            session.sandbox.inject(SandboxFault.htmlInsteadOfJSON.on("/"))
            let error = await #expect(throws: INaturalistError.self) {
                try await session.client.jwt(using: session.oauth(.observer))
            }
            #expect(error == .pageInsteadOfData(host: "127.0.0.1:\(session.sandbox.port)"))
            #expect(error?.description.contains("sent a web page where data was due") == true)
        }
    }
}
