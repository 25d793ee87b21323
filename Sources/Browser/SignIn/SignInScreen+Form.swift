internal import Accounts
internal import FoundationEssentials
internal import INaturalist
internal import SecretMemory
internal import TerminalUI

nonisolated extension SignInScreen {
    /// All fields, empty; a sandbox's application is filled in.
    static func emptyForm(_ setting: BrowserState.Setting) -> Form<Field> {
        let account = setting.sandbox?.accounts.first
        func example(_ text: String?) -> String { text.map { "for example \($0)" } ?? "" }
        return Form(
            [
                FormElement(
                    .way,
                    label: "Sign in with",
                    .choice(options: ways.map(\.title), selected: 0)
                ),
                FormElement(.token, label: "Token", .secret(SecretField(hint: "paste it here"))),
                FormElement(
                    .username,
                    label: "User name or e-mail",
                    .field(TextField(hint: example(account?.username)))
                ),
                FormElement(
                    .password,
                    label: "Password",
                    .secret(SecretField(hint: example(account?.password))),
                    note: Span(
                        "Signed up through Google or Apple? Then there is none: paste a token.",
                        .muted
                    )
                ),
                FormElement(
                    .application,
                    label: "Application id",
                    .field(TextField(text: setting.sandbox?.application.id ?? ""))
                ),
                FormElement(
                    .applicationSecret,
                    label: "Application secret",
                    .secret(SecretField(setting.sandbox?.application.secret?.bytes ?? .empty)),
                    note: Span("Leave it empty for a public application.", .muted)
                ),
                FormElement(.code, label: "Code", .secret(SecretField(hint: codeHint))),
                FormElement(
                    .speaker,
                    label: "Token to use",
                    .choice(options: speakers.map(\.title), selected: 0)
                ),
                FormElement(.keeping, label: "Keep the tokens", .choice(options: [], selected: 0)),
                FormElement(.signIn, .button("Sign in")),
                FormElement(.lookAround, .button("Look around without signing in")),
            ],
            focus: .token
        )
    }

    static let codeHint = "type or paste it here"

    /// Shows the fields of the way that is chosen.
    mutating func arrange() {
        let way = way
        form[.token]?.isHidden = way != .token
        form[.username]?.isHidden = way != .password
        form[.password]?.isHidden = way != .password
        form[.application]?.isHidden = way == .token
        form[.applicationSecret]?.isHidden = way == .token
        form[.code]?.isHidden = way != .code || consent == nil
        form[.keeping]?.isHidden = setting.sandbox != nil
        form[.lookAround]?.isHidden = isInterruption
        let title =
            switch way {
            case .token, .password: "Sign in"
            case .browser: "Open the browser"
            case .code: consent == nil ? "Show the address" : "Sign in"
            }
        form[.signIn]?.content = .button(title)
    }

    static func keepingOptions(_ keeping: Keeping?) -> [String] {
        switch keeping {
        case .keyring: ["in the keyring", "not at all"]
        case .file: ["in a file", "not at all"]
        case .nowhere: ["not at all"]
        case nil: ["yes", "not at all"]
        }
    }

    func keepingNote(_ keeping: Keeping?) -> Span? {
        switch keeping {
        case .keyring: Span("The keyring of your desktop. Passwords are never kept.", .muted)
        case .file(let path): Span("No keyring answers here, so in \(path), for you alone to read.", .muted)
        case .nowhere:
            Span(
                setting.isKeeping
                    ? "There is no place to keep them: neither XDG_STATE_HOME nor HOME names a folder."
                    : "Nothing is kept: --no-store was given.",
                .muted
            )
        case nil: nil
        }
    }

    /// Whether the tokens are to be kept.
    var isKept: Bool {
        guard setting.sandbox == nil, case .choice(let options, let selected) = form[.keeping]?.content else {
            return false
        }
        return selected < options.count - 1
    }

    /// Which token is to speak.
    var speaker: Identity { Self.speakers[form[.speaker]?.selection ?? 0] }

    /// Says under the fields what was pasted and what will come of it.
    mutating func recognise(at now: Date) {
        let (tokenNote, speakerNote) = notes(at: now)
        form[.token]?.note = tokenNote
        form[.speaker]?.note = speakerNote
    }

    private func notes(at now: Date) -> (token: Span, speaker: Span?) {
        guard way == .token, let text = form[.token]?.secret, !text.isEmpty else {
            return (
                Span("A JWT or an OAuth token; what it is, is recognised.", .muted), speakerNote(for: nil)
            )
        }
        do {
            let token = try PastedToken(parsing: Secret(bytes: text).exposed)
            return (Span(token.summary(at: now), .success), speakerNote(for: token))
        } catch {
            return (Span(error.description, .warning), nil)
        }
    }

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

    // MARK: - What was filled in

    /// What the button stands for, when all that it needs is there; else that is told.
    mutating func decision() -> Decision? {
        switch way {
        case .token: return token().map { signIn(.token($0)) }
        case .browser: return application().map { signIn(.browser($0)) }
        case .code: return code()
        case .password: return password().map { signIn(.password($0)) }
        }
    }

    private func signIn(_ means: SignInRequest.Means) -> Decision {
        .signIn(SignInRequest(means, speaker: speaker, isKept: isKept))
    }

    private mutating func token() -> PastedToken? {
        guard let text = form[.token]?.secret, !text.isEmpty else {
            return complain(.token, "Paste a token here first.")
        }
        do {
            return try PastedToken(parsing: Secret(bytes: text).exposed)
        } catch {
            return complain(.token, error.description)
        }
    }

    private mutating func code() -> Decision? {
        guard let application = application() else { return nil }
        guard let consent else { return .prepareCode(application) }
        guard let code = form[.code]?.secret, !code.isEmpty else {
            return complain(.code, "Type the code that the page shows.")
        }
        do {
            return signIn(.code(try CodeGrant(request: consent, pasting: Secret(bytes: code))))
        } catch {
            return complain(.code, error.description)
        }
    }

    private mutating func password() -> PasswordGrant? {
        let username = form[.username]?.text ?? ""
        guard !username.isEmpty else {
            return complain(.username, "Type your user name or e-mail address.")
        }
        guard let password = form[.password]?.secret, !password.isEmpty else {
            return complain(.password, "Type your password.")
        }
        guard let application = application() else { return nil }
        return PasswordGrant(username: username, password: Secret(bytes: password), application: application)
    }

    private mutating func application() -> OAuthApplication? {
        let id = form[.application]?.text ?? ""
        guard !id.isEmpty else {
            return complain(.application, "Type the application's id. Without one, paste a token instead.")
        }
        return OAuthApplication(id: id, secret: form[.applicationSecret].map { Secret(bytes: $0.secret) })
    }

    private mutating func complain<Value>(_ field: Field, _ sentence: String) -> Value? {
        form[field]?.problem = sentence
        form.focus(on: field)
        return nil
    }
}
