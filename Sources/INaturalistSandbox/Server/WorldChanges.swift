import FoundationEssentials

/// What the website does when people change, add and delete observations.
struct WorldChanges {
    /// Now by the server's clock.
    let now: Moment

    /// Sets the observer's own geoprivacy. The public point is drawn anew only on the way from private to obscured
    /// (API reference 5).
    func setGeoprivacy(_ geoprivacy: Geoprivacy?, of index: Int, in world: inout World) {
        var record = world.record(at: index)
        let before = record.hiding
        record.place.geoprivacy = geoprivacy
        hide(&record, before: before, isMoved: false)
        replace(index, with: record, in: &world)
    }

    /// Moves the true point, and with it the public one.
    func move(_ index: Int, to point: Point, in world: inout World) {
        var record = world.record(at: index)
        let before = record.hiding
        record.place.truePoint = point
        let region = RegionTable.rows.first { region in
            region.latitudes.contains(point.latitude.value)
                && region.longitudes.contains(point.longitude.value)
        }
        if let region { record.place.region = region.key }
        hide(&record, before: before, isMoved: true)
        replace(index, with: record, in: &world)
    }

    /// Adds observations, entered now, every other one of them hidden.
    /// - Returns: Their ids.
    func add(_ count: Int, owner: Int, to world: inout World) -> [Int] {
        var generator = SplitMix64(seed: UInt64(world.keys.count))
        let hidden = Blueprint.make(count / 2, hidden: true, using: &generator) { _ in owner }
        let open = Blueprint.make(count - count / 2, hidden: false, using: &generator) { _ in owner }
        return (hidden + open).map { blueprint in
            let last = world.keys.last
            let id = Int(last?.id ?? 0) + generator.within(1, 9)
            // Ids and moments of entry rise together.
            let createdAt = Moment(seconds: max(now.seconds, Int(last?.createdAt ?? 0)))
            var record = RecordDetails(
                blueprint: blueprint,
                id: id,
                index: world.keys.count,
                createdAt: createdAt,
                seed: generator.next()
            ).record()
            record.time.updatedAt = createdAt
            world.append(record)
            return id
        }
    }

    private func replace(_ index: Int, with record: ObservationRecord, in world: inout World) {
        var record = record
        record.time.updatedAt = Moment(seconds: max(now.seconds, record.time.updatedAt.seconds + 1))
        world.replace(index, with: record)
    }

    /// Makes the public face follow the stricter of both settings.
    private func hide(_ record: inout ObservationRecord, before: Geoprivacy?, isMoved: Bool) {
        let hiding = record.hiding
        let region = RegionTable.region(record.place.region)
        let typed = before == nil ? record.place.placeGuess : record.place.privatePlaceGuess
        guard let truePoint = record.place.truePoint else {
            record.place.placeGuess = hiding == nil ? typed : nil
            return
        }
        let cell = ObscurationCell(containing: truePoint)
        switch hiding {
        case nil, .open:
            record.place.publicPoint = truePoint
            record.place.publicAccuracy = record.place.accuracy
            record.place.placeGuess = typed
            record.place.privatePlaceGuess = nil
            return
        case .obscured:
            if before != .obscured || isMoved {
                var generator = SplitMix64(seed: UInt64(record.id) ^ UInt64(bitPattern: Int64(now.seconds)))
                record.place.publicPoint = cell.randomPoint(using: &generator)
            }
            record.place.placeGuess = region.publicName
        case .private:
            record.place.publicPoint = nil
            record.place.placeGuess = nil
        }
        record.place.privatePlaceGuess = typed
        record.place.publicAccuracy = max(record.place.accuracy ?? 0, cell.diagonalMetres)
    }
}
