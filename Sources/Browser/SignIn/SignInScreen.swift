package import Accounts
package import FoundationEssentials
package import INaturalist
package import TerminalUI

/// The login screen: four ways in, which token is to speak, and whether the tokens are kept.
package nonisolated struct SignInScreen: Sendable {
    /// The lines of the form.
    package enum Field: Hashable, Sendable {
        case way, token, username, password, application, applicationSecret, code, speaker, keeping, signIn
        case lookAround
    }

    /// What the person wants.
    package enum Decision: Sendable, Hashable {
        case signIn(SignInRequest)
        /// The site's consent page is to be asked to show a code.
        case prepareCode(OAuthApplication)
        case lookAround
    }

    /// The fields and what is in them.
    package internal(set) var form: Form<Field>
    /// Whether an answer is awaited.
    package var isWaiting = false
    /// What the site's consent page was asked for, once it is known.
    package internal(set) var consent: AuthorizationRequest?
    /// Whether the person is asked again in the middle of something, which the bar explains.
    package let isInterruption: Bool

    let setting: BrowserState.Setting
    /// Whether the notes still tell of the token that was there before.
    private var isUnread = false
    static let ways = SignInWay.allCases
    static let speakers: [Identity] = [.jwt, .oauth]

    /// - Parameters:
    ///   - setting: whose tokens these are, and the accounts of a sandbox.
    ///   - keeping: where tokens would be kept; nothing as long as that is not known.
    ///   - isInterruption: whether the person is asked again in the middle of something.
    package init(
        _ setting: BrowserState.Setting,
        keeping: Keeping? = nil,
        isInterruption: Bool = false
    ) {
        self.setting = setting
        self.isInterruption = isInterruption
        form = Self.emptyForm(setting)
        take(keeping)
        arrange()
        recognise(at: Date(timeIntervalSince1970: 0))
    }

    /// The login screen after a sign-in that began elsewhere, from the environment, has failed: with the same way
    /// in chosen and what is no secret filled in.
    package init(_ setting: BrowserState.Setting, after request: SignInRequest, keeping: Keeping? = nil) {
        self.init(setting, keeping: keeping)
        form[.speaker]?.content = .choice(
            options: Self.speakers.map(\.title),
            selected: Self.speakers.firstIndex(of: request.speaker) ?? 0
        )
        form[.way]?.content = .choice(
            options: Self.ways.map(\.title),
            selected: Self.ways.firstIndex(of: request.way) ?? 0
        )
        if case .password(let grant) = request.means {
            form[.username]?.content = .field(TextField(text: grant.username))
        }
        if let application = request.application {
            form[.application]?.content = .field(TextField(text: application.id))
        }
        arrange()
    }

    /// The way that is chosen.
    package var way: SignInWay { Self.ways[form[.way]?.selection ?? 0] }

    /// Typing, pasting into the form; Space presses a button. What a token turns out to be is left to ``settle(at:)``,
    /// once for all keys that come at once.
    package mutating func take(_ event: InputEvent, at now: Date) -> Decision? {
        switch form.handle(event) {
        case .pressed(let field): return press(field)
        case .changed(let field): changed(field, at: now)
        case .ignored, .moved: break
        }
        return nil
    }

    /// Says under the token what it is, when another one was typed.
    package mutating func settle(at now: Date) {
        if isUnread { recognise(at: now) }
        isUnread = false
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
        let field: Field? =
            switch error.concerns {
            case .username: .username
            case .password: .password
            case .application: .application
            case .token: way == .code ? .code : .token
            case nil: nil
            }
        // A code works once: after a failure another one is needed.
        if way == .code, consent != nil, error.concerns != .application { consent = nil }
        show(error.description, at: field)
    }

    /// Puts a sentence beside a field, or beside the button where that field is not shown.
    package mutating func show(_ sentence: String, at field: Field?) {
        isWaiting = false
        if way == .browser { consent = nil }
        arrange()
        let shown = field.flatMap { form[$0]?.isHidden == false ? $0 : nil } ?? .signIn
        form[shown]?.problem = sentence
        form.focus(on: shown)
    }

    /// Takes what the site's consent page was asked for: its address is shown, and for a code a field.
    package mutating func take(_ request: AuthorizationRequest) {
        consent = request
        if way == .code { isWaiting = false }
        // A code that was typed before belongs to another address.
        form[.code]?.content = .secret(SecretField(hint: Self.codeHint))
        arrange()
        if way == .code { form.focus(on: .code) }
    }

    /// Takes where tokens would be kept.
    package mutating func take(_ keeping: Keeping?) {
        let options = Self.keepingOptions(keeping)
        let selected = min(form[.keeping]?.selection ?? 0, options.count - 1)
        form[.keeping]?.content = .choice(options: options, selected: selected)
        let note = keepingNote(keeping)
        form[.keeping]?.note = note
    }

    /// The address that a browser is to open for the way that is chosen, when it is known.
    package func address(at addresses: ServerAddresses?) -> String? {
        guard let addresses else { return nil }
        return switch way {
        case .token: addresses.site + "/users/api_token"
        case .browser, .code: consent?.url(at: addresses)
        case .password: nil
        }
    }

    /// The person stopped waiting.
    package mutating func stopWaiting() {
        isWaiting = false
        if way == .browser { consent = nil }
    }

    private mutating func press(_ field: Field) -> Decision? {
        form.clearProblems()
        switch field {
        case .lookAround: return .lookAround
        // A second request would make a second token that never expires.
        case .signIn: return isWaiting ? nil : decision()
        default: return nil
        }
    }

    private mutating func changed(_ field: Field, at now: Date) {
        form.clearProblems()
        switch field {
        case .way:
            consent = nil
            arrange()
            recognise(at: now)
        case .application, .applicationSecret:
            // The address was made for another application.
            consent = nil
            arrange()
        case .token: isUnread = true
        case .speaker: recognise(at: now)
        default: break
        }
    }
}
