import Foundation
import INaturalistSandbox
import TestBrowser

/// What a program asks `/oauth/authorize` for, and what comes back.
struct Authorization {
    /// The pair of RFC 7636, appendix B.
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    static let loopback = "http://127.0.0.1:53817/callback"
    static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"

    /// The address of the consent page.
    /// - Parameter changes: Parameters in place of the ordinary ones; nil leaves one out.
    static func path(
        _ application: SandboxApplication = .publicClient,
        redirectURI: String = loopback,
        changing changes: [String: String?] = [:]
    ) -> String {
        let ordinary: [String: String?] = [
            "client_id": application.clientID, "redirect_uri": redirectURI, "response_type": "code",
            "scope": "write login", "state": "st&te=1/2+3", "code_challenge": challenge,
            "code_challenge_method": "S256",
        ]
        let pairs = ordinary.merging(changes) { $1 }
            .compactMap { name, value in value.map { "\(name)=\(Browser.encoded($0))" } }
        return "/oauth/authorize?\(pairs.sorted().joined(separator: "&"))"
    }

    /// The parameters of an address's query.
    static func parameters(of address: String?) -> [String: String] {
        guard let address, let mark = address.firstIndex(of: "?") else { return [:] }
        let pairs = address[address.index(after: mark)...].split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The fields that exchange a code for a token.
    static func exchange(
        _ code: String,
        _ application: SandboxApplication = .publicClient,
        redirectURI: String = loopback,
        changing changes: [String: String?] = [:]
    ) -> [(String, String)] {
        let ordinary: [String: String?] = [
            "grant_type": "authorization_code", "client_id": application.clientID,
            "client_secret": application.isConfidential ? application.clientSecret : nil, "code": code,
            "redirect_uri": redirectURI, "code_verifier": verifier,
        ]
        return ordinary.merging(changes) { $1 }.compactMap { name, value in value.map { (name, $0) } }
    }
}

extension Visitor {
    /// Goes to a consent page, logging in on the way.
    mutating func askForConsent(_ role: SandboxAccount.Role = .observer, at path: String) async throws {
        try await open(path)
        let account = Sandbox.account(role)
        if self.path == "/login" { try await logIn(account.login, account.password) }
    }
}
