import Foundation
import Glibc
import INaturalistSandbox
import Synchronization
import TestBrowser
import TestSupport
import Testing

/// The person at the site's consent page, in place of a web browser.
struct Consent {
    /// The address that inatty asked to open or showed.
    let address: String
    /// The site.
    let site: String

    /// Where the site is told to send the browser back to.
    var redirectURI: String { query("redirect_uri") }

    /// The port of this computer that waits for the browser.
    var port: UInt16 { URL(string: redirectURI)?.port.map(UInt16.init) ?? 0 }

    /// A value of the address's query.
    func query(_ name: String) -> String {
        URLComponents(string: address)?.queryItems?.first { $0.name == name }?.value ?? ""
    }

    /// Opens the page, logs in there, presses a button, and looks at what the site does then.
    func answer(
        as role: SandboxAccount.Role = .observer,
        pressing button: String = "Authorize"
    ) async throws -> Visitor {
        let account = Sandbox.account(role)
        var visitor = Visitor(Browser(baseURL: site))
        _ = try await visitor.consent(at: address, as: account.login, account.password, pressing: button)
        return visitor
    }

    /// Goes to where the site sends the browser, and returns the page there.
    func follow(_ destination: String?) async throws -> Browser.Page {
        try await Browser(baseURL: "").get(try #require(destination))
    }

    /// Opens the page of the way with a code, and returns the code that it shows.
    func code(as role: SandboxAccount.Role = .observer) async throws -> String {
        let page = try await answer(as: role)
        #expect(page.destination == nil)
        return try #require(HTMLForm.text(ofElement: "authorization_code", in: page.text))
    }

    /// Whether something listens at the port.
    var isWaitedFor: Bool {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

/// What may be seen although it looks like a token: addresses with a challenge and a state in them.
final class Permitted: Sendable {
    private let texts = Mutex<[String]>([])

    func add(_ text: String) { texts.withLock { $0.append(text) } }

    /// A text without the lines that are a piece of something permitted.
    func removed(from picture: String) -> String {
        let texts = texts.withLock { $0 }
        return picture.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { line in
                let piece = line.trimmingCharacters(in: .whitespaces)
                return piece.isEmpty || !texts.contains { $0.contains(piece) }
            }
            .joined(separator: "\n")
    }
}

extension Journey {
    /// Puts a web browser in place that keeps the address it is asked to open, for ``openedConsent()``.
    func installWebBrowser() throws {
        try terminal.install(
            "xdg-open",
            #"printf '%s' "$1" > "$HOME/opening"; mv "$HOME/opening" "$HOME/opened""#
        )
    }

    /// The consent page that the web browser was asked to open.
    func openedConsent() async throws -> Consent {
        let address = try await terminal.waitUntil("the web browser is opened") {
            let opened = terminal.contents(of: "opened")
            return opened.isEmpty ? nil : opened
        }
        return consent(at: address)
    }

    /// The consent page at an address.
    func consent(at address: String) -> Consent {
        permitted.add(address)
        #expect(address.hasPrefix(sandbox.baseURL + "/oauth/authorize?"))
        #expect(!SandboxApplication.secrets.contains { address.contains($0) })
        return Consent(address: address, site: sandbox.baseURL)
    }
}

extension Screen {
    /// All lines as one paragraph, as a person reads a sentence that is wrapped.
    var flowing: String {
        lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }
}
