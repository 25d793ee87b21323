import Testing

@testable import INaturalist

struct CodeGrantTests {
    private static let request = AuthorizationRequest(
        application: OAuthApplication(id: "app"),
        redirectURI: AuthorizationRequest.outOfBand
    )
    private static let code = "0123456789abcdefghijklmnopqrstuvwxyz-_ABCDE"

    @Test(
        "A code is found in whatever people copy",
        arguments: [
            code, "  \(code)\n", "\"\(code)\"", "code=\(code)",
            "https://www.inaturalist.org/oauth/authorize/native?code=\(code)",
            "http://127.0.0.1:3000/oauth/authorize/native?locale=en&code=\(code)#top",
            "\(code.prefix(20))\n\(code.dropFirst(20))",
        ]
    )
    func reads(pasted: String) throws {
        let grant = try CodeGrant(request: Self.request, pasting: Secret(pasted))
        #expect(grant.code == Secret(Self.code))
        #expect(grant.request == Self.request)
    }

    @Test(
        "What is no code is told so",
        arguments: [
            "", " ", "ä", "I see no code there", "code = abc", "a.b.c",
            "https://www.inaturalist.org/login?x=1", "{}", "{\"code\":1}", "<html>",
        ]
    )
    func refuses(pasted: String) {
        let error = #expect(throws: INaturalistError.noCode) {
            try CodeGrant(request: Self.request, pasting: Secret(pasted))
        }
        #expect(error?.concerns == .token)
    }

    @Test("The page that a person gets who refused is understood")
    func understandsDenial() {
        let page = #"{"error":"access_denied","error_description":"The <b>owner</b> denied the request."}"#
        #expect(throws: INaturalistError.consentDenied(message: "The owner denied the request.")) {
            try CodeGrant(request: Self.request, pasting: Secret(page))
        }
        #expect(throws: INaturalistError.scopeNotAllowed) {
            try CodeGrant(request: Self.request, pasting: Secret("https://x/?error=invalid_scope"))
        }
    }

    @Test("A pasted address that names a state has to name the request's")
    func comparesState() throws {
        let address = "http://127.0.0.1:4321/callback?code=\(Self.code)&state="
        let state = Self.request.state.exposed
        for pasted in ["\(address)\(state)", "code=\(Self.code)&state=\(state)"] {
            #expect(
                try CodeGrant(request: Self.request, pasting: Secret(pasted)).code == Secret(Self.code)
            )
        }
        let foreign = [
            "\(address)another-state", address, "\(address)\(state.dropLast())", "\(address)\(state)x",
            "\(address)\(state)&state=\(state)", "code=\(Self.code)&state=another-state",
            "http://127.0.0.1:4321/callback?error=access_denied&state=another-state",
        ]
        for pasted in foreign {
            #expect(throws: INaturalistError.stateMismatch) {
                try CodeGrant(request: Self.request, pasting: Secret(pasted))
            }
        }
    }
}
