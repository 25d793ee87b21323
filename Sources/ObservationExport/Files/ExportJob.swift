package import ObservationStore

/// Writes rows of the store to a file, a window of them at a time, so that a million takes no more memory than a
/// thousand. It blocks its thread.
package struct ExportJob: Sendable {
    private let ids: [Int32]
    private let viewer: ViewerKey
    private let store: ObservationStore
    private let choice: ExportChoice

    /// - Parameters:
    ///   - ids: which rows, in their order.
    ///   - viewer: who looks: what others were told is not written.
    ///   - choice: where to and what of them.
    package init(_ ids: [Int32], as viewer: ViewerKey, from store: ObservationStore, _ choice: ExportChoice) {
        self.ids = ids
        self.viewer = viewer
        self.store = store
        self.choice = choice
    }

    /// So many rows are read and written at once.
    private static let window = 1_000

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - cancellation: ends it; nothing is left behind then.
    ///   - report: told how far it is, after every window.
    /// - Returns: what was written: fewer rows than were asked for when some were forgotten meanwhile.
    /// - Throws: ``ExportError``, or ``StoreError`` when the rows cannot be read.
    package func run(
        cancellation: Cancellation = Cancellation(),
        _ report: (ExportProgress) -> Void = { _ in }
    ) throws -> ExportProgress {
        var file = try ExportFile(choice.path, replaces: choice.replaces)
        var writer = ObservationWriter(choice.format, showsTruth: choice.showsTruth)
        try file.write(writer.beginning)
        var written = 0
        var rest = ids[...]
        while !rest.isEmpty {
            guard !cancellation.isCancelled else { throw ExportError.cancelled }
            let rows = try store.rows(rest.prefix(Self.window).map { Int($0) }, as: viewer)
            rest = rest.dropFirst(Self.window)
            try file.write(writer.text(of: rows.map(\.observation)))
            written += rows.count
            report(ExportProgress(rows: ids.count - rest.count, total: ids.count))
        }
        try file.write(writer.end)
        guard !cancellation.isCancelled else { throw ExportError.cancelled }
        try file.place()
        return ExportProgress(rows: written, total: ids.count)
    }
}
