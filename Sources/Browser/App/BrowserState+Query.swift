internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// The query screen: which observations to look at.
extension BrowserState {
    /// Shows the query of the list that is shown, to be changed.
    nonisolated mutating func editQuery() -> [Effect] {
        var screen = QueryScreen(list.source.query(login: ownLogin) ?? ObservationQuery())
        // What is typed next is a word of its own.
        if !screen.line.text.isEmpty { screen.line.text += " " }
        lookUpAsked = nil
        return push(.query(screen)) + [start(.readQueries, in: .queries)]
    }

    nonisolated mutating func changeQuery(_ change: (inout QueryScreen) -> Void) {
        for index in screens.indices {
            guard case .query(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .query(screen)
        }
    }

    /// Does what the screen asks for.
    nonisolated mutating func decide(_ decision: QueryScreen.Decision) -> [Effect] {
        switch decision {
        case .show(let query):
            guard query.hasNames else { return show(query) }
            message = Message("Looking the names up…", .muted)
            return [start(.resolve(query, as: asker), in: .resolution)]
        case .save(let name, let text): return [start(.saveQuery(name: name, text: text), in: .queries)]
        case .remove(let name): return [start(.removeQuery(name: name), in: .queries)]
        case .copyWebAddress(let query):
            return [
                .copy(
                    query.webAddress(site: site),
                    said: Message("Copied the website's address of this query.")
                )
            ]
        }
    }

    /// Shows what a query asks for, sorted as it says.
    nonisolated mutating func show(_ query: ObservationQuery) -> [Effect] {
        var asked = query
        asked.order = nil
        let effects = show(ListSource(.query(asked), isHiddenOnly: false))
        wanted.sort = query.order.map { [SortKey($0)] } ?? []
        if let advice = query.advice { message = Message(advice, .warning) }
        return effects
    }

    /// Asks the server for the name that is being typed, and gives up what was asked before.
    nonisolated mutating func lookUpNames() -> [Effect] {
        guard case .query(let screen) = screens.last else { return [] }
        let asked = screen.wantedLookUp
        guard asked != lookUpAsked else { return [] }
        lookUpAsked = asked
        guard let lookUp = asked else { return cancel(.names) }
        return [start(.lookUpNames(lookUp, as: asker), in: .names)]
    }

    /// Who asks for names: everybody may know them, so a JWT that is not honoured is no reason not to.
    private nonisolated var asker: Viewer {
        session.mayAsk ? session.viewer : Viewer(credentials: Credentials(), identity: .anonymous)
    }

    /// The website whose addresses are made and read.
    nonisolated var site: String { setting.addresses?.site ?? ServerAddresses.iNaturalist.site }
}

extension SortKey {
    /// What a query's order is where the rows are held.
    nonisolated init(_ order: QueryOrder) {
        let column: SortColumn =
            switch order.key {
            case .id, .updated: .id
            case .created: .createdAt
            case .observed: .observedOn
            case .taxon: .taxon
            case .observer: .observer
            case .place: .publicPlace
            case .accuracy: .publicAccuracy
            }
        self.init(column: column, descending: order.isDescending)
    }
}
