internal import ObservationStore
internal import TerminalUI

nonisolated extension ColumnLayout {
    /// Those that are shown for a list: who observed one's own observations needs no column, unless it was asked for.
    package func shown(for source: ListSource) -> [Column] {
        guard isStandard, source.owner == .mine else { return shown }
        return shown.filter { $0.id != .observer }
    }

    /// The columns in their places.
    ///
    /// Who has not chosen anything sees the columns that matter most, as many as there is room for, until they are
    /// scrolled; who has chosen sees what was chosen, from the left.
    ///
    /// - Parameters:
    ///   - list: whose sorting the headings show.
    ///   - first: how far the columns are scrolled.
    ///   - width: the room, in columns of the screen.
    func placed(
        for list: ObservationList,
        _ notation: Notation,
        first: Int,
        width: Int
    ) -> TableLayout<ObservationColumn> {
        let specifications = shown(for: list.source).map { column in
            var specification = column.id.specification(in: list.narrowing.sort, notation)
            if let width = column.width {
                specification.minimum = width
                specification.ideal = width
                specification.growth = 0
            }
            return specification
        }
        let gap = width < 128 ? 1 : 2
        if first == 0, isStandard {
            return TableLayout(columns: specifications, width: width, gap: gap, tellsOfHidden: true)
        }
        return TableLayout(
            scrolling: specifications,
            frozen: frozen,
            // The first step leads from those that matter most to all, from the left.
            first: isStandard ? first - 1 : first,
            width: width,
            gap: gap
        )
    }
}
