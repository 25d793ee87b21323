@testable import INaturalist

extension ReplyRow {
    /// Failures of `/users/api_token.json` (reference 1.7 and 2.3).
    static let tokenPage = [
        ReplyRow(
            testDescription: "sent to the sign-in page",
            status: "302 Found",
            headers: ["Location: https://www.inaturalist.org/login"],
            error: .notSignedIn,
            field: .token,
            words: ["Sign in again"]
        ),
        ReplyRow(
            testDescription: "nothing recognised was sent",
            status: "401 x",
            body: #"{"error":"You need to sign in or sign up before continuing."}"#,
            error: .notSignedIn,
            field: .token,
            words: ["Sign in again"]
        ),
        ReplyRow(
            testDescription: "an unknown token",
            status: "401 x",
            headers: [Self.challenge + "\"The access token is invalid\""],
            error: .tokenNotHonoured(.invalid),
            field: .token,
            words: ["does not know", "Sign in again"]
        ),
        ReplyRow(
            testDescription: "a revoked token",
            status: "401 x",
            headers: [Self.challenge + "\"The access token was revoked\""],
            error: .tokenNotHonoured(.revoked),
            field: .token,
            words: ["revoked", "Sign in again"]
        ),
        ReplyRow(
            testDescription: "an expired token",
            status: "401 x",
            headers: [Self.challenge + "\"The access token expired\""],
            error: .tokenNotHonoured(.expired),
            field: .token,
            words: ["expired", "new one"]
        ),
        ReplyRow(
            testDescription: "no scope to write",
            status: "403 x",
            error: .tokenLacksScope,
            field: .token,
            words: ["write", "JWT"]
        ),
        ReplyRow(
            testDescription: "a page after a redirect that somebody followed",
            status: "200 OK",
            headers: [Self.html],
            body: "<!DOCTYPE html>",
            error: .pageInsteadOfData(host: "HOST"),
            words: ["web page"]
        ),
        ReplyRow(
            testDescription: "sent to another host",
            status: "301 x",
            headers: ["Location: https://me:hunter@elsewhere.org/x?token=hunter"],
            error: .redirected(host: "HOST", to: "elsewhere.org"),
            words: ["elsewhere.org", "INATTY_SITE_URL"]
        ),
        ReplyRow(
            testDescription: "a token that is none",
            status: "200 OK",
            body: #"{"api_token":"abc"}"#,
            error: .noTokenInReply,
            words: ["JWT"]
        ),
        ReplyRow(
            testDescription: "no such page",
            status: "404 x",
            headers: [Self.html],
            body: "<html>",
            error: .unknownRoute(host: "HOST"),
            words: ["INATTY_SITE_URL"]
        ),
    ]
}
