package import INaturalist
package import TerminalUI

/// "Which token where" as a table: what each identity gets from each address, measured now.
package nonisolated struct MeasurementTable: Sendable {
    /// What was found so far; nothing before anything was asked.
    package let measurement: TokenMeasurement?
    /// The tokens that can be asked with.
    package let credentials: Credentials

    package init(measurement: TokenMeasurement?, credentials: Credentials) {
        self.measurement = measurement
        self.credentials = credentials
    }

    /// The lines at that width: a table where it fits, else a list.
    package func lines(columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = [
            [Span("Which token where", .heading), Span("  " + state, .muted)]
        ]
        let paths = TokenProbe.allCases.map { "  " + path(of: $0) }
        let pathColumns = (paths.map(TerminalText.columns).max() ?? 0) + 1
        let findingColumns = min(26, (columns - pathColumns) / Identity.allCases.count)
        guard findingColumns >= 15 else { return lines + list(columns: columns) }
        func row(_ path: StyledLine, _ findings: [StyledLine]) -> StyledLine {
            StyledLine(columns: [(path, pathColumns)] + findings.map { ($0, findingColumns) })
        }
        lines.append(row("", Identity.allCases.map { StyledLine($0.title, .muted) }))
        for (probe, path) in zip(TokenProbe.allCases, paths) {
            lines.append(row(StyledLine(path), Identity.allCases.map { finding(of: probe, as: $0) }))
        }
        return lines
    }

    private func list(columns: Int) -> [StyledLine] {
        TokenProbe.allCases.flatMap { probe in
            [StyledLine("  " + path(of: probe))]
                + Identity.allCases.map { identity in
                    StyledLine(columns: [
                        (StyledLine("      " + identity.title, .muted), 22),
                        (finding(of: probe, as: identity), columns - 22),
                    ])
                }
        }
    }

    private func path(of probe: TokenProbe) -> String {
        guard let measurement else { return probe.path }
        return probe.path.replacing("ID", with: String(measurement.observation))
    }

    private var state: String {
        guard let measurement else { return "not measured" }
        return measurement.isComplete ? "measured by asking with each" : "asking with each…"
    }

    private func finding(of probe: TokenProbe, as identity: Identity) -> StyledLine {
        guard credentials.authorization(for: identity) != nil else { return StyledLine("no token", .muted) }
        guard let finding = measurement?.findings[probe]?[identity] else { return StyledLine("…", .muted) }
        let role: Role =
            switch finding.verdict {
            case .good: .success
            case .neutral: .text
            case .bad: .warning
            }
        return StyledLine(finding.words, role)
    }
}
