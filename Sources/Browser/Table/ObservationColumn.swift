package import INaturalist
package import TerminalUI

/// A column of the table: its heading, its width, and what it says of an observation.
///
/// A new column is a case here, its width in `specification` and its words in `span(for:)`.
package nonisolated enum ObservationColumn: Hashable, Sendable, CaseIterable {
    case taxon, observedOn, geoprivacy, publicPoint, publicAccuracy, truePoint, trueAccuracy, apart

    /// Heading and width, for the table's layout.
    package var specification: TableColumn<ObservationColumn> {
        switch self {
        case .taxon:
            TableColumn(
                id: self,
                title: "Taxon",
                minimum: 14,
                ideal: 31,
                growth: 3,
                priority: 0,
                alignment: .leading
            )
        case .observedOn:
            TableColumn(
                id: self,
                title: "Observed",
                minimum: 10,
                ideal: 10,
                growth: 0,
                priority: 5,
                alignment: .leading
            )
        case .geoprivacy:
            TableColumn(
                id: self,
                title: "Geoprivacy",
                minimum: 10,
                ideal: 10,
                growth: 0,
                priority: 2,
                alignment: .leading
            )
        case .publicPoint:
            TableColumn(
                id: self,
                title: "Public point",
                minimum: 20,
                ideal: 21,
                growth: 0,
                priority: 3,
                alignment: .leading
            )
        case .publicAccuracy:
            TableColumn(
                id: self,
                title: "±",
                minimum: 6,
                ideal: 6,
                growth: 0,
                priority: 6,
                alignment: .trailing
            )
        case .truePoint:
            TableColumn(
                id: self,
                title: "True point",
                minimum: 20,
                ideal: 21,
                growth: 0,
                priority: 1,
                alignment: .leading
            )
        case .trueAccuracy:
            TableColumn(
                id: self,
                title: "±",
                minimum: 6,
                ideal: 6,
                growth: 0,
                priority: 7,
                alignment: .trailing
            )
        case .apart:
            TableColumn(
                id: self,
                title: "Apart",
                minimum: 11,
                ideal: 11,
                growth: 0,
                priority: 4,
                alignment: .trailing
            )
        }
    }

    /// What the column says of that row.
    ///
    /// - Parameter identity: who is asking now; a row that was answered to another tells nothing of the true point.
    package func span(for entry: ObservationList.Entry, as identity: Identity) -> Span {
        let observation = entry.observation
        let isAnswered = entry.askedAs == identity
        switch self {
        case .taxon:
            return Span(observation.displayName)
        case .observedOn:
            return Span(observation.displayDate ?? "—")
        case .geoprivacy:
            return observation.geoprivacySign
        case .publicPoint:
            guard let point = observation.publicFace.location?.point else { return Span("—", .muted) }
            return Span(PlaceText.point(point, decimals: 5), .publicFace)
        case .publicAccuracy:
            return Self.accuracy(observation.publicFace.location, .publicFace)
        case .truePoint, .trueAccuracy, .apart:
            guard isAnswered else { return Span(self == .truePoint ? "…" : "", .muted) }
            return trueSpan(for: observation)
        }
    }

    private func trueSpan(for observation: Observation) -> Span {
        let location = observation.trueLocation
        switch (self, observation.access) {
        case (.truePoint, .withheld):
            return Span("withheld", .withheld)
        case (.truePoint, .open) where location != nil:
            return Span("the same", .muted)
        case (.truePoint, _):
            guard let point = location?.point else { return Span("—", .muted) }
            return Span(PlaceText.point(point, decimals: 5), .trueFace)
        case (.trueAccuracy, .granted):
            return Self.accuracy(location, .trueFace)
        case (.apart, .granted):
            return observation.displacement.map { Span(PlaceText.displacement($0)) } ?? Span("—", .muted)
        default:
            return Span(self == .apart ? "—" : "", .muted)
        }
    }

    private static func accuracy(_ location: Location?, _ role: Role) -> Span {
        location?.accuracy.map { Span(NumberText.length($0), role) } ?? Span("", .muted)
    }
}
