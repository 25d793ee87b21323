internal import FoundationEssentials
internal import Glibc
internal import INaturalist
internal import ObservationStore

/// Replies that were saved: read alone, stored alone, and both. They are in memory before the clock starts.
struct Replies {
    let folder: String
    let only: [String]

    func run() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".json") }.sorted()
        let bodies = try names.map { Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) }
        let bytes = bodies.reduce(0) { $0 + $1.count }
        var pages: [[Observation]] = []
        let rows = { pages.reduce(0) { $0 + $1.count } }
        for _ in 0..<3 { try measure("decode", rows) { pages = try bodies.map(Self.page) } }
        Stopwatch.tell("replies: bytes a row", Double(bytes) / Double(max(rows(), 1)))
        guard !only.contains("decode") else { return }
        for _ in 0..<2 {
            try withStore { store, list in
                try measure("store", rows) { for page in pages { try write(page, to: store, list) } }
            }
        }
        try withStore { store, list in
            try measure("decode and store", rows) {
                for body in bodies { try write(Self.page(body), to: store, list) }
            }
        }
        let again = try ObservationStore(path: path)
        let list = try again.openList(
            MadeUp.query,
            as: MadeUp.viewer,
            at: Date(timeIntervalSince1970: 2e9)
        )
        try measure("store what is held", rows) {
            for page in pages { try write(page, to: again, list.id, at: 2e9) }
        }
        again.close()
        forgetStore()
    }

    private static func page(_ body: [UInt8]) throws -> [Observation] {
        try ObservationReply.observations(in: body, site: MadeUp.site).observations
    }

    /// Rows a second by the clock, and by the processor's time.
    private func measure(_ name: String, _ rows: () -> Int, _ body: () throws -> Void) rethrows {
        let before = Stopwatch.processor()
        let (time, _) = try Stopwatch.milliseconds(body)
        let processor = Stopwatch.processor() - before
        let count = Double(rows()) * 1_000
        Stopwatch.tell("replies: \(name), rows a second", count / time, count / processor)
    }

    private var path: String { "\(folder)/replies.sqlite" }

    private func forgetStore() {
        for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    }

    private func withStore(_ body: (ObservationStore, ListID) throws -> Void) throws {
        forgetStore()
        let store = try ObservationStore(path: path)
        defer { store.close() }
        let date = Date(timeIntervalSince1970: 1_780_000_000)
        let list = try store.openList(MadeUp.query, as: MadeUp.viewer, at: date)
        try body(store, list.id)
    }

    private func write(
        _ page: [Observation],
        to store: ObservationStore,
        _ list: ListID,
        at seconds: Double = 1_780_000_000
    ) throws {
        try store.write(
            page,
            of: list,
            as: MadeUp.viewer,
            at: Date(timeIntervalSince1970: seconds),
            progress: ListProgress(lowestFetched: page.last?.id)
        )
    }
}
