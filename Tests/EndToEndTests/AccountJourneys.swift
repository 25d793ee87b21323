import Foundation
import INaturalistSandbox
import TestBrowser
import TestSupport
import Testing

extension EndToEnd {
    /// Two people who share a terminal, in turn.
    @Suite
    struct AccountJourneys {
        /// Keeps OAuth tokens and JWTs of the observer and of the curator; the curator comes last and is current.
        ///
        /// - Returns: what is kept, the observer's first.
        private func signInBoth(_ journey: Journey) async throws -> (observer: Kept, curator: Kept) {
            for role in [SandboxAccount.Role.observer, .curator] {
                let account = Sandbox.account(role)
                for (name, value) in account.environment { try await journey.export(name, value) }
                #expect(
                    try await journey.command("inatty auth login --with password") == 0,
                    "\(journey.errors)"
                )
                for name in account.environment.keys { try await journey.export(name, "") }
            }
            let kept = try journey.terminal.kept()
            #expect(kept.map(\.user) == [1_234_567, 3_456_789])
            return try (#require(kept.first), #require(kept.last))
        }

        /// Expects that every screen from a point on is one person's alone.
        private func expectOnly(
            _ login: String,
            on pictures: ArraySlice<String>,
            sourceLocation: SourceLocation = #_sourceLocation
        ) {
            let other = login == "observer" ? "curator" : "observer"
            for picture in pictures {
                #expect(!picture.contains(other), "\(picture)", sourceLocation: sourceLocation)
                // The observer's newest: the curator has no right to its true place, and does not own it.
                if login == "curator" {
                    #expect(!picture.contains(Orchid.truePoint), "\(picture)", sourceLocation: sourceLocation)
                    #expect(!picture.contains(Orchid.name), "\(picture)", sourceLocation: sourceLocation)
                }
            }
        }

