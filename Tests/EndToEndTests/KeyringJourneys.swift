import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Tokens in a real keyring: gnome-keyring on a bus of its own.
    @Suite(
        .enabled(if: PrivateKeyring.isInstalled, "gnome-keyring, dbus and libsecret-tools are not installed")
    )
    struct KeyringJourneys {
        @Test("Tokens go into the keyring, are found there at the next start, and are gone after signing out")
        func keptAndGone() async throws {
            try await PrivateKeyring.use { keyring in
                try await Journey.run(environment: keyring.environment) { journey in
                    let terminal = journey.terminal
                    // What is asked of the keyring is written down, then done.
                    try terminal.install(
                        "secret-tool",
                        """
                        { tr '\\0' ' ' < /proc/$$/cmdline; echo; tr '\\0' '\\n' < /proc/$$/environ; } >> "$HOME/asked"
                        exec /usr/bin/secret-tool "$@"
                        """
                    )
                    let first = try await journey.start()
                    try await terminal.wait(for: "(•) in the keyring  ( ) not at all")
                    try await journey.signInWithPassword()
                    try await terminal.wait(for: "observer · JWT · proved · keyring · 23 h")
                    #expect(try terminal.tokenFiles().isEmpty)
                    try await journey.leave(first)
                    #expect(journey.sandbox.issuedTokens(login: "observer") == 1)
                    let items = try await keyring.items(of: "inatty")
                    #expect(items.contains("eyJ") && items.contains("1234567"))

                    let second = try await journey.startProved()
                    try await terminal.wait(for: "observer · JWT · proved · keyring · 23 h")
                    try await journey.leave(second)
                    #expect(try await journey.command("inatty auth list") == 0)
                    #expect(journey.output.contains("▸ observer (Wren Halloway)  keyring  Password"))
                    #expect(try await journey.command("inatty auth token --type oauth") == 0)
                    let token = journey.output.trimmingCharacters(in: .newlines)
                    #expect(journey.sandbox.isAlive(token))
                    #expect(items.contains(token))

                    let third = try await journey.startProved()
                    try await terminal.press("A")
                    try await terminal.wait(for: "Wren Halloway", "keyring", "JWT 23 h")
                    try await terminal.press("X")
                    try await terminal.wait(for: "What is kept in the keyring is deleted.")
                    try await terminal.press("y")
                    try await terminal.wait(for: "What was kept of observer was deleted from the keyring.")
                    try await terminal.press("Escape")
                    try await terminal.wait(for: "Sign in to see")
                    try await terminal.press("C-c")
                    try await terminal.expectSane(after: third, exitCode: 0)
                    #expect(!journey.sandbox.isAlive(token))
                    #expect(try await !keyring.items(of: "inatty").contains("eyJ"))

                    let asked = terminal.contents(of: "asked")
                    #expect(asked.contains("store") && asked.contains("lookup") && asked.contains("clear"))
                    let jwt = try #require(items.firstMatch(of: /eyJ[\w-]+\.[\w-]+\.[\w-]+/)?.0)
                    let application = SandboxApplication.working.clientSecret
                    SecretHunt(["the OAuth token": token, "the JWT": String(jwt), "the secret": application])
                        .expectNothing(in: asked, called: "what secret-tool was called with")
                }
            }
        }

        @Test("Two accounts in one keyring, each with its own tokens")
        func twoAccounts() async throws {
            try await PrivateKeyring.use { keyring in
                try await Journey.run(environment: keyring.environment) { journey in
                    for login in ["observer", "curator"] {
                        let token = journey.sandbox.issueJWT(login: login)
                        try token.write(to: journey.terminal.file("token"), atomically: true, encoding: .utf8)
                        #expect(try await journey.command("inatty auth login - < token") == 0)
                        #expect(journey.output.contains("Kept in the desktop's keyring (Secret Service)."))
                    }
                    for login in ["observer", "curator"] {
                        #expect(try await journey.command("inatty auth token --account \(login)") == 0)
                        let claims = try #require(journey.output.split(separator: ".").dropFirst().first)
                        #expect(Sandbox.decoded(claims).contains("\(Sandbox.account(login).userID)"))
                    }
                    try FileManager.default.removeItem(at: journey.terminal.file("output"))
                }
            }
        }

        @Test("A bus without a keyring on it, or a secret-tool that fails, leads to a file, and that is said")
        func noKeyring() async throws {
            let address = ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"]
            try await Journey.run(environment: address) { journey in
                let terminal = journey.terminal
                let number = try await journey.start()
                try await terminal.wait(
                    for: "(•) in a file",
                    "No keyring answers here, so in \(terminal.file("inatty").path)"
                )
                try await journey.signInByPasting(journey.sandbox.issueJWT(login: "observer"))
                try await terminal.wait(for: "observer · JWT · proved · file")
                #expect(try terminal.kept().count == 1)
                try await journey.leave(number)
            }
        }

        @Test("A keyring that takes nothing is told, and a file keeps the tokens")
        func refusing() async throws {
            let address = ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"]
            try await Journey.run(environment: address) { journey in
                let terminal = journey.terminal
                try terminal.install(
                    "secret-tool",
                    #"case "$1" in search) exit 0;; *) echo "secret-tool: Cannot create an item in a locked collection" >&2; exit 1;; esac"#
                )
                let number = try await journey.start()
                try await terminal.wait(for: "(•) in the keyring")
                try await journey.signInByPasting(journey.sandbox.issueJWT(login: "observer"))
                let table = try await terminal.wait(for: "observer · JWT · proved · file")
                #expect(table.shows("The keyring failed for the tokens of observer"), "\(table.picture)")
                #expect(try terminal.kept().count == 1)
                try await journey.leave(number)
            }
        }
    }
}

extension Sandbox {
    /// The account of a login.
    static func account(_ login: String) -> SandboxAccount {
        accounts.first { $0.login == login } ?? account(.observer)
    }

    /// The text of a JWT's part.
    static func decoded(_ part: Substring) -> String {
        let base64 = String(part).replacing("-", with: "+").replacing("_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return Data(base64Encoded: padded).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
