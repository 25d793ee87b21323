package import INaturalist
package import TerminalUI

/// A column of the table: its heading, its width, and what it says of an observation.
///
/// A new column is a case here, its width in `specification` and its words in `span(for:)`.
package nonisolated enum ObservationColumn: Hashable, Sendable, CaseIterable {
    case taxon, observer, observedOn, geoprivacy
    case publicPoint, publicAccuracy, publicPlace, truePoint, trueAccuracy, truePlace, apart

    /// The columns worth having for a list: who observed one's own observations needs no column.
    package static func columns(for source: ListSource) -> [ObservationColumn] {
        source.owner == .mine ? allCases.filter { $0 != .observer } : allCases
    }

    /// Heading and width, for the table's layout.
    package var specification: TableColumn<ObservationColumn> {
        switch self {
        case .taxon: column("Taxon", 24, ideal: 31, growth: 3, priority: 0)
        case .observer: column("Observer", 10, ideal: 12, priority: 10)
        case .observedOn: column("Observed", 10, priority: 5)
        case .geoprivacy: column("Geoprivacy", 10, priority: 2)
        case .publicPoint: column("Public point", 20, ideal: 21, priority: 3)
        case .publicAccuracy: column("±", 6, priority: 6, .trailing)
        case .publicPlace: column("Public place", 14, ideal: 16, growth: 2, priority: 9)
        case .truePoint: column("True point", 20, ideal: 21, priority: 1)
        case .trueAccuracy: column("±", 6, priority: 7, .trailing)
        case .truePlace: column("True place", 24, ideal: 24, growth: 2, priority: 8)
        case .apart: column("Apart", 11, priority: 4, .trailing)
        }
    }

    private func column(
        _ title: String,
        _ minimum: Int,
        ideal: Int? = nil,
        growth: Int = 0,
        priority: Int,
        _ alignment: Alignment = .leading
    ) -> TableColumn<ObservationColumn> {
        TableColumn(
            id: self,
            title: title,
            minimum: minimum,
            ideal: ideal ?? minimum,
            growth: growth,
            priority: priority,
            alignment: alignment
        )
    }

    /// What the column says of that row.
    ///
    /// - Parameter identity: who is asking now; a row that was answered to another tells nothing of the true point.
    package func span(for entry: ObservationList.Entry, as identity: Identity) -> Span {
        let observation = entry.observation
        let isAnswered = entry.answers(identity)
        switch self {
        case .taxon:
            return Span(observation.displayName)
        case .observer:
            return Span(observation.observer?.login ?? "—", .muted)
        case .publicPlace:
            return Span(observation.publicFace.place ?? "—", .muted)
        case .observedOn:
            return Span(observation.displayDate ?? "—")
        case .geoprivacy:
            return observation.geoprivacySign
        case .publicPoint:
            guard let point = observation.publicFace.location?.point else { return Span("—", .muted) }
            return Span(PlaceText.point(point, decimals: 5), .publicFace)
        case .publicAccuracy:
            return Self.accuracy(observation.publicFace.location, .publicFace)
        case .truePoint, .trueAccuracy, .truePlace, .apart:
            guard isAnswered else { return Span(self == .truePoint ? "…" : "", .muted) }
            return trueSpan(for: entry)
        }
    }

    private func trueSpan(for entry: ObservationList.Entry) -> Span {
        let observation = entry.observation
        let location = observation.trueLocation
        switch (self, observation.access) {
        case (.truePoint, .withheld):
            return Span(entry.former == nil ? "withheld" : "no longer granted", .withheld)
        case (.truePoint, .open) where location != nil:
            return Span("the same", .muted)
        case (.truePoint, _):
            guard let point = location?.point else { return Span("—", .muted) }
            return Span(PlaceText.point(point, decimals: 5), .trueFace)
        case (.truePlace, .granted):
            if case .disclosed(let face) = observation.disclosure, let place = face.place {
                return Span(place)
            }
            return Span("—", .muted)
        case (.trueAccuracy, .granted):
            return Self.accuracy(location, .trueFace)
        case (.apart, .granted):
            return entry.displacement.map { Span(PlaceText.displacement($0)) } ?? Span("—", .muted)
        default:
            return Span(self == .apart ? "—" : "", .muted)
        }
    }

    private static func accuracy(_ location: Location?, _ role: Role) -> Span {
        location?.accuracy.map { Span(NumberText.length($0), role) } ?? Span("", .muted)
    }
}