        @Test("Switching on the command line changes token, rows and name together, and back")
        func switching() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let (observer, curator) = try await signInBoth(journey)
                #expect(observer.jwt != curator.jwt && observer.oauth?.token != curator.oauth?.token)
                for (login, kept) in [("observer", observer), ("curator", curator), ("observer", observer)] {
                    #expect(try await journey.command("inatty auth switch \(login)") == 0)
                    #expect(journey.output == "From now on inatty speaks for \(login).\n")
                    #expect(try await journey.command("inatty auth token") == 0)
                    #expect(journey.output == (kept.jwt ?? "") + "\n")
                    #expect(try await journey.command("inatty auth token --type oauth") == 0)
                    #expect(journey.output == (kept.oauth?.token ?? "") + "\n")
                    try FileManager.default.removeItem(at: terminal.file("output"))
                    let clear = try await terminal.start("clear")
                    try await terminal.waitForPrompt(after: clear)
                    let seen = terminal.history.count
                    let number = try await journey.start()
                    try await terminal.wait(for: "\(login) · JWT · proved · file", " Taxon ", " of ")
                    _ = try await terminal.settled()
                    try await journey.leave(number)
                    expectOnly(login, on: terminal.history.dropFirst(seen))
                }
                #expect(try await journey.command("inatty auth switch nobody-here") == 77)
                #expect(journey.errors.contains("Nothing is kept of nobody-here."))
            }
        }

        @Test("--account uses another account for one command, and the current one stays")
        func option() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let (observer, curator) = try await signInBoth(journey)
                for (option, kept) in [
                    (" --account observer", observer), ("", curator), (" --account OBSERVER", observer),
                    (" --account curator", curator), ("", curator),
                ] {
                    #expect(try await journey.command("inatty auth token\(option)") == 0, "\(journey.errors)")
                    #expect(journey.output == (kept.jwt ?? "") + "\n", "\(option)")
                }
                try FileManager.default.removeItem(at: terminal.file("output"))
                #expect(try await journey.command("inatty auth token --account stranger") == 77)
                let clear = try await terminal.start("clear")
                try await terminal.waitForPrompt(after: clear)
                let number = try await journey.start("inatty --account observer")
                try await terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                try await journey.leave(number)
            }
        }

        @Test(
            "The same address asked by one and then the other gives each their own answer, caches as they are"
        )
        func caches() async throws {
            try await Journey.run { journey in
                _ = try await signInBoth(journey)
                let id = try await journey.sandbox.newestID()
                for round in 0..<2 {
                    for (login, access) in [("observer", "granted"), ("curator", "withheld")] {
                        let line = "inatty observations --json --id \(id) --account \(login)"
                        #expect(try await journey.command(line) == 0, "\(journey.errors)")
                        #expect(
                            journey.output.contains("\"login\" : \"\(login)\""),
                            "round \(round): \(journey.output)"
                        )
                        #expect(
                            journey.output.contains("\"access\" : \"\(access)\""),
                            "round \(round): \(journey.output)"
                        )
                        #expect(journey.output.contains("41.60218") == (login == "observer"))
                    }
                }
                let asked = journey.sandbox.requests.filter {
                    $0.path.hasSuffix("/observations") && $0.authorization == .jwt
                }
                #expect(asked.count >= 4)
                #expect(
                    Set(asked.map(\.query)).count == asked.count,
                    "no address is asked for twice, for a cache's sake"
                )
            }
        }

        @Test("The picker goes on as another, with nothing of the first one left on the screen")
        func picker() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                _ = try await signInBoth(journey)
                let number = try await journey.start()
                try await terminal.wait(for: "curator · JWT · proved · file", " Taxon ")
                try await terminal.press("A")
                let accounts = try await terminal.wait(for: "Wren Halloway", "Curtis Lindqvist")
                #expect(accounts.line(with: "Curtis Lindqvist")?.contains("▸ curator") == true)
                try await terminal.press("k")
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                #expect(try await !terminal.settled().shows("curator"))
                try await terminal.press("a")
                let tokens = try await terminal.wait(
                    for: "observer (Wren Halloway), user 1234567",
                    "Which token where"
                )
                #expect(!tokens.shows("3456789"))
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")

                journey.sandbox.forgetRequests()
                try await terminal.press("A")
                try await terminal.wait(for: "▸ observer", "Curtis Lindqvist")
                try await terminal.press("j")
                try await terminal.press("Enter")
                try await terminal.wait(for: "curator · JWT · proved · file", " Taxon ")
                let seen = terminal.history.count
                let back = try await terminal.settled()
                #expect(!back.shows(Orchid.truePoint) && !back.shows("observer"), "\(back.picture)")
                try await journey.leave(number)
                expectOnly("curator", on: terminal.history.dropFirst(seen))
                // The choice lasts.
                #expect(try await journey.command("inatty auth list") == 0)
                #expect(journey.output.contains("▸ curator") && journey.output.contains("  observer"))
            }
        }

        @Test("The list names every account and where it is kept, the current one marked, and no token")
        func list() async throws {
            try await Journey.run { journey in
                #expect(try await journey.command("inatty auth list") == 0)
                #expect(journey.output.isEmpty && journey.errors.contains("Sign in with inatty auth login."))
                let (observer, curator) = try await signInBoth(journey)
                journey.sandbox.forgetRequests()
                #expect(try await journey.command("inatty auth list") == 0)
                let lines = journey.output.split(separator: "\n")
                #expect(lines.count == 2)
                #expect(
                    lines.first?.hasPrefix("  observer (Wren Halloway)  file  Password  JWT until ") == true
                )
                #expect(
                    lines.last?.hasPrefix("▸ curator (Curtis Lindqvist)  file  Password  JWT until ") == true
                )
                for token in observer.tokens + curator.tokens {
                    expectNoSecret(in: journey.output, also: token)
                }
                #expect(journey.sandbox.requests.isEmpty, "listing asks no server")
            }
        }

        @Test(
            "Signing out on the command line ends the token at the site, deletes it, and says what lives on"
        )
        func logout() async throws {
            try await Journey.run { journey in
                let (observer, curator) = try await signInBoth(journey)
                let oauth = try #require(curator.oauth?.token)
                #expect(journey.sandbox.isAlive(oauth))
                #expect(try await journey.command("inatty auth logout") == 0, "nobody can end the JWT")
                #expect(
                    journey.output.contains(
                        "The OAuth token was revoked: \(journey.sandbox.baseURL) does not honour"
                    )
                )
                #expect(
                    journey.output.contains(
                        "The JWT cannot be revoked by anybody: whoever has a copy can use it until 2"
                    )
                )
                #expect(journey.output.contains("What was kept of curator was deleted from the file."))
                #expect(!journey.sandbox.isAlive(oauth))
                #expect(journey.sandbox.issuedTokens(login: "curator") == 0)
                #expect(try journey.terminal.kept().map(\.user) == [1_234_567])
                #expect(observer.tokens.allSatisfy(journey.sandbox.isAlive), "the other account is as it was")

                // Nobody is taken up instead of who signed out.
                #expect(try await journey.command("inatty auth token") == 77)
                #expect(journey.errors.contains("Kept are: observer. Choose with inatty auth switch LOGIN."))
                #expect(try await journey.command("inatty auth logout observer") == 0)
                #expect(try await journey.command("inatty auth status") == 77)
                #expect(journey.errors.contains("no account is kept here"))
                #expect(journey.sandbox.issuedTokens(login: "observer") == 0)
                #expect(try await journey.command("inatty auth logout") == 77)
            }
        }

        @Test(
            "Signing out on the screen says before what it does and after what it did, and leads to the login screen"
        )
        func signOutOnScreen() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.startKeeping()
                let kept = try #require(try terminal.kept().first)
                try await terminal.press("a")
                try await terminal.wait(for: "Which token where")
                try await terminal.press("X")
                try await terminal.wait(for: "Sign out observer", "The OAuth token", "y signs out")
                try await terminal.press("Escape")
                try await terminal.wait(for: "Which token where")
                #expect(kept.tokens.allSatisfy(journey.sandbox.isAlive), "asked, not done")
                try await terminal.press("X")
                try await terminal.wait(for: "y signs out")
                try await terminal.press("y")
                try await terminal.wait(
                    for: "The OAuth token was revoked:",
                    "The JWT cannot be revoked by anybody"
                )
                #expect(!journey.sandbox.isAlive(kept.tokens[0]))
                try await terminal.press("Escape")
                let login = try await terminal.wait(for: "Sign in to see", "not signed in")
                #expect(!login.shows("observer"))
                try await terminal.press("C-c")
                try await terminal.expectSane(after: number, exitCode: 0)
                #expect(try terminal.tokenFiles().isEmpty)
            }
        }

        @Test("Without a server signing out still deletes what is kept, and says what could not be done")
        func logoutWithoutServer() async throws {
            try await Journey.run { journey in
                let (_, curator) = try await signInBoth(journey)
                journey.sandbox.inject(.maintenance().on("/oauth/revoke", count: nil))
                #expect(try await journey.command("inatty auth logout") == 75)
                #expect(journey.output.contains("The OAuth token could not be revoked."))
                #expect(
                    journey.output.contains(
                        "It stays valid until you revoke it at \(journey.sandbox.baseURL)/oauth/authorized_applications."
                    )
                )
                #expect(try journey.terminal.kept().map(\.user) == [1_234_567])
                #expect(journey.sandbox.isAlive(try #require(curator.oauth?.token)))
            }
        }
    }
}

extension Sandbox {
    /// The id of the newest observation, which is the observer's.
    func newestID() async throws -> Int {
        let page = try await Browser(baseURL: baseURL).get(
            "/v1/observations?order_by=id&order=desc&per_page=1"
        )
        let answer = try JSONSerialization.jsonObject(with: page.body) as? [String: Any]
        let rows = answer?["results"] as? [[String: Any]]
        return try #require(rows?.first?["id"] as? Int)
    }
}
