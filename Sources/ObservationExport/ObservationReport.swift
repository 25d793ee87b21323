internal import FoundationEssentials
package import INaturalist

/// Observations with both faces as one JSON object, for scripts.
///
/// Every key is always there; null means that there is nothing, or that it may not be seen (`access` tells which).
package struct ObservationReport: Sendable, Encodable {
    private let viewer: Viewer
    private let total: Int
    private let observations: [ReportedObservation]

    /// - Parameters:
    ///   - identity: who asked.
    ///   - proof: what the servers said of that identity.
    package init(_ batch: ObservationBatch, as identity: Identity, proof: Proof?) {
        var isProved = false
        if case .proved = proof { isProved = identity == .jwt }
        viewer = Viewer(login: proof?.account?.login, token: identity.rawValue, proved: isProved)
        total = batch.observations.count
        observations = batch.observations.map(ReportedObservation.init)
    }

    /// The object as text: keys sorted, slashes not escaped.
    package var json: String { Self.text(of: self) }

    /// One observation alone, as it stands in the list: for the clipboard.
    package static func json(of observation: Observation) -> String {
        text(of: ReportedObservation(observation))
    }

    private static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Only finite numbers and texts are in it, so that encoding cannot fail.
        let data = (try? encoder.encode(value)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }

    private struct Viewer: Sendable, Encodable {
        @Nullable var login: String?
        let token: String
        let proved: Bool
    }
}
