package import FoundationEssentials
package import INaturalist
package import TerminalUI

/// The login screen: paste a token or give a password, choose which token speaks, or look around without.
package nonisolated struct SignInScreen: Sendable {
    /// The lines of the form.
    package enum Field: Hashable, Sendable {
        case means, token, username, password, application, applicationSecret, speaker, signIn, lookAround
    }

    /// What the person wants.
    package enum Decision: Sendable, Hashable {
        case signIn(SignInRequest)
        case lookAround
    }

    /// The fields and what is in them.
    package private(set) var form: Form<Field>
    /// Whether an answer is awaited.
    package var isWaiting = false

    private let setting: BrowserState.Setting
    private static let means = ["Paste a token", "Password"]
    private static let speakers: [Identity] = [.jwt, .oauth]

    /// - Parameter setting: whose tokens these are, and the accounts of a sandbox.
    package init(_ setting: BrowserState.Setting) {
        self.setting = setting
        let example = setting.sandbox?.accounts.first
        let application = setting.sandbox?.application.id ?? ""
        let secret = setting.sandbox?.application.secret?.exposed ?? ""
        form = Form(
            [
                FormElement(.means, label: "Sign in with", .choice(options: Self.means, selected: 0)),
                FormElement(
                    .token,
                    label: "Token",
                    .field(TextField(isMasked: true, placeholder: "paste it here"))
                ),
                FormElement(
                    .username,
                    label: "User name or e-mail",
                    .field(TextField(placeholder: example.map { "for example \($0.username)" } ?? ""))
                ),
                FormElement(
                    .password,
                    label: "Password",
                    .field(
                        TextField(
                            isMasked: true,
                            placeholder: example.map { "for example \($0.password)" } ?? ""
                        )
                    )
                ),
                FormElement(.application, label: "Application id", .field(TextField(text: application))),
                FormElement(
                    .applicationSecret,
                    label: "Application secret",
                    .field(TextField(text: secret, isMasked: true)),
                    note: Span("Leave it empty for a public application.", .muted)
                ),
                FormElement(
                    .speaker,
                    label: "Token to use",
                    .choice(options: Self.speakers.map(\.title), selected: 0)
                ),
                FormElement(.signIn, .button("Sign in")),
                FormElement(.lookAround, .button("Look around without signing in")),
            ],
            focus: .token
        )
        arrange()
        recognise(at: Date(timeIntervalSince1970: 0))
    }

    /// The login screen after a sign-in that began elsewhere, from the environment, has failed: with the same way
    /// in chosen and what is no secret filled in.
    package init(_ setting: BrowserState.Setting, after request: SignInRequest) {
        self.init(setting)
        form[.speaker]?.content = .choice(
            options: Self.speakers.map(\.title),
            selected: Self.speakers.firstIndex(of: request.speaker) ?? 0
        )
        guard case .password(let grant) = request.means else { return }
        form[.means]?.content = .choice(options: Self.means, selected: 1)
        form[.username]?.content = .field(TextField(text: grant.username))
        form[.application]?.content = .field(TextField(text: grant.application.id))
        arrange()
    }

    /// Typing, pasting, clicking into the form.
    package mutating func handle(_ event: InputEvent, at now: Date) {
        if case .changed(let field) = form.handle(event) { changed(field, at: now) }
    }

    /// A click; some press a button.
    package mutating func click(_ position: Position, in rect: Rect, at now: Date) -> Decision? {
        switch form.click(position, in: body(in: rect)) {
        case .pressed(let field): return press(field)
        case .changed(let field): changed(field, at: now)
        case .ignored, .moved: break
        }
        return nil
    }

    /// To the next field.
    package mutating func focusNext() { form.focusNext() }

    /// To the field before.
    package mutating func focusPrevious() { form.focusPrevious() }

    /// Enter.
    package mutating func accept() -> Decision? {
        if case .pressed(let field) = form.accept(submit: .signIn) { return press(field) }
        return nil
    }

    /// Puts an error beside the field that it is about.
    package mutating func show(_ error: INaturalistError) {
        isWaiting = false
        let field: Field =
            switch error.concerns {
            case .username: .username
            case .password: .password
            case .application: usesPassword ? .application : .token
            case .token: usesPassword ? .speaker : .token
            case nil: .signIn
            }
        form[field]?.problem = error.description
        form.focus(on: field)
    }

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
            surface.write(
                StyledLine("Sign in to see where your hidden observations truly are", .heading),
                in: heading
            )
            if rect.rows >= 20 {
                surface.write(
                    StyledLine("inatty only reads. The token stays in this program's memory.", .muted),
                    in: Rect(column: body.left, row: row + 1, columns: body.columns, rows: 1)
                )
            }
        }
        form.draw(on: &surface, in: body)
        drawHints(on: &surface, in: body)
    }

    private func drawHints(on surface: inout Surface, in body: Rect) {
        let rest = body.splitTop(form.usedRows(in: body) + 1).rest
        let lines = TerminalText.wrapped(hint, to: max(1, min(rest.columns, 100))).map {
            StyledLine($0, .muted)
        }
        guard lines.count <= rest.rows else { return }
        for (row, line) in lines.enumerated() {
            surface.write(line, in: rest.line(row))
        }
    }

    private var hint: String {
        if let sandbox = setting.sandbox {
            let accounts = sandbox.accounts.map { $0.username + " / " + $0.password }
            return "Made-up accounts of this demo, user name / password: " + accounts.joined(separator: ", ")
                + "."
        }
        let site = setting.site
        return usesPassword
            ? "A password works only together with an application's id, from \(site)/oauth/applications. "
                + "Most people cannot get one: paste a token instead. "
                + "Who signs in through Google or Apple has no password here."
            : "Where to get a token: sign in at \(site) in a browser, open \(site)/users/api_token, "
                + "and paste all that it shows. It lasts 24 hours."
    }

    private var usesPassword: Bool { form[.means]?.selection == 1 }

    private mutating func press(_ field: Field) -> Decision? {
        form.clearProblems()
        switch field {
        case .lookAround: return .lookAround
        case .signIn: return request().map(Decision.signIn)
        default: return nil
        }
    }

    private mutating func changed(_ field: Field, at now: Date) {
        form.clearProblems()
        if field == .means { arrange() }
        if field == .token || field == .means || field == .speaker { recognise(at: now) }
    }

    private mutating func arrange() {
        let usesPassword = usesPassword
        for field in [Field.username, .password, .application, .applicationSecret] {
            form[field]?.isHidden = !usesPassword
        }
        form[.token]?.isHidden = usesPassword
    }

    /// Says under the fields what was pasted and what will come of it.
    private mutating func recognise(at now: Date) {
        let (tokenNote, speakerNote) = notes(at: now)
        form[.token]?.note = tokenNote
        form[.speaker]?.note = speakerNote
    }

    private func notes(at now: Date) -> (token: Span, speaker: Span?) {
        let text = form[.token]?.text ?? ""
        guard !usesPassword, !text.isEmpty else {
            return (
                Span("A JWT or an OAuth token; what it is, is recognised.", .muted), speakerNote(for: nil)
            )
        }
        do {
            let token = try PastedToken(parsing: text)
            return (Span(token.summary(at: now), .success), speakerNote(for: token))
        } catch {
            return (Span(error.description, .warning), nil)
        }
    }

    private var speaker: Identity { Self.speakers[form[.speaker]?.selection ?? 0] }

    private func speakerNote(for token: PastedToken?) -> Span? {
        switch (token, speaker) {
        case (.jwt, .oauth):
            Span("A JWT was pasted, so the JWT will speak: no OAuth token can be had from it.", .warning)
        case (_, .oauth):
            Span(
                "The API ignores OAuth tokens and shows the public view. Good for seeing just that.",
                .warning
            )
        case (.oauth, _):
            Span("A JWT will be fetched with the OAuth token.", .muted)
        default:
            nil
        }
    }

    private mutating func request() -> SignInRequest? {
        usesPassword ? passwordRequest() : tokenRequest()
    }

    private mutating func tokenRequest() -> SignInRequest? {
        let text = form[.token]?.text ?? ""
        guard !text.isEmpty else {
            complain(.token, "Paste a token here first.")
            return nil
        }
        do {
            return SignInRequest(.token(try PastedToken(parsing: text)), speaker: speaker)
        } catch {
            complain(.token, error.description)
            return nil
        }
    }

    private mutating func passwordRequest() -> SignInRequest? {
        let needed: [(Field, String)] = [
            (.username, "Type your user name or e-mail address."),
            (.password, "Type your password."),
            (.application, "Type the application's id. Without one, paste a token instead."),
        ]
        for (field, sentence) in needed where form[field]?.text.isEmpty ?? true {
            complain(field, sentence)
            return nil
        }
        let secret = form[.applicationSecret]?.text ?? ""
        let grant = PasswordGrant(
            username: form[.username]?.text ?? "",
            password: Secret(form[.password]?.text ?? ""),
            application: OAuthApplication(
                id: form[.application]?.text ?? "",
                secret: secret.isEmpty ? nil : Secret(secret)
            )
        )
        return SignInRequest(.password(grant), speaker: speaker)
    }

    private mutating func complain(_ field: Field, _ sentence: String) {
        form[field]?.problem = sentence
        form.focus(on: field)
    }
}
