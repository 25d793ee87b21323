import Foundation

/// A person's web browser, as far as a sign-in needs one: it follows redirects, keeps cookies by host, and fills in
/// forms.
actor WebBrowser {
    /// A page that the browser stands on.
    struct Page: Sendable {
        let url: URL
        let status: Int
        let html: String

        /// The text of the element with an id.
        func text(ofElement id: String) -> String? {
            guard let start = html.range(of: "id=\"\(id)\">")?.upperBound else { return nil }
            return String(html[start...].prefix { $0 != "<" })
        }
    }

    /// Cookies belong to a host, whatever its port: real browsers send them to every port of 127.0.0.1.
    private var cookies: [String: [String: String]] = [:]

    /// Opens an address, and follows it to where it ends.
    func open(_ address: String) async throws -> Page {
        try await go(to: try URL(string: address).orThrow(), form: nil)
    }

    /// Presses a button of a page, with its form filled in.
    func press(_ button: String, on page: Page, filling values: [String: String] = [:]) async throws -> Page {
        let forms = page.html.components(separatedBy: "<form").dropFirst().map {
            $0.components(separatedBy: "</form>")[0]
        }
        let form = try forms.first { $0.contains("value=\"\(button)\"") }.orThrow()
        var fields: [(String, String)] = []
        for input in form.components(separatedBy: "<input").dropFirst() {
            let tag = String(input.prefix { $0 != ">" })
            guard let name = Self.attribute("name", of: tag) else { continue }
            let value = values[name] ?? Self.attribute("value", of: tag) ?? ""
            fields.append((name, value))
        }
        let action = Self.attribute("action", of: String(form.prefix { $0 != ">" })) ?? ""
        return try await go(
            to: try URL(string: action, relativeTo: page.url).orThrow().absoluteURL,
            form: fields
        )
    }

    private func go(to start: URL, form: [(String, String)]?) async throws -> Page {
        var (url, form) = (start, form)
        for _ in 0..<10 {
            let reply = try await RawConnection.exchange(request(for: url, form: form), with: url.port ?? 80)
            let halves = try reply.range(of: "\r\n\r\n").orThrow()
            let lines = reply[..<halves.lowerBound].components(separatedBy: "\r\n")
            let status = try lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }.orThrow()
            let fields = lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (String(parts[0]).lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
            }
            for cookie in fields.filter({ $0.0 == "set-cookie" }).map(\.1) {
                let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                if pair.count == 2 {
                    cookies[url.host ?? "", default: [:]][String(pair[0])] = String(pair[1])
                }
            }
            if 300..<400 ~= status, let location = fields.first(where: { $0.0 == "location" })?.1 {
                url = try URL(string: location, relativeTo: url).orThrow().absoluteURL
                form = nil
                continue
            }
            return Page(url: url, status: status, html: String(reply[halves.upperBound...]))
        }
        throw Missing()
    }

    private func request(for url: URL, form: [(String, String)]?) -> String {
        let body = form?.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        var lines = [
            "\(body == nil ? "GET" : "POST") \(url.path)\(url.query.map { "?" + $0 } ?? "") HTTP/1.1",
            "Host: \(url.host ?? ""):\(url.port ?? 80)", "Connection: close",
            "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
        ]
        if let jar = cookies[url.host ?? ""], !jar.isEmpty {
            lines.append("Cookie: " + jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
        }
        if let body {
            lines.append("Content-Type: application/x-www-form-urlencoded")
            lines.append("Content-Length: \(body.utf8.count)")
        }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.range(of: "\(name)=\"")?.upperBound else { return nil }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return escapes.reduce(String(tag[start...].prefix { $0 != "\"" })) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}

private struct Missing: Error {}

extension Optional {
    fileprivate func orThrow() throws -> Wrapped {
        guard let self else { throw Missing() }
        return self
    }
}
