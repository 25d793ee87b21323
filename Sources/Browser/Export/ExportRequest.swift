package import ObservationExport
internal import ObservationStore

/// What is to be written to a file, of which rows.
package nonisolated struct ExportRequest: Sendable, Hashable {
    /// The list, in which order, and who looks at it: what others were told is not written.
    package var list: ListRequest
    /// The ids of the rows that are written alone, in any order; nil for all of the list.
    package var marked: [Int32]?
    /// Where to, and what of them.
    package var choice: ExportChoice

    package init(list: ListRequest, marked: [Int32]?, choice: ExportChoice) {
        self.list = list
        self.marked = marked
        self.choice = choice
    }

    /// The rows in the table's order; marked ones that it does not show come last.
    func ids(in store: ObservationStore, cancellation: Cancellation) throws(StoreError) -> [Int32] {
        var shown: [Int32] = []
        if let held = try store.list(named: list.name, as: list.owner) {
            let arrangement = list.narrowing.arrangement(of: held.id, as: list.viewer)
            shown = try store.order(of: arrangement, cancellation: cancellation)
        }
        guard let marked else { return shown }
        var rest = Set(marked)
        return shown.filter { rest.remove($0) != nil } + rest.sorted(by: >)
    }

    /// What was chosen, with the person's home in place of `~` in the path, as a shell would have it.
    func choice(home: String?) -> ExportChoice {
        guard let home, !home.isEmpty, choice.path.hasPrefix("~/") else { return choice }
        var choice = choice
        choice.path = home + choice.path.dropFirst()
        return choice
    }
}
