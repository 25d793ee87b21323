package import FoundationEssentials
internal import Glibc
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
    private static let lot = 10_000

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

    /// The name of the list that the rows of a file are kept in: its whole path.
    package static func listName(of source: FileSource) -> String {
        guard case .path(let path) = source, let whole = realpath(path, nil) else { return source.name }
        defer { free(whole) }
        return String(cString: whole)
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
                        return .success(try read(bytes))
                    } catch {
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

    private func read(_ bytes: ByteSource) throws(ImportError) -> ImportProgress {
        let reader = try ObservationFileReader(bytes, site: site)
        do {
            let list = try store.openList(named: Self.listName(of: source), as: .file, at: date)
            var progress = ImportProgress(list: list.id, report: reader.report)
            report(progress)
            var lots = Self.firstLots[...]
            while let observations = try reader.next(lots.popFirst() ?? Self.lot) {
                try store.write(observations, of: list.id, as: .file, at: date, progress: nil)
                progress.report = reader.report
                report(progress)
            }
            progress.report = reader.report
            try finish(list, reader)
            report(progress)
            return progress
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as ImportError {
            throw error
        } catch {
            throw .cannotRead(name: source.name, reason: "\(error)")
        }
    }

    /// What an earlier reading of the same path left, and the file no longer has, leaves the list.
    private func finish(_ list: HeldList, _ reader: ObservationFileReader) throws(StoreError) {
        let progress = ListProgress(
            total: reader.report.rows,
            isComplete: true,
            completedAt: date,
            fetchedAt: date
        )
        guard list.count > 0 else { return try store.update(progress, of: list.id) }
        let gone = try store.ids(of: list.id, in: .all, limit: nil).filter { !reader.hasSeen($0) }
        try store.remove(gone, from: list.id, deleted: [], at: date, progress: progress)
    }
}
