internal import INaturalist
internal import TerminalUI

/// What else an observation tells, below the comparison.
nonisolated struct DetailRest {
    private let detail: ObservationDetail
    private let isWithheld: Bool

    /// - Parameter isWithheld: whether the true point is kept from the viewer; then times are left out too,
    ///   because the exact moment helps to work the place out from the observer's other records.
    init(_ detail: ObservationDetail, isWithheld: Bool) {
        self.detail = detail
        self.isWithheld = isWithheld
    }

    func lines(columns: Int) -> [StyledLine] {
        let observation = detail.observation
        var lines: [StyledLine] = []
        func add(_ label: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines += Self.field(label, value, columns: columns)
        }
        add("Observer", observer(observation.observer))
        add("Observed", observed(observation))
        add("Added", isWithheld ? observation.displayCreatedDate : observation.createdAt.map(Self.moment))
        add("Changed", isWithheld ? nil : detail.updatedAt.map(Self.moment))
        add("Quality grade", observation.qualityGrade.map(Self.qualityGrade))
        add("Captive", detail.isCaptive == true ? "yes" : nil)
        add("Licence", detail.license ?? "none: all rights reserved")
        add("Tags", detail.tags.joined(separator: ", "))
        add("Projects", detail.projects.joined(separator: ", "))
        add("Address", observation.url)
        lines += paragraphs("Description", detail.description, columns: columns)
        lines += identifications(columns: columns)
        lines += comments(columns: columns)
        lines += photos(columns: columns)
        return lines
    }

    private func observer(_ account: Account?) -> String? {
        guard let account else { return nil }
        return account.name.map { account.login + " (" + $0 + ")" } ?? account.login
    }

    private func observed(_ observation: Observation) -> String? {
        if isWithheld {
            return (observation.displayDate ?? "unknown")
                + "  (the day is left out while the point is withheld)"
        }
        return observation.timeObservedAt.map(Self.moment) ?? observation.observedOn ?? "unknown"
    }

    private func paragraphs(_ title: String, _ text: String?, columns: Int) -> [StyledLine] {
        guard let text, !text.isEmpty else { return [] }
        return ["", StyledLine(title, .heading)]
            + TerminalText.wrapped(text, to: columns).map { StyledLine($0) }
    }

    private func identifications(columns: Int) -> [StyledLine] {
        guard !detail.identifications.isEmpty else { return [] }
        var lines: [StyledLine] = ["", StyledLine("Identifications", .heading)]
        for identification in detail.identifications {
            let taxon = identification.taxon.map { taxon in
                taxon.commonName.map { taxon.name + " (" + $0 + ")" } ?? taxon.name
            }
            var line: StyledLine = [
                Span(identification.user?.login ?? "somebody", .heading),
                Span("  " + (taxon ?? "unknown taxon")),
            ]
            if let category = identification.category { line.spans.append(Span("  " + category, .muted)) }
            if !identification.isCurrent { line.spans.append(Span("  withdrawn", .warning)) }
            lines.append(line)
            if let body = identification.body, !body.isEmpty {
                lines += TerminalText.wrapped(body, to: columns - 2).map { StyledLine("  " + $0, .muted) }
            }
        }
        return lines
    }

    private func comments(columns: Int) -> [StyledLine] {
        guard !detail.comments.isEmpty else { return [] }
        var lines: [StyledLine] = ["", StyledLine("Comments", .heading)]
        for comment in detail.comments {
            lines.append(StyledLine(comment.user?.login ?? "somebody", .heading))
            lines += TerminalText.wrapped(comment.body, to: columns - 2).map { StyledLine("  " + $0) }
        }
        return lines
    }

    private func photos(columns: Int) -> [StyledLine] {
        guard !detail.photos.isEmpty else { return [] }
        return ["", StyledLine("Photos", .heading)]
            + detail.photos.flatMap { photo in
                TerminalText.wrapped(photo.url(size: .original) ?? "no address", to: columns)
                    .map { StyledLine($0) }
            }
    }

    private static let labelColumns = 17

    /// `2026-06-21T14:05:00-05:00` as people read it: `2026-06-21 14:05 -05:00`.
    private static func moment(_ text: String) -> String {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[1].count > 8 else { return text }
        return "\(parts[0]) \(parts[1].prefix(5)) \(parts[1].dropFirst(8))"
    }

    private static func field(_ label: String, _ value: String, columns: Int) -> [StyledLine] {
        let wrapped = TerminalText.wrapped(value, to: max(1, columns - labelColumns))
        return wrapped.enumerated().map { index, text in
            StyledLine(columns: [
                (StyledLine(index == 0 ? label : "", .muted), labelColumns),
                (StyledLine(text), columns - labelColumns),
            ])
        }
    }

    private static func qualityGrade(_ grade: String) -> String {
        switch grade {
        case "research": "research grade"
        case "needs_id": "needs identification"
        default: grade
        }
    }
}
