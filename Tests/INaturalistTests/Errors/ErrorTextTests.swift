import FoundationEssentials
import Testing

@testable import INaturalist

struct ErrorTextTests {
    /// One of each case, so that a new one without a text of its own is noticed.
    static let all: [INaturalistError] = [
        .badAddress(variable: "INATTY_API_URL", reason: "it has to begin with “https://”"),
        .missing(.username),
        .missing(.password), .missing(.application), .missing(.token), .impossibleID(-1),
        .query(QueryProblem(.taxon, "p.")),
        .transport(.unknownHost, host: "h"), .transport(.noConnection, host: "h"),
        .transport(.notTrusted(reason: "r"), host: "h"), .transport(.timedOut, host: "h"),
        .transport(.connectionLost, host: "h"), .transport(.replyTooLarge(limit: 16_777_216), host: "h"),
        .transport(.malformedReply, host: "h"), .transport(.proxyRefused, host: "h"),
        .transport(.other(reason: "r"), host: "h"), .cancelled, .wrongPassword,
        .suspended(until: "2026-12-01"),
        .suspended(until: nil), .parentsNotAsked, .grantNotAccepted, .unknownApplication,
        .grantTypeNotSupported,
        .incompleteTokenRequest, .scopeNotAllowed, .revocationNotAllowed, .signInRefused(message: "m"),
        .notSignedIn,
        .tokenNotHonoured(.invalid), .tokenNotHonoured(.revoked), .tokenNotHonoured(.expired),
        .tokenLacksScope,
        .noTokenInReply, .jwtNotHonoured, .accountSuspended, .windowTooLarge, .addressBlocked(host: "h"),
        .forbidden(message: "m"), .notFound(message: nil), .notFound(message: "m"), .deleted,
        .unknownRoute(host: "h"),
        .notAccepted(message: "m"), .tooManyIDs, .throttled(retryAfter: nil), .throttled(retryAfter: 90),
        .maintenance(until: nil), .maintenance(until: Date(timeIntervalSince1970: 0)),
        .serverFault(status: 500, message: nil), .serverFault(status: 500, message: "m"),
        .redirected(host: "h", to: nil), .redirected(host: "h", to: "t"), .pageInsteadOfData(host: "h"),
        .unreadableReply(what: "w"), .unexpectedStatus(418, message: nil),
        .unexpectedStatus(418, message: "m"), .consentDenied(message: nil), .consentDenied(message: "m"),
        .consentFailed(message: "m"), .stateMismatch, .consentTimedOut, .cannotListen(reason: "r"), .noCode,
        .jwtEnded(reason: "r."), .otherAccount,
    ]

    @Test("Every error has its own text, in whole sentences")
    func hasOwnText() {
        let texts = Self.all.map(\.description)
        #expect(Set(texts).count == texts.count)
        for text in texts {
            #expect(text.hasSuffix("."))
            #expect(text != "The request failed. Try again.")
            #expect(text != "The sign-in failed. Start again.")
            #expect(!text.contains("Optional("))
            #expect(!text.contains("\n"))
        }
    }

    @Test(
        "Kinds have the exit codes that are documented",
        arguments: [
            (INaturalistError.transport(.timedOut, host: "h"), 69 as Int32),
            (.throttled(retryAfter: nil), 75),
            (.wrongPassword, 77), (.jwtNotHonoured, 77), (.unreadableReply(what: "w"), 65), (.cancelled, 130),
            (.transport(.cancelled, host: "h"), 130), (.badAddress(variable: "v", reason: "r"), 64),
            (.notFound(message: nil), 64),
            (.windowTooLarge, 64), (.maintenance(until: nil), 75),
            (.serverFault(status: 500, message: nil), 69), (.consentDenied(message: nil), 77),
            (.consentTimedOut, 69), (.stateMismatch, 65), (.jwtEnded(reason: "r."), 77), (.noCode, 64),
        ]
    )
    func hasExitCode(error: INaturalistError, code: Int32) {
        #expect(error.kind.exitCode == code)
    }

    @Test(
        "A server's words are made fit to be shown",
        arguments: [
            ("plain", "plain"), ("<a href=\"x\">contact</a> us", "contact us"),
            ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
            ("two\nlines\tand  blanks", "two lines and blanks"), ("\u{1B}[31mred", "[31mred"),
            ("a\u{202E}b", "a b"),
            ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"), ("an open <tag", "an open <tag"),
            ("<script>x</script>", "x"),
            ("say hunter-two", "say ‹secret›"),
            (String(repeating: "x", count: 400), String(repeating: "x", count: 300) + "…"),
        ]
    )
    func cleans(raw: String, shown: String) {
        #expect(ServerMessage.shown(raw, hiding: [Secret("hunter-two")]) == shown)
    }

    @Test("Words of which nothing is left are none", arguments: ["", " \n", "<br/>", "\u{200B}"])
    func dropsEmpty(raw: String) {
        #expect(ServerMessage.shown(raw, hiding: []) == nil)
    }
}
