/// What tests let happen to the records while the server runs. Each change is seen by the next request, and
/// `updated_since` finds what it touched.
extension Sandbox {
    /// How an observer wants a point to be shown.
    package enum PointSetting: Sendable, Hashable, CaseIterable {
        /// For everybody to see; the server then writes null.
        case open
        /// Somewhere in its cell.
        case obscured
        /// Not at all.
        case `private`
    }

    /// Deletes an observation: it is gone from searches and by id, and the website answers 410 for it.
    /// - Returns: Whether there was one of this id.
    @discardableResult
    package func deleteObservation(id: Int) -> Bool {
        change(id) { world, index in world.delete(index) }
    }

    /// Changes the observer's own geoprivacy, as in the website's form. The taxon's status is not touched by it.
    /// - Returns: Whether there was one of this id.
    @discardableResult
    package func changeGeoprivacy(id: Int, to setting: PointSetting) -> Bool {
        let geoprivacy: Geoprivacy? =
            switch setting {
            case .open: nil
            case .obscured: .obscured
            case .private: .private
            }
        let changes = WorldChanges(now: state.now)
        return change(id) { world, index in changes.setGeoprivacy(geoprivacy, of: index, in: &world) }
    }

    /// Moves an observation: a hidden one gets another public point in the cell of the new place.
    /// - Parameters:
    ///   - id: The observation's id.
    ///   - point: The new true point, degrees WGS 84.
    /// - Returns: Whether there was one of this id.
    @discardableResult
    package func moveObservation(id: Int, to point: (latitude: Double, longitude: Double)) -> Bool {
        let changes = WorldChanges(now: state.now)
        let point = Point(point.latitude, point.longitude)
        return change(id) { world, index in changes.move(index, to: point, in: &world) }
    }

    /// Changes whether one person trusts another with hidden coordinates. No observation is updated by it.
    /// - Parameters:
    ///   - observer: The login of who trusts.
    ///   - person: The login of who is trusted.
    ///   - isTrusted: Whether from now on.
    package func changeTrust(observer: String, of person: String, to isTrusted: Bool) {
        guard let truster = PersonLookup.index(observer), let trusted = PersonLookup.index(person) else {
            return
        }
        worlds.change { $0.setTrust(World.Trust(truster: truster, trusted: trusted), to: isTrusted) }
    }

    /// Adds made-up observations of a person, entered now; every other one of them is hidden.
    /// - Returns: Their ids, which rise and are above all others.
    @discardableResult
    package func addObservations(count: Int, owner: String) -> [Int] {
        guard let owner = PersonLookup.index(owner) else { return [] }
        let changes = WorldChanges(now: state.now)
        return worlds.change { changes.add(count, owner: owner, to: &$0) }
    }

    /// The ids of all observations that are there, rising.
    /// - Parameter owner: The login of whose are wanted, or nil for everybody's.
    package func observationIDs(owner: String? = nil) -> [Int] {
        let person = owner.map { PersonLookup.index($0) ?? -1 }
        return worlds.current.keys.lazy
            .filter { !$0.traits.contains(.deleted) && (person == nil || $0.owner == person) }
            .map { Int($0.id) }
    }

    private func change(_ id: Int, _ body: (inout World, Int) -> Void) -> Bool {
        worlds.change { world in
            guard let index = world.liveIndex(id: id) else { return false }
            body(&world, index)
            return true
        }
    }
}
