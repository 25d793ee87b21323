import Foundation
import Testing

@testable import INaturalist

struct AuthorizationRequestTests {
    private static let application = OAuthApplication(id: "my app&x=1", secret: Secret("hunter-two"))

    private static func query(of request: AuthorizationRequest) throws -> [String: String] {
        let components = try #require(URLComponents(string: request.url(at: .iNaturalist)))
        #expect(components.scheme == "https" && components.host == "www.inaturalist.org")
        #expect(components.path == "/oauth/authorize")
        let items = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        return Dictionary(items, uniquingKeysWith: { first, _ in first + " twice" })
    }

    @Test("The address asks for a code, with PKCE and both scopes")
    func asks() throws {
        let uri = "http://127.0.0.1:4321/callback"
        let request = AuthorizationRequest(application: Self.application, redirectURI: uri)
        #expect(
            try Self.query(of: request) == [
                "client_id": "my app&x=1", "redirect_uri": uri, "response_type": "code",
                "scope": "write+login",
                "state": request.state.exposed, "code_challenge": request.pkce.challenge,
                "code_challenge_method": "S256",
            ]
        )
    }

    @Test("Neither the verifier nor the application's secret is in the address")
    func keepsSecrets() {
        let request = AuthorizationRequest(
            application: Self.application,
            redirectURI: AuthorizationRequest.outOfBand
        )
        let url = request.url(at: .iNaturalist)
        #expect(!url.contains(request.pkce.verifier.exposed))
        #expect(!url.contains("hunter"))
        #expect(!"\(request)".contains(request.state.exposed))
    }

    @Test("Each request has its own state of 256 bits and its own verifier")
    func isFresh() {
        let requests = (0..<50).map { _ in
            AuthorizationRequest(application: Self.application, redirectURI: AuthorizationRequest.outOfBand)
        }
        #expect(Set(requests.map(\.state)).count == 50)
        #expect(Set(requests.map(\.pkce)).count == 50)
        #expect(requests.allSatisfy { $0.state.length == 43 })
    }
}
