package import FoundationEssentials
internal import INaturalist
package import ObservationStore

/// Brings the rows of a file into a store, in the order of the file.
///
/// The first rows are few and there at once; then more go at a time, each lot in a transaction of its own, so that
/// what ends in the middle leaves a store with whole lots. The rows are those of ``ViewerKey/file``, in a list that is
/// named by the file's path.
package final class ImportJob: Sendable {
    private let source: FileSource
    private let site: String
    private let store: ObservationStore
    private let date: Date
    private let report: @Sendable (ImportProgress) -> Void

    /// How many rows go at a time: a screenful that is there at once, then more.
    private static let firstLots = [200, 2_000]
    private static let lot = 5_000
    /// The same for a pipe, which may be slow: what came through is not to wait for long.
    private static let pipeLot = 500

    /// Puts a job together; nothing is read before ``run()``.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - site: the site's address, for the pages of observations whose row names none.
    ///   - store: where the rows go; a temporary one, as a rule.
    ///   - date: when the rows are said to have been fetched.
    ///   - report: told after each lot of rows that is in the store, on no particular thread.
    package init(
        _ source: FileSource,
        site: String,
        into store: ObservationStore,
        at date: Date,
        report: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) {
        self.source = source
        self.site = site
        self.store = store
        self.date = date
        self.report = report
    }

    /// Reads the file to its end. Cancelling the task ends it, also while a pipe has nothing to give.
    ///
    /// - Returns: what there was.
    /// - Throws: ``ImportError``; what came before it is in the store.
    @concurrent
    @discardableResult
    package func run() async throws(ImportError) -> ImportProgress {
        let result: Result<ImportProgress, ImportError> = await withTaskExecutorPreference(
            WorkExecutor.importing
        ) {
            do throws(ImportError) {
                let bytes = try ByteSource(source)
                return await withTaskCancellationHandler {
                    do throws(ImportError) {
                        return .success(try await read(bytes))
                    } catch {
                        // Nobody waits for the next lot any more.
                        bytes.cancel()
                        return .failure(error)
                    }
                } onCancel: {
                    bytes.cancel()
                }
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The next lot is read on another thread while the last one is written.
    private func read(_ bytes: ByteSource) async throws(ImportError) -> ImportProgress {
        let lots = LotReader(try ObservationFileReader(bytes, site: site))
        let list = try keeping { () throws(StoreError) in
            try store.openList(named: source.name, as: .file, at: date)
        }
        var progress = ImportProgress(list: list.id, report: lots.report)
        report(progress)
        let most = bytes.size == nil ? Self.pipeLot : Self.lot
        var sizes = Self.firstLots.map { min($0, most) }[...]
        var lot = try lots.next(sizes.popFirst() ?? most).get()
        while let written = lot {
            let size = sizes.popFirst() ?? most
            let following = Task(executorPreference: WorkExecutor.parsing) { lots.next(size) }
            _ = try keeping { () throws(StoreError) in
                try store.write(written.observations, of: list.id, as: .file, at: date, progress: nil)
            }
            progress.report = written.report
            report(progress)
            lot = try await following.value.get()
        }
        try keeping { () throws(StoreError) in try finish(list, lots) }
        progress.report = lots.report
        report(progress)
        return progress
    }

    private func keeping<Value>(_ body: () throws(StoreError) -> Value) throws(ImportError) -> Value {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }

    /// What an earlier reading of the same path left, and the file no longer has, leaves the list.
    private func finish(_ list: HeldList, _ lots: LotReader) throws(StoreError) {
        let progress = ListProgress(
            total: lots.report.rows,
            isComplete: true,
            completedAt: date,
            fetchedAt: date
        )
        guard list.count > 0 else { return try store.update(progress, of: list.id) }
        let gone = try store.ids(of: list.id, in: .all, limit: nil).filter { !lots.hasSeen($0) }
        try store.remove(gone, from: list.id, deleted: [], at: date, progress: progress)
    }
}
