/// The parameters about days and times. What cannot be read is ignored, as `/v1` does (API reference 3.3).
struct DateConditions {
    typealias Condition = @Sendable (ObservationRecord) -> Bool

    let query: Query

    var conditions: [Condition] {
        observed + entered + parts
    }

    private var observed: [Condition] {
        var conditions: [Condition] = []
        if let start = date("d1") { conditions.append { $0.time.observedOn.map { $0 >= start } ?? false } }
        if let end = date("d2") { conditions.append { $0.time.observedOn.map { $0 <= end } ?? false } }
        if let day = date("observed_on") { conditions.append { $0.time.observedOn == day } }
        return conditions
    }

    private var entered: [Condition] {
        var conditions: [Condition] = []
        if let start = moment("created_d1") { conditions.append { $0.time.createdAt >= start } }
        if let end = moment("created_d2", endOfDay: true) { conditions.append { $0.time.createdAt <= end } }
        if let day = date("created_on") {
            conditions.append { record in
                let offset = RegionTable.region(record.place.region).standardOffset
                return record.time.createdAt.local(offset: offset).date == day
            }
        }
        if let since = moment("updated_since") { conditions.append { $0.time.updatedAt >= since } }
        return conditions
    }

    private var parts: [Condition] {
        var conditions: [Condition] = []
        let years = numbers("year")
        if !years.isEmpty {
            conditions.append { $0.time.observedOn.map { years.contains($0.components.year) } ?? false }
        }
        let months = numbers("month")
        if !months.isEmpty {
            conditions.append { $0.time.observedOn.map { months.contains($0.components.month) } ?? false }
        }
        let days = numbers("day")
        if !days.isEmpty {
            conditions.append { $0.time.observedOn.map { days.contains($0.components.day) } ?? false }
        }
        let hours = numbers("hour")
        if !hours.isEmpty {
            conditions.append { $0.time.observedAt.map { hours.contains($0 / 3_600) } ?? false }
        }
        return conditions
    }

    private func date(_ name: String) -> CivilDate? {
        query[name].flatMap { CivilDate($0.prefix(10)) }
    }

    private func moment(_ name: String, endOfDay: Bool = false) -> Moment? {
        query[name].flatMap { Moment(parsing: $0, endOfDay: endOfDay) }
    }

    private func numbers(_ name: String) -> Set<Int> {
        Set(query.list(name).compactMap { Int($0) })
    }
}
