import Synchronization

/// The records as one server has them: made when they are first asked for, and changed when a test asks for it.
final class SandboxWorld: Sendable {
    let source: WorldSource

    private let held: Mutex<World?> = Mutex(nil)
    private let matches = Mutex(MatchCache())

    init(_ source: WorldSource) {
        self.source = source
    }

    /// The records as they are now. Whoever asks first waits until they are made.
    var current: World {
        held.withLock { held in
            let world = held ?? source.world
            held = world
            return world
        }
    }

    /// Makes the records, and tells from time to time how many are made.
    func prepare(reporting report: (_ made: Int) -> Void) {
        held.withLock { if $0 == nil { $0 = source.world(reporting: report) } }
    }

    /// Changes the records; requests that came before still see them as they were.
    func change<Result: Sendable>(_ body: (inout World) -> Result) -> Result {
        held.withLock { held in
            var world = held ?? source.world
            held = nil
            defer { held = world }
            return body(&world)
        }
    }

    /// Which records answer a search, from memory where it was asked before.
    func matches(_ search: ObservationSearch, in world: World) -> MatchList {
        guard let key = search.cacheKey else { return search.matches(in: world) }
        if let known = matches.withLock({ $0.list(for: key, version: world.version) }) { return known }
        let list = search.matches(in: world)
        matches.withLock { $0.keep(list, for: key, version: world.version) }
        return list
    }
}
