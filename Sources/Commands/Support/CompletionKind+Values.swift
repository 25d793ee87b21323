import Accounts
import ArgumentParser
import Browser
import INaturalist
import ObservationStore
import TerminalUI

/// What the shells offer for values. It comes from the program itself and from files of this computer: a Tab sends
/// nothing to any server, and reads no token.
extension CompletionKind {
    /// The logins of the accounts that are kept.
    static let logins = custom { _, _, _ in typed(keptLogins) }

    /// The names of saved queries.
    static let savedQueries = custom { _, _, _ in
        guard let file = SavedQueriesFile(variables: LaunchEnvironment.current.variables) else { return [] }
        return typed((try? file.read())?.queries.map(\.name) ?? [])
    }

    /// Whom the store was told something: the fixed ones, and the kept accounts with each kind of token.
    static let viewers = custom { words, index, _ in
        let keys = ["anonymous", "file"] + keptAccounts.flatMap { ["jwt:\($0.id)", "oauth:\($0.id)"] }
        return typed(WordAtCursor(words, index).plainCandidates(keys))
    }

    /// Fields of a query and their values: `taxon:`, `obscuration:obscured,private`.
    static let query = custom { words, index, _ in typed(QueryCompletion(words, index).candidates) }

    /// Facets and their values: `access:granted,withheld`.
    static let facetValues = custom { words, index, _ in
        typed(
            WordAtCursor(words, index).candidates(names: Facet.allCases.map(\.option)) {
                Facet(option: $0)?.knownWords ?? []
            }
        )
    }

    /// Columns with commas between them, each with “-” before it or not.
    static let sortColumns = several(SortColumn.allCases.flatMap { [$0.option, "-" + $0.option] })

    /// Some of these words, with commas between them.
    static func several(_ choices: [String]) -> CompletionKind {
        custom { words, index, _ in
            typed(WordAtCursor.lists(of: choices, after: index < words.count ? words[index] : ""))
        }
    }

    /// The logins of ``keptAccounts``.
    static var keptLogins: [String] { keptAccounts.map(\.account.login) }

    /// The accounts of the servers that the environment names; none where their list cannot be read.
    private static var keptAccounts: [KeptAccount] {
        let variables = LaunchEnvironment.current.variables
        guard let addresses = try? ServerAddresses(environment: variables) else { return [] }
        return (try? AccountStore(environment: variables, addresses: addresses).accounts()) ?? []
    }

    /// Candidates as the shell that asks takes them.
    ///
    /// bash expands them as it would a command line, so that `$(…)` in a name would be run: every character that could
    /// mean something is escaped. zsh takes what comes after a colon for an explanation. What could not be shown as it
    /// is, is left out.
    static func typed(
        _ candidates: [String],
        in shell: CompletionShell? = CompletionShell.requesting
    ) -> [String] {
        candidates.filter { !$0.isEmpty && TerminalText.sanitised($0) == $0 }.map { candidate in
            switch shell {
            case .bash?: escaped(candidate) { $0.isASCII && !$0.isLetter && !$0.isNumber }
            case .zsh?: escaped(candidate) { $0 == ":" || $0 == "\\" }
            default: candidate
            }
        }
    }

    private static func escaped(_ text: String, where isSpecial: (Character) -> Bool) -> String {
        text.reduce(into: "") { $0 += isSpecial($1) ? "\\\($1)" : String($1) }
    }
}
