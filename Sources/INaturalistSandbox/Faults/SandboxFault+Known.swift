/// The failures that the real servers are known for (API reference 7).
extension SandboxFault {
    /// 429 from the machine in front: HTML of 337 bytes, and no `Retry-After` (API reference 7.1).
    package static var throttled: SandboxFault {
        let head = """
            <html>\r
            <head><title>429 Too Many Requests</title></head>\r
            <body bgcolor="white">\r
            <center><h1>429 Too Many Requests</h1></center>\r
            <hr><center>nginx</center>\r
            </body>\r
            </html>\r

            """
        let comment = "<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n"
        let missing = throttledBodyLength - head.utf8.count
        let padding = String(
            decoding: String(repeating: comment, count: 6).utf8.prefix(missing),
            as: UTF8.self
        )
        return .reply(
            status: 429,
            contentType: "text/html",
            body: head + padding,
            headers: [("Connection", "close")]
        )
    }

    /// The length of the body that was recorded: 337 bytes.
    package static let throttledBodyLength = 337

    /// Maintenance: every route answers 503 with plain text.
    /// - Parameter retryAfter: An HTTP date.
    package static func maintenance(retryAfter: String = "Wed, 01 Jul 2026 12:00:00 GMT") -> SandboxFault {
        .reply(
            status: 503,
            contentType: "text/html; charset=utf-8",
            body: "Service Unavailable",
            headers: [("Retry-After", retryAfter)]
        )
    }

    /// 403 for a blocked address, in HTML, whatever was asked for.
    package static var blockedAddress: SandboxFault {
        .reply(status: 403, contentType: "text/html", body: "<html><body>403 Forbidden</body></html>")
    }

    /// 500 of `/v1` when the search engine fails.
    package static var searchFailureV1: SandboxFault {
        .reply(status: 500, body: "{\"error\":\"\(searchFailureText)\",\"status\":500}")
    }

    /// 500 of `/v2` when the search engine fails.
    package static var searchFailureV2: SandboxFault {
        .reply(
            status: 500,
            body:
                "{\"status\":\"500\",\"errors\":[{\"errorCode\":\"500\",\"message\":\"\(searchFailureText)\"}]}"
        )
    }

    /// An error of `/v1` whose `error` is an object, as when Rails failed behind it (API reference 7.3).
    package static var railsFailureBehindV1: SandboxFault {
        .reply(status: 500, body: #"{"error":{"original":{"error":"Something went wrong"}},"status":500}"#)
    }

    /// 200 with a web page where JSON is due.
    package static var htmlInsteadOfJSON: SandboxFault {
        .reply(
            status: 200,
            contentType: "text/html; charset=utf-8",
            body: "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Not JSON.</body></html>"
        )
    }

    /// 302 to somewhere else.
    package static func redirect(to location: String) -> SandboxFault {
        .reply(status: 302, contentType: "text/html", body: "", headers: [("Location", location)])
    }

    static let searchFailureText =
        "Elasticsearch error, if this persists please contact the iNaturalist development team."
}
