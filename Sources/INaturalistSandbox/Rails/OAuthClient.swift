/// Which application a request to the OAuth endpoints comes from.
enum OAuthClient {
    /// The application that a request names and proves to be: HTTP Basic first, then the parameters
    /// (API reference 1.4). A public one may leave its secret out, but must not send a wrong one.
    static func application(of call: Call, parameters: Query) -> SandboxApplication? {
        let (clientID, secret) =
            basicCredentials(in: call) ?? (parameters["client_id"] ?? "", parameters["client_secret"])
        guard let application = SandboxApplication.all.first(where: { $0.clientID == clientID }) else {
            return nil
        }
        if let secret, !secret.isEmpty { return secret == application.clientSecret ? application : nil }
        return application.isConfidential ? nil : application
    }

    private static func basicCredentials(in call: Call) -> (String, String?)? {
        guard let header = call.authorization, header.lowercased().hasPrefix("basic ") else { return nil }
        // Basic uses the other alphabet of base 64, and padding.
        let text = header.dropFirst("basic ".count).filter { $0 != "=" }
            .map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
        guard let bytes = Base64URL.decode(String(text)) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: ":", maxSplits: 1)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : nil)
    }
}
