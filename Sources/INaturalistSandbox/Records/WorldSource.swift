import Synchronization

/// Makes the records when they are first asked for. They never change, so servers in one process share them.
struct WorldSource: Sendable, Hashable {
    let seed: UInt64

    /// How many observations there are.
    let count: Int

    private static let made = Mutex<[WorldSource: WorldBase]>([:])

    /// The records as they are made, before a test changes any; made on the caller's thread the first time.
    var world: World {
        world { _ in }
    }

    /// The records as they are made.
    /// - Parameter report: Is told from time to time how many are made.
    func world(reporting report: (_ made: Int) -> Void) -> World {
        let base = Self.made.withLock { made in
            if let known = made[self] { return known }
            let base = WorldBase(seed: seed, count: count, report: report)
            made[self] = base
            return base
        }
        return World(base)
    }
}
