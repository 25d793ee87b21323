internal import Foundation
internal import NIOHTTP1
package import Testing

/// A person with a web browser: cookies are kept, redirects followed, and forms filled in as they stand in the page.
package struct Visitor {
    package let browser: Browser

    /// The page that is shown.
    package private(set) var page: Browser.Page?

    /// Path and query of that page.
    package private(set) var path = ""

    /// Where the website sent the visitor to when that was somewhere else, which is not asked for.
    package private(set) var destination: String?

    /// The cookies of the website, by name.
    package var cookies: [String: String] = [:]

    package init(_ browser: Browser) {
        self.browser = browser
    }

    /// The page's text.
    package var text: String {
        page?.text ?? ""
    }

    package var status: Int? {
        page?.status
    }

    /// The forms of the page.
    package var forms: [HTMLForm] {
        HTMLForm.all(in: text)
    }

    /// Goes to a path of the website, and on to wherever it leads.
    package mutating func open(_ path: String) async throws {
        try await go("GET", path, form: nil)
    }

    /// Presses a button, after filling in fields that the form has.
    package mutating func press(
        _ button: String,
        filling values: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let form = try #require(
            forms.first { $0.buttons.contains(button) },
            "no button “\(button)” on \(path)",
            sourceLocation: sourceLocation
        )
        for name in values.keys {
            #expect(form.fields.contains { $0.name == name }, sourceLocation: sourceLocation)
        }
        let fields = form.fields.map { ($0.name, values[$0.name] ?? $0.value) } + [("commit", button)]
        try await go(form.method, form.action, form: fields)
    }

    /// Logs in on the login page.
    package mutating func logIn(_ name: String, _ password: String) async throws {
        try await press("Log in", filling: ["user[email]": name, "user[password]": password])
    }

    /// Opens a consent page as a person does who is sent to it: logs in on the way, and presses a button there.
    ///
    /// - Returns: where the website sends the browser to, when that is somewhere else.
    package mutating func consent(
        at address: String,
        as name: String,
        _ password: String,
        pressing button: String = "Authorize"
    ) async throws -> String? {
        try await open(String(address.trimmingPrefix(browser.baseURL)))
        if path == "/login" { try await logIn(name, password) }
        if forms.contains(where: { $0.buttons.contains(button) }) { try await press(button) }
        return destination
    }

    /// Goes to where the website sent the visitor to when that was somewhere else, and returns the page there.
    ///
    /// Cookies belong to a host, whatever its port: as a real browser does, it sends those of a website at 127.0.0.1 to
    /// every port there.
    package func follow(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Browser.Page {
        let address = try #require(destination, sourceLocation: sourceLocation)
        let isSameHost = URL(string: address)?.host == URL(string: browser.baseURL)?.host
        return try await Browser(baseURL: address).get("", headers: isSameHost ? cookieHeaders : [])
    }

    private var cookieHeaders: [(String, String)] {
        cookies.isEmpty ? [] : [("Cookie", cookies.map { "\($0)=\($1)" }.joined(separator: "; "))]
    }

    private mutating func go(_ method: String, _ path: String, form: [(String, String)]?) async throws {
        destination = nil
        var (next, body) = (path, form)
        for _ in 0..<10 {
            let page =
                if let body {
                    try await browser.post(next, form: body, headers: cookieHeaders)
                } else {
                    try await browser.get(next, headers: cookieHeaders)
                }
            keepCookies(of: page)
            (self.page, self.path) = (page, next)
            guard page.status == 302 else { return }
            let location = try #require(page.header("Location"))
            guard location.hasPrefix(browser.baseURL + "/") else {
                destination = location
                return
            }
            (next, body) = (String(location.dropFirst(browser.baseURL.count)), nil)
        }
        Issue.record("too many redirects, the last to \(next)")
    }

    private mutating func keepCookies(of page: Browser.Page) {
        for cookie in page.headers["Set-Cookie"] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) }
        }
    }
}
