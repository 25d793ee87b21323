internal import FoundationEssentials
internal import INaturalist
package import ObservationStore

/// One change as a JSON object, for scripts. Every key is always there; null means nothing.
package struct ChangeReport: Sendable, Encodable {
    private let id: Int64
    private let observation: Int
    private let name: String
    private let noticedAt: String
    private let kind: String
    private let words: String
    private let remark: String
    private let isPrivate: Bool
    @Nullable private var before: ReportedValue?
    @Nullable private var after: ReportedValue?

    /// - Parameters:
    ///   - name: what the observation is of.
    ///   - words: what became different, for people.
    ///   - remark: what matters most of it; empty for most.
    package init(_ change: ObservationChange, name: String, words: String, remark: String) {
        id = change.id
        observation = change.observation
        self.name = name
        noticedAt = change.noticedAt.formatted(.iso8601)
        kind = Self.word(change.kind)
        self.words = words
        self.remark = remark
        isPrivate = change.isPrivate
        before = change.before.map(ReportedValue.init)
        after = change.after.map(ReportedValue.init)
    }

    /// The object as text in one line: keys sorted, slashes not escaped.
    package var json: String { JSONLine.text(self) }

    private static func word(_ kind: ObservationChange.Kind) -> String {
        switch kind {
        case .geoprivacy: "geoprivacy"
        case .taxonGeoprivacy: "taxon_geoprivacy"
        case .publicPoint: "public_point"
        case .publicAccuracy: "public_accuracy"
        case .truePoint: "true_point"
        case .trueAccuracy: "true_accuracy"
        case .privatePlace: "private_place"
        case .access: "access"
        case .deletion: "deletion"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id, observation, name, kind, words, remark, before, after
        case noticedAt = "noticed_at"
        case isPrivate = "private"
    }
}

/// What something was or became: words, metres, or a point.
private enum ReportedValue: Sendable, Encodable {
    case words(String)
    case metres(Double)
    case point(ReportedPoint)

    init(_ value: ObservationChange.Value) {
        self =
            switch value {
            case .geoprivacy(let geoprivacy): .words(geoprivacy.word)
            case .point(let point):
                .point(ReportedPoint(latitude: point.latitude, longitude: point.longitude))
            case .accuracy(let metres): .metres(metres)
            case .place(let place): .words(place)
            case .access(let access): .words(access.rawValue)
            case .date(let date): .words(date.formatted(.iso8601))
            }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .words(let words): try container.encode(words)
        case .metres(let metres): try container.encode(metres)
        case .point(let point): try container.encode(point)
        }
    }
}

/// Degrees WGS 84.
private struct ReportedPoint: Sendable, Encodable {
    let latitude: Double
    let longitude: Double
}
