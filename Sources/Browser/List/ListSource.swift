package import INaturalist

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
        }
        return query
    }

    private var kindOfObservation: String { isHiddenOnly ? "obscured, private" : "all" }
}
