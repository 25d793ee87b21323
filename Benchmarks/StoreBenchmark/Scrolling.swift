internal import FoundationEssentials
internal import Glibc
internal import INaturalist
internal import ObservationStore

/// Every row once, a screen at a time, in an order that jumps about in the file; and the memory that is left then.
struct Scrolling {
    let path: String

    func run() throws {
        let store = try ObservationStore(path: path)
        guard let list = try store.list(MadeUp.query, as: MadeUp.viewer) else {
            throw StoreError.noSuchList
        }
        for (name, sort) in [("by id", []), ("by taxon", [SortKey(column: .taxon)])] {
            let (sorting, order) = try Stopwatch.milliseconds {
                try store.order(of: Arrangement(list: list.id, viewer: MadeUp.viewer, sort: sort))
            }
            let (time, count) = try Stopwatch.milliseconds {
                var count = 0
                for start in stride(from: 0, to: order.count, by: 60) {
                    let ids = order[start..<min(start + 60, order.count)].map { Int($0) }
                    count += try store.rows(ids, as: MadeUp.viewer).count
                }
                return count
            }
            Stopwatch.tell("scroll \(name): order, ms", sorting)
            Stopwatch.tell("scroll \(name): \(count) rows, ms", time)
            for (what, kibibytes) in Self.memory() {
                Stopwatch.tell("scroll \(name): \(what), MiB", kibibytes / 1_024)
            }
        }
        store.close()
    }

    /// Lines of the process's status, in KiB.
    private static func memory() -> [(String, Double)] {
        guard let file = fopen("/proc/self/status", "r") else { return [] }
        defer { fclose(file) }
        var found: [(String, Double)] = []
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            guard words.count > 1, ["VmHWM:", "VmRSS:", "RssAnon:"].contains(String(words[0])) else {
                continue
            }
            found.append((String(words[0].dropLast()), Double(words[1]) ?? 0))
        }
        return found
    }
}
