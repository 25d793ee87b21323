internal import NIOHTTP1

/// What a browser is shown that comes back from the consent page, and whoever else asks at its port.
struct RedirectPage: Sendable {
    /// The status of the reply.
    let status: HTTPResponseStatus
    private let title: String
    private let text: String

    /// The code is here.
    static let received = RedirectPage(
        status: .ok,
        title: "inatty has its code",
        text: "iNaturalist sent you back, and inatty goes on in the terminal. This tab can be closed."
    )

    /// There is no code, or it was not taken.
    static func refused(_ error: INaturalistError) -> RedirectPage {
        RedirectPage(
            status: .badRequest,
            title: "inatty did not sign in",
            text: "\(error.description) inatty waits in the terminal. This tab can be closed."
        )
    }

    /// Not the path that is waited for.
    static let otherPath = RedirectPage(
        status: .notFound,
        title: "Nothing here",
        text: "inatty waits for iNaturalist's consent page here, and for nothing else."
    )

    /// Not a way to come back from a page.
    static let otherMethod = RedirectPage(
        status: .methodNotAllowed,
        title: "Not this way",
        text: "inatty waits for a GET request from iNaturalist's consent page."
    )

    /// Asked by another name than the one in the redirect address.
    static let otherHost = RedirectPage(
        status: .misdirectedRequest,
        title: "Not by this name",
        text: "inatty answers to its address on this computer alone."
    )

    /// The fields of every reply: nothing is kept, nothing is run, nothing is told to other pages.
    static let fields = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("Connection", "close"),
    ]

    /// The whole page.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>\(Self.escaped(title))</title></head>
        <body><h1>\(Self.escaped(title))</h1><p>\(Self.escaped(text))</p></body>
        </html>

        """
    }

    /// Scalar by scalar: a mark that combines with a “<” must not hide it.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
