internal import FoundationEssentials
internal import Synchronization

/// What JWTs were renewed to. Every JWT is exchanged once, however many calls wait for that.
///
/// A JWT and all that came out of it are one line; a call that still holds an old one is led to the newest.
final class Renewals: Sendable {
    /// What an exchange brings.
    typealias Outcome = SharedResult<Result<JWT, INaturalistError>>

    /// One line of JWTs.
    struct Line: Sendable {
        /// The newest.
        var jwt: JWT
        /// When this program first had the newest, by this computer's clock.
        var firstSeen: Date
        /// The exchange that is under way.
        var exchange: Outcome?
        /// After a failed exchange: how many seconds must be left at most before the next one.
        var nextDue: TimeInterval?
        /// Whether the newest was got because its predecessor was not honoured, and no reply has shown yet that it is.
        var isOnProbation = false

        /// An exchange is due with this many seconds left: 600, or a fifth of what there was when it was first seen.
        func due(clockError: TimeInterval) -> TimeInterval {
            let whole = jwt.secondsLeft(at: firstSeen.addingTimeInterval(-clockError)) ?? 0
            return nextDue ?? min(600, max(0, whole) / 5)
        }
    }

    private struct State {
        var lines: [Int: Line] = [:]
        var names: [Secret: Int] = [:]
        var nextID = 0

        mutating func id(of jwt: JWT, now: Date) -> Int {
            if let id = names[jwt.text] { return id }
            nextID += 1
            names[jwt.text] = nextID
            lines[nextID] = Line(jwt: jwt, firstSeen: now)
            return nextID
        }
    }

    private let state = Mutex(State())

    /// The line of a JWT, which begins here when the JWT was never seen.
    func line(of jwt: JWT, now: Date) -> Line {
        state.withLock { state in
            let id = state.id(of: jwt, now: now)
            return state.lines[id] ?? Line(jwt: jwt, firstSeen: now)
        }
    }

    /// The newest of a JWT's line; itself when it was never seen.
    func newest(of jwt: JWT) -> JWT {
        state.withLock { state in state.names[jwt.text].flatMap { state.lines[$0]?.jwt } ?? jwt }
    }

    /// What to do for a JWT whose time has come.
    enum Step: Sendable {
        /// It was exchanged meanwhile.
        case isDone(JWT)
        /// Somebody exchanges it.
        case wait(Outcome)
        /// Whoever asked has to exchange it, and to say so with ``finish(_:with:left:isForced:now:)``.
        case begin(Outcome)
    }

    /// Finds out who exchanges a JWT.
    func step(for jwt: JWT, now: Date) -> Step {
        state.withLock { state in
            let id = state.id(of: jwt, now: now)
            if let newest = state.lines[id]?.jwt, newest.text != jwt.text { return .isDone(newest) }
            if let exchange = state.lines[id]?.exchange { return .wait(exchange) }
            let exchange = Outcome()
            state.lines[id]?.exchange = exchange
            return .begin(exchange)
        }
    }

    /// Notes how an exchange ended.
    ///
    /// - Parameters:
    ///   - jwt: what was exchanged.
    ///   - result: the new one, or why there is none.
    ///   - left: how many seconds the old one has left.
    ///   - isForced: whether it was exchanged because it was not honoured.
    ///   - now: this computer's clock.
    func finish(
        _ jwt: JWT,
        with result: Result<JWT, INaturalistError>,
        left: TimeInterval?,
        isForced: Bool,
        now: Date
    ) {
        state.withLock { state in
            let id = state.id(of: jwt, now: now)
            guard var line = state.lines[id] else { return }
            line.exchange = nil
            switch result {
            case .success(let newest):
                if newest.text != line.jwt.text {
                    line.jwt = newest
                    line.firstSeen = now
                    state.names[newest.text] = id
                }
                line.nextDue = nil
                line.isOnProbation = isForced
            case .failure:
                // Half of the rest: soon enough to try several times, and never at once.
                line.nextDue = max(0, left ?? 0) / 2
            }
            state.lines[id] = line
        }
    }

    /// Notes that a reply knew the person by this JWT.
    func noteRecognition(of jwt: JWT) {
        state.withLock { state in
            guard let id = state.names[jwt.text], state.lines[id]?.jwt.text == jwt.text else { return }
            state.lines[id]?.isOnProbation = false
        }
    }

    /// Forgets a line.
    func forget(_ jwt: JWT) {
        state.withLock { state in
            guard let id = state.names[jwt.text] else { return }
            state.lines[id] = nil
            state.names = state.names.filter { $0.value != id }
        }
    }
}
