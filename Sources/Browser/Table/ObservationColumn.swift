internal import Coordinates
package import INaturalist
package import TerminalUI

/// A column of the table: its heading, its width, and what it says of an observation.
///
/// A new column is a case here, its width in `specification` and its words in `span(for:)`; the configuration, the
/// screen of columns and sorting by it follow.
package nonisolated enum ObservationColumn: String, Hashable, Sendable, CaseIterable {
    case taxon, observer, observedOn, geoprivacy
    case publicPoint, publicAccuracy, publicPlace, truePoint, trueAccuracy, truePlace, apart
    case id, scientificName, createdAt, taxonGeoprivacy, access, quality

    /// Those that are shown to who has not chosen others.
    package static let standard: [ObservationColumn] = allCases.filter(\.isShownFirst)

    /// Whether it is shown to who has not chosen others.
    package var isShownFirst: Bool {
        switch self {
        case .id, .scientificName, .createdAt, .taxonGeoprivacy, .access, .quality: false
        default: true
        }
    }

    /// Its name in the configuration: `public-point`.
    package var name: String { KebabName.of(rawValue) }

    /// The column of that name.
    package init?(name: String) {
        guard let column = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = column
    }

    /// Heading and width, for the table's layout.
    ///
    /// - Parameter notation: how points are written, which decides how wide they are.
    package func specification(_ notation: Notation) -> TableColumn<ObservationColumn> {
        let point = notation.coordinates.tableColumns
        // Few decimal points need their last column, and with one less both points fit into 80 columns.
        let least = notation.coordinates == .decimal ? point - 1 : point
        return switch self {
        case .taxon: column("Taxon", 24, ideal: 31, growth: 3, priority: 0)
        case .observer: column("Observer", 10, ideal: 12, priority: 10)
        case .observedOn: column("Observed", 10, priority: 5)
        case .geoprivacy: column("Geoprivacy", 10, priority: 2)
        case .publicPoint: column("Public point", least, ideal: point, priority: 3)
        case .publicAccuracy: column("±", 6, priority: 6, .trailing)
        case .publicPlace: column("Public place", 14, ideal: 16, growth: 2, priority: 9)
        case .truePoint: column("True point", least, ideal: point, priority: 1)
        case .trueAccuracy: column("±", 6, priority: 7, .trailing)
        case .truePlace: column("True place", 24, ideal: 24, growth: 2, priority: 8)
        case .apart: column("Apart", 11, priority: 4, .trailing)
        case .id: column("Id", 10, priority: 11, .trailing)
        case .scientificName: column("Scientific name", 20, ideal: 26, growth: 2, priority: 12)
        case .createdAt: column("Added", 10, priority: 13)
        case .taxonGeoprivacy: column("By taxon", 10, priority: 14)
        case .access: column("Access", 10, priority: 15)
        case .quality: column("Quality", 11, priority: 16)
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
    /// - Parameters:
    ///   - identity: who is asking now; a row that was answered to another tells nothing of the true point.
    ///   - notation: how points and lengths are written.
    package func span(
        for entry: ObservationList.Entry,
        as identity: Identity,
        _ notation: Notation
    ) -> Span {
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
            return Span(notation.tablePoint(point), .publicFace)
        case .publicAccuracy:
            return Self.accuracy(observation.publicFace.location, .publicFace, notation)
        case .id: return Span(String(observation.id), .muted)
        case .scientificName: return Span(observation.taxon?.name ?? "—", .muted)
        case .createdAt: return Span(observation.displayCreatedDate ?? "—")
        case .taxonGeoprivacy: return Span(observation.taxonGeoprivacy?.word ?? "—", .muted)
        case .quality: return Span(observation.qualityGrade?.replacing("_", with: " ") ?? "—", .muted)
        case .access:
            guard isAnswered else { return Span("…", .muted) }
            return observation.access.span
        case .truePoint, .trueAccuracy, .truePlace, .apart:
            guard isAnswered else { return Span(self == .truePoint ? "…" : "", .muted) }
            return trueSpan(for: entry, notation)
        }
    }

    private func trueSpan(for entry: ObservationList.Entry, _ notation: Notation) -> Span {
        let observation = entry.observation
        let location = observation.trueLocation
        switch (self, observation.access) {
        case (.truePoint, .withheld):
            return Span(entry.former == nil ? "withheld" : "no longer granted", .withheld)
        case (.truePoint, .open) where location != nil:
            return Span("the same", .muted)
        case (.truePoint, _):
            guard let point = location?.point else { return Span("—", .muted) }
            return Span(notation.tablePoint(point), .trueFace)
        case (.truePlace, .granted):
            if case .disclosed(let face) = observation.disclosure, let place = face.place {
                return Span(place)
            }
            return Span("—", .muted)
        case (.trueAccuracy, .granted):
            return Self.accuracy(location, .trueFace, notation)
        case (.apart, .granted):
            return entry.displacement.map { Span(notation.displacement($0)) } ?? Span("—", .muted)
        default:
            return Span(self == .apart ? "—" : "", .muted)
        }
    }

    private static func accuracy(_ location: Location?, _ role: Role, _ notation: Notation) -> Span {
        location?.accuracy.map { Span(notation.units.length($0), role) } ?? Span("", .muted)
    }
}

extension Access {
    /// What it is called, in the role that goes with it.
    fileprivate nonisolated var span: Span {
        switch self {
        case .open: Span("open", .muted)
        case .granted: Span("granted", .success)
        case .withheld: Span("withheld", .withheld)
        }
    }
}
