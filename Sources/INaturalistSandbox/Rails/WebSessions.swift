internal import Synchronization

/// The website's sessions, by the value of their cookie.
final class WebSessions: Sendable {
    private let sessions = Mutex<[String: WebSession]>([:])

    /// The cookie in which Rails keeps a web session.
    static let cookieName = "_inaturalist_session"

    /// Remembers a new session, and returns its cookie's value.
    func open(_ session: WebSession) -> String {
        let cookie = AccessToken.randomText()
        sessions.withLock { $0[cookie] = session }
        return cookie
    }

    /// The session that a request belongs to, and its cookie's value.
    func session(of call: Call) -> (cookie: String, session: WebSession)? {
        let prefix = "\(Self.cookieName)="
        let cookies = (call.cookie ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        guard let cookie = cookies.first(where: { $0.hasPrefix(prefix) })?.dropFirst(prefix.count),
            let session = sessions.withLock({ $0[String(cookie)] })
        else { return nil }
        return (String(cookie), session)
    }

    func update(_ session: WebSession, as cookie: String) {
        sessions.withLock { $0[cookie] = session }
    }

    func close(_ cookie: String) {
        sessions.withLock { $0[cookie] = nil }
    }

    /// Signs an account out everywhere.
    func close(of account: SandboxAccount) {
        sessions.withLock { sessions in sessions = sessions.filter { $1.account != account } }
    }

    /// The `Set-Cookie` header that hands a session's cookie out.
    static func header(_ cookie: String) -> (name: String, value: String) {
        ("Set-Cookie", "\(cookieName)=\(cookie); path=/; HttpOnly; SameSite=Lax")
    }
}
