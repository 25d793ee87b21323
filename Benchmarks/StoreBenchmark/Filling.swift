internal import FoundationEssentials
internal import Glibc
internal import INaturalist
internal import ObservationStore

/// Fills a store as a first fetch does: pages of 200 rows, each a transaction, from the highest id down.
struct Filling {
    let path: String
    let count: Int

    func run() throws {
        let made = MadeUp()
        let store = try ObservationStore(path: path)
        let date = Date(timeIntervalSince1970: 1_780_000_000)
        let list = try store.openList(MadeUp.query, as: MadeUp.viewer, at: date)
        var (writing, written) = (0.0, 0)
        var slowest = 0.0
        while written < count {
            let highest = count - written
            let page = (max(0, highest - 200)..<highest).reversed().map(made.observation)
            let isLast = written + page.count == count
            let (time, _) = try Stopwatch.milliseconds {
                try store.write(
                    page,
                    of: list.id,
                    as: MadeUp.viewer,
                    at: date,
                    progress: ListProgress(total: count, isComplete: isLast, lowestFetched: page.last?.id)
                )
            }
            writing += time
            slowest = max(slowest, time)
            written += page.count
            if written % 200_000 == 0 {
                Stopwatch.write("\(written) rows, \(Int(Double(written) / writing * 1_000)) a second", to: 2)
            }
        }
        store.close()
        var status = stat()
        lstat(path, &status)
        Stopwatch.tell("fill: rows a second", Double(written) / writing * 1_000)
        Stopwatch.tell("fill: slowest page of 200, ms", slowest)
        Stopwatch.tell("fill: bytes a row", Double(status.st_size) / Double(count))
    }
}
