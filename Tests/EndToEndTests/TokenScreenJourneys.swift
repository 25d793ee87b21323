import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// The screen that says what each token is and does.
    @Suite
    struct TokenScreenJourneys {
        /// What the API reference (1.7, 3.1 and 4.2) says each identity gets, by the beginning of its row.
        private static let expected = [
            ("/v1/users/me", ["refused (401)", "refused (401)", "@observer"]),
            ("/users/edit.json", ["refused (401)", "@observer", "@observer"]),
            ("/v1/observations/", ["public view", "public view", "3 private keys"]),
            ("/observations/", ["hidden", "3 private keys", "3 private keys"]),
        ]

        /// The cells of the table's rows, by the row's address.
        private func cells(in text: String) -> [(String, [String])] {
            Self.expected.map { address, _ in
                let line = text.split(separator: "\n").first {
                    $0.contains("  \(address)") && $0.contains("  ")
                }
                // After the address, cells are set apart by at least two blanks.
                let cells = (line ?? "").trimmingCharacters(in: .whitespaces).drop { $0 != " " }
                let words = cells.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
                return (address, words.filter { !$0.isEmpty && !"█░".contains($0) })
            }
        }

        @Test("Every token is asked for every address, and the table says what came")
        func measured() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                journey.sandbox.forgetRequests()
                try await terminal.press("a")
                try await terminal.wait(for: "asking with each…")
                let screen = try await terminal.wait(for: "measured by asking with each")
                let found = cells(in: screen.text)
                for (row, expected) in zip(found, Self.expected) {
                    #expect(row.1 == expected.1, "\(row.0)\n\(screen.picture)")
                }
                // It was asked, by each identity, and not made up.
                for path in ["/v1/users/me", "/users/edit.json"] {
                    let asked = Set(journey.requests(to: path).map(\.authorization))
                    #expect(asked == [.none, .oauth, .jwt], "\(path)")
                }
                for text in [
                    "observer (Wren Halloway), user 1234567", "a password, which was not kept", "alg HS512",
                    "user_id 1234567", "oauth_application_id 123", "OAuth token, 43 characters",
                    "write, login",
                    "it never expires", SandboxApplication.working.clientID,
                ] {
                    #expect(screen.shows(text), "\(text) is not there:\n\(screen.picture)")
                }
                try await terminal.press("End")
                try await terminal.wait(for: "To these two addresses and no other", journey.sandbox.baseURL)
                try await terminal.press("Escape")
                try await terminal.wait(for: Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test("y copies it whole, with four characters at each end of a token and no more")
        func copied() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                let kept = try #require(try terminal.kept().first)
                try await terminal.press("a")
                try await terminal.wait(for: "measured by asking with each")
                try await terminal.press("y")
                try await terminal.wait(
                    for: "Copied, with only the first and last four characters of each token."
                )
                let text = try await terminal.clipboard()
                #expect(text.hasPrefix("inatty "))
                #expect(zip(cells(in: text), Self.expected).allSatisfy { $0.1 == $1.1 }, "\(text)")
                #expect(text.contains("To these two addresses and no other, redirects included."))
                for token in kept.tokens {
                    #expect(text.contains("\(token.prefix(4))…\(token.suffix(4))"))
                    for start in 0...(token.count - 9) {
                        let piece = token.dropFirst(start).prefix(9)
                        #expect(!text.contains(piece), "nine characters of a token are in it")
                    }
                }
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
            }
        }

        @Test("The countdown goes on by itself, second by second in the last hour")
        func countdown() async throws {
            try await Journey.run(sandbox: SandboxConfiguration(jwtLifetime: .seconds(1_000))) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await journey.signInByPasting(
                    journey.sandbox.issueJWT(login: "observer", lifetime: .seconds(1_000))
                )
                try await terminal.press("a")
                try await terminal.wait(for: "measured by asking with each")
                func time(_ screen: Screen) -> Int? {
                    screen.line(with: "time left").flatMap { line in
                        line.firstMatch(of: /(\d+) min (\d\d) s/).map {
                            (Int($0.1) ?? 0) * 60 + (Int($0.2) ?? 0)
                        }
                    }
                }
                var last = try #require(time(try await terminal.screen()))
                #expect((900...1_000).contains(last))
                for _ in 0..<3 {
                    let now = try await terminal.wait(for: "another time left") {
                        time($0).map { $0 < last } ?? false
                    }
                    last = try #require(time(now))
                }
                #expect(last >= 900)
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
            }
        }

        @Test("With a pasted JWT alone the column of the OAuth token says that there is none")
        func jwtAlone() async throws {
            try await Journey.run(signedInAs: .observer, columns: 80, rows: 24) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("a")
                let screen = try await terminal.wait(for: "measured by asking with each", "no token")
                #expect(
                    screen.line(with: "  /users/edit.json")?.contains("@observer") == true,
                    "\(screen.picture)"
                )
                #expect(screen.line(with: "kept in")?.contains("nowhere: they end with this program") == true)
                try await terminal.press("Escape")
                try await terminal.wait(for: Orchid.truePoint)
                try await journey.leave(number)
            }
        }
    }
}
