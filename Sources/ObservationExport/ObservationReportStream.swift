package import INaturalist

/// The object of ``ObservationReport`` in lines, for more observations than should be in memory at once: first
/// ``beginning``, then ``line(_:)`` for each observation, then ``end(total:)``.
package struct ObservationReportStream: Sendable {
    private let viewer: Viewer
    private var isFirst = true

    /// - Parameters:
    ///   - login: the person's; nil when nobody is known.
    ///   - identity: who asked.
    ///   - isProved: whether a server has said in this run that the rows are this person's.
    package init(login: String?, identity: Identity, isProved: Bool) {
        viewer = Viewer(login: login, token: identity.rawValue, proved: isProved)
    }

    /// Nobody asked: the rows are a file's.
    package init() {
        viewer = Viewer(login: nil, token: "file", proved: false)
    }

    /// The first line.
    package var beginning: String { "{\"observations\":[" }

    /// The line of one observation.
    package mutating func line(_ observation: Observation) -> String {
        defer { isFirst = false }
        return (isFirst ? "" : ",") + JSONLine.text(ReportedObservation(observation))
    }

    /// The last line.
    package func end(total: Int) -> String {
        "],\"total\":\(total),\"viewer\":\(JSONLine.text(viewer))}"
    }

    private struct Viewer: Sendable, Encodable {
        @Nullable var login: String?
        let token: String
        let proved: Bool
    }
}
