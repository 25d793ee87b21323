@testable import INaturalist

extension ReplyRow {
    /// Refusals of `POST /oauth/token` (reference 1.6).
    static let signIn = [
        ReplyRow(
            testDescription: "wrong password",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Invalid email, username, or password."}"#,
            error: .wrongPassword,
            field: .password,
            words: ["password", "Check"]
        ),
        ReplyRow(
            testDescription: "suspended until a date",
            status: "400 x",
            body:
                #"""
                {"error":"invalid_grant","error_description":"Your account has been suspended. <a \#
                href=\"x\">contact support</a>","suspended_until":"2026-12-01T00:00:00Z"}
                """#,
            error: .suspended(until: "2026-12-01T00:00:00Z"),
            field: .username,
            words: ["This account is suspended until 2026-12-01.", "support"]
        ),
        ReplyRow(
            testDescription: "suspended without an end",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Su cuenta …","suspended_until":null}"#,
            error: .suspended(until: nil),
            field: .username,
            words: ["This account is suspended.", "support"]
        ),
        ReplyRow(
            testDescription: "a child without permission",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Please ask your parents for permission"}"#,
            error: .parentsNotAsked,
            field: .username,
            words: ["parent", "e-mail"]
        ),
        ReplyRow(
            testDescription: "a bad code",
            status: "400 x",
            body:
                #"""
                {"error":"invalid_grant","error_description":"The provided authorization grant is invalid, \#
                expired, revoked"}
                """#,
            error: .grantNotAccepted,
            field: .token,
            words: ["code", "again"]
        ),
        ReplyRow(
            testDescription: "an unknown application",
            status: "401 x",
            body:
                #"""
                {"error":"invalid_client","error_description":"Client authentication failed due to unknown \#
                client"}
                """#,
            error: .unknownApplication,
            field: .application,
            words: ["application id", "secret", "Compare"]
        ),
        ReplyRow(
            testDescription: "no password grant",
            status: "400 x",
            body: #"{"error":"unsupported_grant_type","error_description":"x"}"#,
            error: .grantTypeNotSupported,
            field: .application,
            words: ["password", "Paste a JWT"]
        ),
        ReplyRow(
            testDescription: "an incomplete request",
            status: "400 x",
            body: #"{"error":"invalid_request","error_description":"translation missing: en.doorkeeper"}"#,
            error: .incompleteTokenRequest,
            field: .application,
            words: ["missing", "Check"]
        ),
        ReplyRow(
            testDescription: "a scope that is not allowed",
            status: "400 x",
            body: #"{"error":"invalid_scope","error_description":"x"}"#,
            error: .scopeNotAllowed,
            field: .application,
            words: ["write"]
        ),
        ReplyRow(
            testDescription: "a refusal that is new here",
            status: "400 x",
            body:
                #"""
                {"error":"two_factor_required","error_description":"Open your <b>app</b>\u001b[31m &amp; \#
                confirm"}
                """#,
            error: .signInRefused(message: "Open your app [31m & confirm"),
            words: ["Open your app"]
        ),
        ReplyRow(
            testDescription: "an invalid grant that is new here",
            status: "400 x",
            body: #"{"error":"invalid_grant","error_description":"Too young"}"#,
            error: .signInRefused(message: "Too young"),
            words: ["Too young"]
        ),
        ReplyRow(
            testDescription: "a server that repeats the password",
            status: "400 x",
            body: #"{"error":"oops","error_description":"What is hunter-two?"}"#,
            error: .signInRefused(message: "What is ‹secret›?"),
            words: ["‹secret›"]
        ),
        ReplyRow(
            testDescription: "a failure inside the site",
            status: "500 x",
            headers: [Self.html],
            body: "<!DOCTYPE html><html>We're sorry</html>",
            error: .serverFault(status: 500, message: nil),
            words: ["500", "again"]
        ),
        ReplyRow(
            testDescription: "a blocked network address",
            status: "403 Forbidden",
            headers: [Self.html],
            body: "<html>Blocked</html>",
            error: .addressBlocked(host: "HOST"),
            words: ["network address", "support"]
        ),
        ReplyRow(
            testDescription: "a page instead of a token",
            status: "200 OK",
            headers: [Self.html],
            body: "<html>Welcome to the hotel</html>",
            error: .pageInsteadOfData(host: "HOST"),
            words: ["web page", "browser"]
        ),
        ReplyRow(
            testDescription: "a success without a token",
            status: "200 OK",
            body: "{}",
            error: .noTokenInReply,
            words: ["token", "Try again"]
        ),
        ReplyRow(
            testDescription: "half a success",
            status: "200 OK",
            body: #"{"access_token":"#,
            error: .unreadableReply(what: "it is not whole JSON"),
            words: ["cannot be read", "Try again"]
        ),
    ]

    /// Refusals of `POST /oauth/revoke` (reference 1.6).
    static let revocation = [
        ReplyRow(
            testDescription: "another application's token",
            status: "403 x",
            body:
                #"""
                {"error":"unauthorized_client","error_description":"You are not authorized to revoke this \#
                token"}
                """#,
            error: .revocationNotAllowed,
            field: .application,
            words: ["another application", "account settings"]
        ),
        ReplyRow(
            testDescription: "an unknown application",
            status: "401 x",
            body: #"{"error":"invalid_client"}"#,
            error: .unknownApplication,
            field: .application,
            words: ["Compare"]
        ),
    ]
}
