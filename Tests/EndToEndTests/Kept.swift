import Foundation
import INaturalistSandbox
import TestSupport
import Testing

/// What is kept of one account in a file, as anybody reads it who may.
struct Kept: Decodable, Sendable {
    struct OAuth: Decodable, Sendable {
        let token: String
    }

    let user: Int
    let way: String
    let oauth: OAuth?
    let jwt: String?

    /// Both tokens, as far as they are there.
    var tokens: [String] { [oauth?.token, jwt].compactMap(\.self) }
}

extension TestTerminal {
    /// The folder of what inatty keeps.
    static let stateFolder = "inatty"

    /// The files in which tokens are kept, by their paths in the private folder.
    func tokenFiles() throws -> [String] {
        let tokens = Self.stateFolder + "/tokens"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: file(tokens).path)) ?? []
        // Beside them there may be one that is just being written.
        return names.filter { $0.hasSuffix(".json") }.sorted().map { tokens + "/" + $0 }
    }

    /// What is kept in files, in the order of the accounts' numbers.
    func kept() throws -> [Kept] {
        try tokenFiles().map { try JSONDecoder().decode(Kept.self, from: Data(contentsOf: file($0))) }
    }

    /// The permission bits of a file or folder in the private folder.
    func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file(path).path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// Waits until a question about files or requests is answered with something.
    ///
    /// - Parameter what: what is waited for, for the report.
    @discardableResult
    func waitUntil<Answer>(
        _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ answer: () throws -> Answer?
    ) async throws -> Answer {
        var found: Answer?
        try await wait(for: what, sourceLocation: sourceLocation) { _ in
            found = try answer()
            return found != nil
        }
        return try #require(found, sourceLocation: sourceLocation)
    }
}

extension Journey {
    /// Signs in with a password on the login screen, which is there, and waits for the table.
    func signInWithPassword(as role: SandboxAccount.Role = .observer) async throws {
        let account = Sandbox.account(role)
        try await terminal.wait(for: "paste it here")
        try await terminal.fillPasswordForm(login: account.login, password: account.password)
        try await terminal.press("Enter")
        try await waitForRows(of: account.login)
    }

    /// Starts the program and signs in with a password, so that the account is kept.
    ///
    /// - Returns: the number that the shell gives the command.
    func startKeeping(_ command: String = "inatty") async throws -> Int {
        let number = try await start(command)
        try await signInWithPassword()
        return number
    }

    /// Signs in with a password and leaves, so that the account is kept.
    ///
    /// - Returns: the files that hold what is kept, by their paths.
    func keepAccount() async throws -> [String: Data] {
        try await leave(startKeeping())
        return tokenFiles
    }

    /// The files of what inatty keeps, by their paths.
    var keptFiles: [String: Data] {
        terminal.files().filter { $0.key.hasPrefix(TestTerminal.stateFolder) }
    }

    /// Those of them that are about tokens; the files of observations change with each row.
    var tokenFiles: [String: Data] {
        keptFiles.filter { !$0.key.contains("/observations") && !$0.key.contains("/session.") }
    }

    /// Signs in with a pasted token on the login screen, which is there, and waits for the table.
    func signInByPasting(_ token: String, as login: String = "observer") async throws {
        try await terminal.wait(for: "paste it here")
        try await terminal.paste(token)
        try await terminal.wait(for: "•••")
        try await terminal.press("Enter")
        try await waitForRows(of: login)
    }

    /// Waits for the table with rows in it, and with a JWT of that person that is proved.
    func waitForRows(of login: String) async throws {
        try await terminal.wait(for: "rows of \(login)") { screen in
            screen.shows("\(login) · JWT · proved") && screen.shows(" Taxon ")
                && screen.lines[0].contains("1–")
        }
    }

    /// Chooses “not at all” in the box for keeping, from the last field before the two boxes.
    func chooseNotKeeping() async throws {
        try await terminal.wait(for: "(•) in a file  ( ) not at all")
        try await terminal.press("Tab", "Tab", "Right")
        try await terminal.wait(for: "( ) in a file  (•) not at all")
    }

    /// The requests to a path so far.
    func requests(to path: String) -> [SandboxRequest] {
        sandbox.requests.filter { $0.path == path }
    }

    /// Runs a command without a screen of its own, and waits for its end.
    ///
    /// - Returns: the exit code; what it wrote is in the files `output` and `errors`.
    func command(_ line: String) async throws -> Int {
        let number = try await terminal.start("\(line) > output 2> errors")
        return try await terminal.waitForPrompt(after: number)
    }

    /// What the last ``command(_:)`` wrote.
    var output: String { terminal.contents(of: "output") }
    var errors: String { terminal.contents(of: "errors") }
}
