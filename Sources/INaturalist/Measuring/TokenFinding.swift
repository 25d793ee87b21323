/// What one question found out about a token.
package enum TokenFinding: Sendable, Hashable {
    /// Whether a finding is what people hope for.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The token is honoured.
        case good
        /// Neither: what anybody would get.
        case neutral
        /// The token, or the request, was refused.
        case bad
    }

    /// The server named this account.
    case account(Account)
    /// The server answered as it answers anybody: it took no notice of a token.
    case publicView
    /// These keys of the hidden place came with a value.
    case privateKeys([String])
    /// The server knows who asks, or says that something is hidden, and shows nothing of it.
    case hidden
    /// Whoever asks gets the same: this observation hides nothing.
    case nothingHidden
    /// The server refused, with this status.
    case refused(status: Int)
    /// There is no verdict, because the request failed.
    case failed(INaturalistError)

    /// What is said in a cell of a table, 24 columns at most.
    package var words: String {
        switch self {
        case .account(let account): Self.cut("@\(account.login)")
        case .publicView: "public view"
        case .privateKeys(let keys): keys.count == 1 ? "1 private key" : "\(keys.count) private keys"
        case .hidden: "hidden"
        case .nothingHidden: "nothing hidden"
        case .refused(let status): "refused (\(status))"
        case .failed(let error): Self.words(for: error)
        }
    }

    /// Whether it is what people hope for.
    package var verdict: Verdict {
        switch self {
        case .account, .privateKeys: .good
        case .publicView, .hidden, .nothingHidden: .neutral
        case .refused, .failed: .bad
        }
    }

    private static func words(for error: INaturalistError) -> String {
        switch error.kind {
        case .unreachable: "no answer"
        case .throttled: "try again later"
        case .notFound, .refused: "no such observation"
        case .cancelled: "not asked"
        case .notHonoured, .notUnderstood, .misconfigured: "not understood"
        }
    }

    private static func cut(_ text: String) -> String {
        text.count <= 24 ? text : text.prefix(23) + "…"
    }
}
