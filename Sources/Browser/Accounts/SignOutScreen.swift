package import Accounts
internal import INaturalist
package import TerminalUI

/// Signing out: what it does is said before, what came of it after.
package nonisolated struct SignOutScreen: Sendable {
    /// How far it is.
    package enum Stage: Sendable {
        case asking
        case working
        case done(SignOutReport)
        case failed(String)
    }

    /// Who is to be signed out.
    package let request: SignOutRequest
    /// How far it is.
    package var stage = Stage.asking
    /// The uppermost line shown.
    package var top = 0

    package init(_ request: SignOutRequest) {
        self.request = request
    }

    /// All lines at that width.
    package func lines(columns: Int) -> [StyledLine] {
        var lines = [StyledLine("Sign out \(request.login)", .heading), ""]
        func add(_ text: String, _ role: Role = .text) {
            lines += TerminalText.wrapped(text, to: columns).map { StyledLine($0, role) }
        }
        switch stage {
        case .asking:
            for sentence in consequences {
                lines += StyledLine("• " + sentence).wrapped(to: columns, indent: 2)
            }
            lines.append("")
            lines.append([Span("y", .key), " signs out, ", Span("Esc", .key), " leaves everything as it is."])
        case .working:
            add("Signing out…", .muted)
        case .done(let report):
            for sentence in report.lines { add(sentence, report.isDone ? .text : .warning) }
        case .failed(let reason):
            add(reason, .failure)
        }
        return lines
    }

    private var consequences: [String] {
        switch request {
        case .kept(let account):
            [
                "The OAuth token, if there is one, is ended at the site.",
                "What is kept in the \(account.keeping.title) is deleted.",
                "The JWT cannot be ended: it stays valid until it expires, wherever else it was copied to.",
            ]
        case .held(let tokens, _):
            [
                tokens.credentials.oauth == nil ? nil : "The OAuth token is ended at the site.",
                "The tokens are forgotten; they are kept nowhere.",
                tokens.credentials.jwt == nil
                    ? nil : "The JWT cannot be ended: it stays valid until it expires.",
            ].compactMap(\.self)
        }
    }
}

extension SignOutRequest {
    /// The login of the person.
    package nonisolated var login: String {
        switch self {
        case .kept(let account): account.account.login
        case .held(_, let login): login
        }
    }
}
