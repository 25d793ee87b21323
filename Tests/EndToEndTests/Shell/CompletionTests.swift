import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Tab in real shells, in a real terminal, with the script that the program prints.
    @Suite
    struct CompletionTests {
        enum Shell: String, CaseIterable, CustomTestStringConvertible {
            case bash, zsh, fish

            var testDescription: String { rawValue }

            /// What begins it in the terminal, whose own shell is bash.
            var start: String {
                switch self {
                case .bash: ":"
                case .zsh: "exec zsh -f"
                case .fish: "exec fish --no-config"
                }
            }

            /// What loads the script, as the help says.
            var loading: String {
                switch self {
                case .bash: "source <(inatty completions bash)"
                case .zsh: "autoload -U compinit; compinit -u -D; source =(inatty completions zsh)"
                case .fish: "set -g fish_autosuggestion_enabled 0; inatty completions fish | source"
                }
            }
        }

        /// What is typed before Tab, and the end of the line then, with an @ typed after it: a finished word has a blank
        /// after it, and a field whose value is still to come has none.
        private static let lines = [
            ("inatty obs", "inatty observations @"),
            ("inatty store ver", "inatty store verify @"),
            ("inatty observations --sav", "inatty observations --saved @"),
            ("inatty completions f", "inatty completions fish @"),
            ("inatty sync --quality research,n", "--quality research,needs_id @"),
            ("inatty sync --captive y", "--captive yes @"),
            ("inatty sync obscura", "inatty sync obscuration:@"),
            ("inatty sync obscuration:ob", "inatty sync obscuration:obscured @"),
            ("inatty observations --only acc", "--only access:@"),
            ("inatty observations --only access:gr", "--only access:granted @"),
            ("inatty observations --sort taxon,acces", "--sort taxon,access @"),
            ("inatty auth switch fi", "inatty auth switch field-notes @"),
            ("inatty auth status --account mo", "--account moth_lamp @"),
            ("inatty sync --saved my", "inatty sync --saved my\\ orchids @"),
            ("inatty sync --log reque", "inatty sync --log requests.log @"),
        ]

        @Test("Tab completes commands, options, values, logins and saved queries", arguments: Shell.allCases)
        func completes(shell: Shell) async throws {
            let sandbox = try await Sandbox.start()
            let token = sandbox.issueJWT(login: Sandbox.account(.observer).login)
            let variables = sandbox.environment.merging(["INATTY_TOKEN": token]) { $1 }
            try await TestTerminal.use(environment: variables) { terminal in
                try Self.keep(in: terminal, of: sandbox)
                try await terminal.run(shell.start)
                try await terminal.run(shell.loading + "; printf 'scr%s\\n' ipt-is-loaded")
                try await terminal.wait(for: "script-is-loaded")
                for (typed, line) in Self.lines {
                    try await terminal.type(typed)
                    try await terminal.press("Tab")
                    try await terminal.type("@")
                    try await terminal.wait(for: line)
                    try await terminal.press("C-u")
                }
                // One of the names would run a command, if the shell took it for more than a name.
                try await terminal.type("inatty sync --saved ")
                try await terminal.press("Tab", "Tab")
                try await terminal.wait(for: "moths")
                #expect(terminal.files()["owned"] == nil)
                #expect(sandbox.requests.isEmpty)
                for picture in terminal.history { expectNoSecret(in: picture, also: token) }
            }
            await sandbox.stop()
        }

        /// Two kept accounts of the sandbox without tokens, three saved queries, and a file to complete.
        private static func keep(in terminal: TestTerminal, of sandbox: Sandbox) throws {
            let folder = terminal.file("inatty")
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let queries = "my orchids = taxon:Orchidaceae\nmoths = taxon:47157\n$(touch owned) = id:5\n"
            try Data(queries.utf8).write(to: folder.appending(path: "queries"))
            let entries = [(1_234_567, "field-notes"), (7_654_321, "moth_lamp")].map { id, login in
                """
                {"site": "\(sandbox.baseURL)", "api": "\(sandbox.baseURL)", "user": \(id), "login": "\(login)", \
                "keeping": "file", "way": "token"}
                """
            }
            let accounts =
                #"{"version": 1, "current": [], "accounts": [\#(entries.joined(separator: ", "))]}"#
            let file = folder.appending(path: "accounts.json")
            try Data(accounts.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            try Data().write(to: terminal.file("requests.log"))
        }
    }
}
