/// The parameters about days and times. What cannot be read is ignored, as `/v1` does (API reference 3.3).
struct DateConditions {
    typealias Condition = ObservationSearch.Condition

    let query: Query

    var conditions: [Condition] {
        observed + entered + parts
    }

    private var observed: [Condition] {
        var conditions: [Condition] = []
        if let start = date("d1") {
            conditions.append { $0.observedOn != RecordKey.unknown && $0.observedOn >= start.days }
        }
        if let end = date("d2") {
            conditions.append { $0.observedOn != RecordKey.unknown && $0.observedOn <= end.days }
        }
        if let day = date("observed_on") ?? date("on") { conditions.append { $0.observedOn == day.days } }
        if let start = moment("observed_after").map({ $0.local(offset: 0).date }) {
            conditions.append { $0.observedOn != RecordKey.unknown && $0.observedOn >= start.days }
        }
        if let end = moment("observed_before").map({ $0.local(offset: 0).date }) {
            conditions.append { $0.observedOn != RecordKey.unknown && $0.observedOn <= end.days }
        }
        return conditions
    }

    private var entered: [Condition] {
        var conditions: [Condition] = []
        if let start = moment("created_d1") { conditions.append { $0.createdAt >= start.seconds } }
        if let end = moment("created_d2", endOfDay: true) {
            conditions.append { $0.createdAt <= end.seconds }
        }
        if let day = date("created_on") { conditions.append { Self.entryDate(of: $0) == day } }
        if let since = moment("updated_since") { conditions.append { $0.updatedAt >= since.seconds } }
        if let start = moment("user_after") {
            conditions.append { Person.everybody[$0.owner].createdAt >= start }
        }
        if let end = moment("user_before") {
            conditions.append { Person.everybody[$0.owner].createdAt <= end }
        }
        for (name, part) in [
            ("created_year", { @Sendable (date: CivilDate) in date.components.year }),
            ("created_month", { @Sendable (date: CivilDate) in date.components.month }),
            ("created_day", { @Sendable (date: CivilDate) in date.components.day }),
        ] {
            let wanted = numbers(name)
            if !wanted.isEmpty { conditions.append { wanted.contains(part(Self.entryDate(of: $0))) } }
        }
        return conditions
    }

    /// The day of entry where the observation was made.
    private static func entryDate(of key: RecordKey) -> CivilDate {
        Moment(seconds: Int(key.createdAt)).local(offset: key.region.standardOffset).date
    }

    private var parts: [Condition] {
        var conditions: [Condition] = []
        for (name, part) in [
            ("year", { @Sendable (date: CivilDate) in date.components.year }),
            ("month", { @Sendable (date: CivilDate) in date.components.month }),
            ("day", { @Sendable (date: CivilDate) in date.components.day }),
            ("week", { @Sendable (date: CivilDate) in date.isoWeek }),
        ] {
            let wanted = numbers(name)
            if !wanted.isEmpty {
                conditions.append { $0.observedDate.map { wanted.contains(part($0)) } ?? false }
            }
        }
        let hours = numbers("hour")
        if !hours.isEmpty {
            conditions.append {
                $0.observedAt != RecordKey.unknown && hours.contains(Int($0.observedAt) / 3_600)
            }
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
