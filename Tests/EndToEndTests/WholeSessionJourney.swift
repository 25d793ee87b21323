import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// One whole session, and then everything that it wrote anywhere.
    @Suite
    struct WholeSessionJourney {
        /// Writes down how a program was called and what it was given, then does what the rest of the script says.
        private static func dumping(_ rest: String) -> String {
            #"{ echo "== $0"; tr '\0' ' ' < /proc/$$/cmdline; echo; tr '\0' '\n' < /proc/$$/environ; } >> "$HOME/children"; "#
                + rest
        }

        /// How inatty was called and what it was given.
        private func process(_ terminal: TestTerminal) async throws -> Data {
            let id = try await terminal.process(named: "inatty")
            return try ["cmdline", "environ"].reduce(into: Data()) { data, name in
                data += try Data(contentsOf: URL(filePath: "/proc/\(id)/\(name)"))
            }
        }

        @Test("Password, secret and tokens are found where they are kept, and nowhere else")
        func everything() async throws {
            // A bus that nobody is at, so that the keyring's program is started and fails.
            let bus = ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"]
            try await Journey.run(environment: bus) { journey in
                let terminal = journey.terminal
                try terminal.install("xdg-open", Self.dumping("exit 0"))
                try terminal.install("secret-tool", Self.dumping("exit 1"))
                try await terminal.record()
                var seen: [String: Data] = [:]

                // A password that is wrong, then the right one.
                let first = try await journey.start("inatty --log log 2> errors")
                try await terminal.wait(for: "paste it here")
                try await terminal.press("C-o")
                try await terminal.wait(for: "Opened \(journey.sandbox.baseURL)/users/api_token")
                let account = Sandbox.account(.observer)
                try await terminal.fillPasswordForm(password: "wrong-" + account.password)
                try await terminal.press("Enter")
                try await terminal.wait(for: "does not accept this user name and password")
                try await terminal.press("C-u")
                try await terminal.type(account.password)
                try await terminal.press("Enter", "Enter", "Enter")
                try await terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                let kept = try #require(try terminal.kept().first)
                let file = try #require(try terminal.tokenFiles().first)
                seen["process"] = try await process(terminal)

                // About, through every screen, and through failures that have much to say.
                try await terminal.press("o")
                try await terminal.wait(for: "Opened \(journey.sandbox.baseURL)/observations/")
                try await terminal.press("Enter")
                try await terminal.wait(for: "Quality grade")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await terminal.press("y", "y")
                try await terminal.wait(for: "Copied the address, the name and the public point.")
                seen["clipboard, an observation"] = Data(try await terminal.clipboard().utf8)
                try await terminal.press("a")
                try await terminal.wait(for: "measured by asking with each")
                try await terminal.press("y")
                try await terminal.wait(for: "Copied, with only the first and last four characters")
                seen["clipboard, the tokens"] = Data(try await terminal.clipboard().utf8)
                try await terminal.press("Escape")
                try await terminal.press("A")
                try await terminal.wait(for: "Wren Halloway")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                journey.sandbox.inject(.railsFailureBehindV1.on("/v", count: nil))
                try await terminal.press("r")
                try await terminal.wait(for: "failed")
                journey.sandbox.clearFaults()
                journey.sandbox.inject(.redirect(to: "http://127.0.0.1:9/elsewhere").on("/v", count: nil))
                try await terminal.press("r")
                try await terminal.wait(for: "Redirects are not followed")
                journey.sandbox.clearFaults()
                try await terminal.press("q")
                try await terminal.waitForPrompt(after: first)

                // Commands, and a second run that signs out.
                for line in [
                    "auth status", "auth list", "observations --id 1", "auth login --with token nonsense",
                ] {
                    _ = try await journey.command("inatty --log log \(line)")
                    seen["output of \(line)"] = Data((journey.output + journey.errors).utf8)
                    _ = try await journey.command("inatty \(line) --log log")
                    seen["output of \(line), logged"] = Data((journey.output + journey.errors).utf8)
                }
                let second = try await journey.start("inatty --log log 2>> errors")
                try await terminal.wait(for: "observer · JWT · proved · file", Orchid.truePoint)
                seen["second process"] = try await process(terminal)
                let whileKept = terminal.files()
                try await terminal.press("A")
                try await terminal.wait(for: "Wren Halloway")
                try await terminal.press("X")
                try await terminal.wait(for: "y signs out")
                try await terminal.press("y")
                try await terminal.wait(for: "The OAuth token was revoked:")
                try await terminal.press("Escape")
                try await terminal.wait(for: "Sign in to see")
                try await terminal.press("C-c")
                try await terminal.waitForPrompt(after: second)

                // What is looked for can be found: all of it stands where it is kept.
                let application = SandboxApplication.working.clientSecret
                let hunt = SecretHunt([
                    "the password": account.password, "the application's secret": application,
                    "the OAuth token": try #require(kept.oauth?.token), "the JWT": try #require(kept.jwt),
                    "the JWT's signature": String(try #require(kept.jwt).suffix(60)),
                ])
                let whereKept = hunt.found(in: try #require(whileKept[file]))
                #expect(
                    whereKept.contains("the OAuth token as it is") && whereKept.contains("the JWT as it is")
                )
                #expect(!whereKept.contains { $0.contains("password") })

                for (name, data) in whileKept where name != file {
                    hunt.expectNothing(in: data, called: name)
                }
                for (name, data) in terminal.files() { hunt.expectNothing(in: data, called: name) }
                for (name, data) in seen { hunt.expectNothing(in: data, called: name) }
                for picture in terminal.history { hunt.expectNothing(in: picture, called: "a screen") }
                hunt.expectNothing(in: try await terminal.scrollback(), called: "what scrolled away")

                // It was all looked at.
                #expect(terminal.recording.contains("proved"))
                let children = terminal.contents(of: "children")
                #expect(children.contains("bin/xdg-open") && children.contains("bin/secret-tool"))
                #expect(children.contains("HOME="))
                let log = terminal.contents(of: "log")
                #expect(try terminal.mode(of: "log") == 0o600)
                for line in [
                    "POST ", "/oauth/token 4", "/oauth/token 200", "/oauth/revoke 200", "/users/me 200",
                    ", JWT",
                ] {
                    #expect(log.contains(line), "\(line)\n\(log)")
                }
                #expect(try terminal.tokenFiles().isEmpty)
            }
        }
    }
}
