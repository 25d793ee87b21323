internal import Accounts
internal import FoundationEssentials
internal import INaturalist

extension SignInResult {
    /// What came of signing in, for the command line.
    ///
    /// - Parameter isTokenLeft: whether an OAuth token that is not kept could not be ended either.
    package nonisolated func lines(isTokenLeft: Bool) -> [String] {
        let name = account?.name.map { " (\($0))" } ?? ""
        let person = account.map { "\($0.login)\(name), user \($0.id)" } ?? "somebody whom no server named"
        var lines = ["Signed in as \(person)."]
        let held = tokens.credentials
        if let oauth = held.oauth {
            // Only its application can end a token, and that of a pasted one is not known.
            let end =
                switch (tokens.application, keeping) {
                case (nil, _): "never expires; only the site's own settings end it"
                case (_, .nowhere) where isTokenLeft: "is not kept, and could not be ended"
                case (_, .nowhere): "is ended now, since it is not kept"
                default: "never expires; inatty auth logout ends it"
                }
            lines.append("OAuth token, \(oauth.length) characters: it \(end).")
        }
        if let expiry = held.jwt?.expiry {
            lines.append("JWT until \(expiry.formatted(.iso8601)); inatty renews it while it is in use.")
        }
        lines.append(keeping == .nowhere ? "Nothing is kept." : "Kept in " + keeping.explanation + ".")
        return lines
    }
}

extension KeptAccount {
    /// A line of `inatty auth list`.
    package nonisolated var line: String {
        let name = account.name.map { " (\($0))" } ?? ""
        let time = jwtExpiry.map { "JWT until \($0.formatted(.iso8601))" } ?? "no JWT"
        return "\(isCurrent ? "▸" : " ") \(account.login)\(name)  \(keeping.title)  \(way.title)  \(time)"
    }
}
