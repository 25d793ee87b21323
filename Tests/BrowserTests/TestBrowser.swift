import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// The browser's state in front of a store of its own, which answers at once; what servers are asked for is given out.
@dynamicMemberLookup
struct TestBrowser {
    var state: BrowserState
    let store: ObservationStore

    subscript<Value>(dynamicMember path: WritableKeyPath<BrowserState, Value>) -> Value {
        get { state[keyPath: path] }
        set { state[keyPath: path] = newValue }
    }

    subscript<Value>(dynamicMember path: KeyPath<BrowserState, Value>) -> Value { state[keyPath: path] }

    /// Puts observations into the list of one's own, as if they had been fetched.
    ///
    /// - Parameter total: how many there are on the server; nil when these are all.
    func hold(_ observations: [Observation], total: Int? = nil, as identity: Identity = .jwt) throws {
        let key = try #require(state.viewerKey(identity))
        let query = try #require(state.list.source.query(login: state.ownLogin))
        let list = try store.openList(query, as: key, at: World.now)
        let progress = ListProgress(
            total: total ?? observations.count,
            isComplete: total == nil,
            lowestFetched: total == nil ? nil : observations.last?.id,
            fetchedAt: World.now
        )
        try store.write(observations, of: list.id, as: key, at: World.now, progress: progress)
    }

    /// Lets the store answer whatever it is asked, until nothing is left.
    ///
    /// - Returns: what others are asked for.
    @discardableResult
    mutating func settle(_ effects: [Effect]) -> [Effect] {
        var rest: [Effect] = []
        var queue = effects[...]
        while let effect = queue.popFirst() {
            guard case .work(let lane, let ticket, let work) = effect else {
                rest.append(effect)
                continue
            }
            let desk = StoreDesk(store)
            var heads: [(ArrangedRows, ListRequest)] = []
            do {
                guard let answer = try desk.answer(to: work, head: { heads.append(($0, $1)) }) else {
                    rest.append(effect)
                    continue
                }
                for (head, request) in heads {
                    queue += state.update(.arranged(ticket: ticket, head, request), at: World.now)
                }
                queue += state.update(.finished(lane, ticket: ticket, answer), at: World.now)
            } catch {
                queue += state.update(
                    .finished(lane, ticket: ticket, .failedHere(error.description)),
                    at: World.now
                )
            }
        }
        return rest
    }

    /// Takes an event; answers what others than the store are asked for.
    @discardableResult
    mutating func update(_ event: BrowserEvent, at now: Date) -> [Effect] {
        settle(state.update(event, at: now))
    }

    /// Presses keys one after another; answers what the last asked for.
    @discardableResult
    mutating func press(_ keys: Key...) -> [Effect] {
        keys.reduce(into: []) { effects, key in effects = update(.input(.key(key)), at: World.now) }
    }

    /// Types a text.
    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Shows another list.
    @discardableResult
    mutating func show(_ source: ListSource) -> [Effect] {
        let effects = state.show(source)
        return settle(effects + state.update(.woke, at: World.now))
    }
}
