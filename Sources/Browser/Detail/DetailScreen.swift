package import INaturalist
package import TerminalUI

/// One observation, every field named, public and true side by side, the rest below; it scrolls.
package nonisolated struct DetailScreen: Sendable {
    /// The observation as the list has it; shown until the whole one comes.
    package let id: Int
    /// The whole observation and for whom it was answered.
    package private(set) var detail: (value: ObservationDetail, askedAs: Identity)?
    /// Why there is none.
    package var failure: String?
    /// Whether the store was asked for its row.
    package var isLookedUp = false
    /// The uppermost line shown.
    package var top = 0

    package init(id: Int) {
        self.id = id
    }

    /// Takes the whole observation.
    package mutating func take(_ detail: ObservationDetail, askedAs identity: Identity) {
        self.detail = (detail, identity)
        failure = nil
    }

    /// Moves the text; it never leaves the screen.
    package mutating func scroll(to top: Int, lines: Int, visible: Int) {
        self.top = max(0, min(top, lines - visible))
    }

    /// The entry to compare: the whole observation when it has come for this identity, else the list's row.
    package func entry(in list: ObservationList) -> ObservationList.Entry? {
        if let detail {
            return ObservationList.Entry(observation: detail.value.observation, askedAs: detail.askedAs)
        }
        return list.entry(id: id)
    }

    /// All lines at that width.
    ///
    /// - Parameter isAsking: whether the server is asked for what is missing.
    package func lines(
        columns: Int,
        list: ObservationList,
        session: Session,
        identity: Identity,
        notation: Notation,
        isAsking: Bool
    ) -> [StyledLine] {
        guard let entry = entry(in: list) else {
            if let failure { return [StyledLine(failure, .failure)] }
            let words = isAsking ? "fetching observation \(id)…" : "Observation \(id) is not held."
            return [StyledLine(words, .muted)]
        }
        var lines = DetailComparison(
            entry: entry,
            session: session,
            identity: identity,
            notation: notation
        ).lines(
            columns: columns
        )
        lines.append("")
        if let detail {
            lines += DetailRest(detail.value, isWithheld: entry.observation.access == .withheld)
                .lines(columns: columns)
        } else if let failure {
            lines += TerminalText.wrapped(failure, to: columns).map { StyledLine($0, .failure) }
            lines.append(StyledLine("Press r to ask again.", .muted))
        } else {
            let words =
                isAsking
                ? "fetching the rest…" : "The rest is not held; it comes when the server can be asked."
            lines += TerminalText.wrapped(words, to: columns).map { StyledLine($0, .muted) }
        }
        return lines
    }
}
