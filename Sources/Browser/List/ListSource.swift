internal import Coordinates
package import INaturalist
package import ObservationImport

/// Which observations the table shows.
package nonisolated struct ListSource: Hashable, Sendable {
    /// Whose observations.
    package enum Owner: Hashable, Sendable {
        /// The signed-in person's.
        case mine
        /// Those of the person with that login.
        case person(String)
        /// Everyone's.
        case everyone
        /// Just these.
        case ids([Int])
        /// What a query says, with its own observers.
        case query(ObservationQuery)
        /// What a file has, without any server.
        case file(FileSource)
    }

    /// Whose observations.
    package var owner: Owner
    /// Whether open ones are left out. A list of ids shows all that it names.
    package var isHiddenOnly: Bool

    package init(_ owner: Owner, isHiddenOnly: Bool = true) {
        self.owner = owner
        self.isHiddenOnly = isHiddenOnly
    }

    /// The list in the words of the bar: `obscured, private · mine`.
    package var title: String {
        switch owner {
        case .mine: kindOfObservation + " · mine"
        case .person(let login): kindOfObservation + " · " + login
        case .everyone: kindOfObservation + " · everyone's"
        case .ids(let ids): ids.count == 1 ? "1 id" : NumberText.count(ids.count) + " ids"
        case .query(let query): query.text.isEmpty ? "all · everyone's" : query.text
        case .file(let source): source.name.split(separator: "/").last.map(String.init) ?? source.name
        }
    }

    /// What to ask the server.
    ///
    /// - Parameter login: the signed-in person's; a list of one's own cannot be asked for without it.
    package func query(login: String?) -> ObservationQuery? {
        var query = ObservationQuery()
        if isHiddenOnly { query.obscurations = [.obscured, .private] }
        switch owner {
        case .mine:
            guard let login else { return nil }
            query.observers = [.name(login)]
        case .person(let login):
            query.observers = [.name(login)]
        case .everyone:
            break
        case .ids(let ids):
            query.obscurations = []
            query.ids = ids
        case .query(let own):
            return own
        case .file:
            return nil
        }
        return query
    }

    /// Whether its query names a box, which may be around a place that is hidden.
    package var hasBox: Bool { if case .query(let query) = owner { query.box != nil } else { false } }

    /// Whether no server is asked for it.
    package var isOffline: Bool { if case .file = owner { true } else { false } }

    /// What the list is called in the store; nothing while it is not known whose it is.
    package func name(login: String?) -> String? {
        if case .file(let source) = owner { return source.name }
        return query(login: login)?.listName
    }

    private var kindOfObservation: String { isHiddenOnly ? "obscured, private" : "all" }
}
