import Synchronization

/// Makes the records when they are first asked for. They never change, so servers in one process share them.
struct WorldSource: Sendable, Hashable {
    let seed: UInt64

    /// How many observations there are.
    let count: Int

    private static let made = Mutex<[WorldSource: World]>([:])

    /// The records; made on the caller's thread the first time.
    var world: World {
        Self.made.withLock { made in
            if let known = made[self] { return known }
            let world = World(seed: seed, count: count)
            made[self] = world
            return world
        }
    }
}
