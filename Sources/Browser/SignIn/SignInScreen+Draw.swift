internal import Accounts
internal import INaturalist
package import TerminalUI

nonisolated extension SignInScreen {
    /// Where the form is drawn; clicks are measured against the same.
    package func body(in rect: Rect) -> Rect {
        let margin = rect.columns >= 76 ? 3 : 1
        let top = rect.rows >= 20 ? 4 : (rect.rows >= 14 ? 2 : 0)
        return rect.inset(left: margin, top: top, right: margin, bottom: 0)
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let body = body(in: rect)
        if body.top > rect.top {
            let row = body.top - (rect.rows >= 20 ? 3 : 2)
            let heading = Rect(column: body.left, row: row, columns: body.columns, rows: 1)
            let first =
                isInterruption
                ? "Sign in again, and what was under way goes on"
                : "Sign in to see where your hidden observations truly are"
            surface.write(StyledLine(first, .heading), in: heading)
            if rect.rows >= 20 {
                let second =
                    isInterruption
                    ? "Esc leaves everything as it is; nothing is fetched until then."
                    : "inatty only reads. Tokens go to the website and its API, and nowhere else."
                surface.write(
                    StyledLine(second, .muted),
                    in: Rect(column: body.left, row: row + 1, columns: body.columns, rows: 1)
                )
            }
        }
        form.draw(on: &surface, in: body)
        drawHints(on: &surface, in: body)
    }

    private func drawHints(on surface: inout Surface, in body: Rect) {
        let rest = body.splitTop(form.usedRows(in: body) + 1).rest
        let width = max(1, min(rest.columns, 100))
        var lines = hints.flatMap { hint in
            TerminalText.wrapped(hint.text, to: width).map { StyledLine($0, hint.role) }
        }
        // Where there is no room for all, an address that somebody is to open is still needed whole.
        if lines.count > rest.rows { lines = lines.filter { $0.spans.first?.role != .muted } }
        guard lines.count <= rest.rows else { return }
        for (row, line) in lines.enumerated() {
            surface.write(line, in: rest.line(row))
        }
    }

    private var hints: [Span] {
        if let consent, let addresses = setting.addresses {
            let caption =
                way == .browser
                ? "Waiting for the browser. If none has opened, open this address on this computer (^Y copies it):"
                : "Open this address in any browser, allow inatty, and type the code that it shows (^Y copies it):"
            return [Span(caption, .muted), Span(consent.url(at: addresses), .key)]
        }
        return explanation.map { [Span($0, .muted)] } ?? []
    }

    private var explanation: String? {
        if let sandbox = setting.sandbox, way != .token {
            let accounts = sandbox.accounts.map { $0.username + " / " + $0.password }
            return "Made-up accounts of this demo, user name / password: " + accounts.joined(separator: ", ")
                + "."
        }
        let site = setting.addresses?.site ?? setting.site
        return switch way {
        case .token:
            "Where to get a token: sign in at \(site) in a browser, open \(site)/users/api_token (^O), "
                + "and paste all that it shows. It lasts 24 hours."
        case .browser:
            "Needs an application's id, from \(site)/oauth/applications, with http://127.0.0.1"
                + "\(RedirectListener.path) among its redirect addresses; the port does not matter. "
                + "Your browser asks you to allow it, then comes back here by itself."
        case .code:
            "For a machine without a browser. Needs an application's id, from \(site)/oauth/applications, with "
                + "\(AuthorizationRequest.outOfBand) among its redirect addresses."
        case .password:
            "A password works only together with an application's id, from \(site)/oauth/applications. "
                + "Most people cannot get one: paste a token instead."
        }
    }
}
