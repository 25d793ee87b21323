import Accounts
import Browser
import FoundationEssentials
import INaturalist
import ObservationStore

/// Whom the store is read for, without any network.
struct HeldViewer {
    let key: ViewerKey
    /// Nil for nobody, and where only the number of the account is known.
    let login: String?

    /// The identity that spoke when it was told.
    var identity: Identity {
        switch key {
        case .jwt: .jwt
        case .oauth: .oauth
        case .anonymous, .file: .anonymous
        }
    }
}

extension ListOptions {
    /// Who the person is, as far as this computer knows: the account that a JWT names, or that is kept.
    ///
    /// - Throws: `UsageError` when the environment signs in with something that names no account.
    func heldViewer() throws -> HeldViewer {
        guard identity != .anonymous else { return HeldViewer(key: .anonymous, login: nil) }
        let environment = LaunchEnvironment.current
        let kept = try store().accounts()
        if let login = accountOptions.account {
            guard let account = kept.first(where: { $0.account.login.lowercased() == login.lowercased() })
            else {
                throw AccountStoreError.notKept(login: login)
            }
            return viewer(account.account)
        }
        guard let request = try accountOptions.signInRequest(of: environment, speaker: .jwt) else {
            guard let account = kept.first(where: \.isCurrent)?.account else {
                guard identity == nil else { throw SignInError.nobodyKept }
                return HeldViewer(key: .anonymous, login: nil)
            }
            return viewer(account)
        }
        switch request.means {
        case .token(.jwt(let jwt)):
            guard let user = jwt.userID else { break }
            return viewer(Account(id: user, login: kept.first { $0.id == user }?.account.login ?? ""))
        case .password(let grant):
            if let account = kept.first(where: {
                $0.account.login.lowercased() == grant.username.lowercased()
            }) {
                return viewer(account.account)
            }
        default: break
        }
        throw UsageError(
            description: """
                Without a network nobody can say whose account the environment signs in. Sign in once with inatty auth \
                login, or name nobody with --as anonymous.
                """
        )
    }

    private func viewer(_ account: Account) -> HeldViewer {
        HeldViewer(
            key: identity == .oauth ? .oauth(user: account.id) : .jwt(user: account.id),
            login: account.login.isEmpty ? nil : account.login
        )
    }

    /// The list as it is held.
    ///
    /// - Returns: nil when the query names no observations, and nothing else does.
    /// - Throws: `UsageError` when nothing of it is held.
    func heldList(in store: ObservationStore, as viewer: HeldViewer) throws -> HeldList {
        let asked = try query(login: viewer.login)
        let query = try asked.resolved(by: store.lists().filter { $0.viewer == viewer.key })
        guard let list = try store.list(query, as: viewer.key) else {
            let held = try store.lists().filter { $0.viewer == viewer.key }.map(\.query)
            let hint = held.isEmpty ? "" : " Held are: \(held.prefix(5).joined(separator: " | "))."
            throw UsageError(
                description: "Nothing of “\(asked.text)” is held. inatty sync fetches it.\(hint)"
            )
        }
        return list
    }
}

extension ObservationStore {
    /// The store of the servers that the environment names.
    ///
    /// - Parameter isNew: whether one is made when there is none.
    /// - Throws: what is wrong with the file; `UsageError` when there is none.
    static func ofEnvironment(isNew: Bool = true) throws -> ObservationStore {
        let variables = LaunchEnvironment.current.variables
        let addresses = try ServerAddresses(environment: variables)
        guard let path = path(variables: variables, addresses: addresses) else {
            throw UsageError(
                description: "There is no folder to keep observations in: set HOME or XDG_DATA_HOME to one."
            )
        }
        guard isNew || FileManager.default.fileExists(atPath: path) else {
            throw UsageError(
                description: "Nothing is held yet. inatty sync fetches observations and keeps them."
            )
        }
        return try ObservationStore(path: path)
    }
}

extension ObservationQuery {
    /// The same with the numbers that earlier look-ups found for its names, as the names of lists have them.
    func resolved(by lists: [HeldList]) -> ObservationQuery {
        let others = lists.compactMap { try? ObservationQuery(text: $0.query) }
        var query = self
        for field in Self.named where needsNumbers(field) {
            let known = others.flatMap { $0[field] }
            query[field] = query[field].map { reference in
                guard case .name(let name) = reference else { return reference }
                let same = known.first { other in
                    guard case .id(_, let called?) = other else { return false }
                    return called.lowercased() == name.lowercased()
                }
                return same ?? reference
            }
        }
        return query
    }
}
