package import FoundationEssentials
internal import GRDB
internal import Glibc

// Saving what can be read
extension ObservationStore {
    /// Copies every row that can still be read from a damaged store into a new one, and makes its indexes anew.
    ///
    /// The damaged file is never written. Without a path for the new one, the new one takes its place, and it stays
    /// beside it under its name with `.damaged-` and the moment; so does its log.
    ///
    /// - Parameters:
    ///   - path: the damaged store. Nobody may use it meanwhile.
    ///   - newPath: where the new store is made; nothing may be there. Nil for the damaged one's place.
    /// - Throws: ``StoreError/busy(path:)`` when somebody uses it; ``StoreError/cancelled``; what the system does not
    ///   allow. Nothing is changed then.
    package static func salvage(
        _ path: String,
        to newPath: String? = nil,
        at date: Date,
        cancellation: Cancellation? = nil
    ) throws(StoreError) -> SalvageReport {
        guard !OpenFiles.contains(path) else { throw .busy(path: path) }
        if let problem = PrivateFile.problem(at: path) { throw problem }
        let source = try DamagedFile(path: path)
        let target = newPath ?? unusedName(like: "\(path).salvaged")
        guard !PrivateFile.exists(target) else {
            throw .cannotOpen(path: target, reason: "something is there already, which would be overwritten")
        }
        var report: SalvageReport
        do {
            let store = try ObservationStore(path: target, isOwnFolder: false)
            defer { store.close() }
            // Held open, and so against other programs, until the names are exchanged.
            var salvage = Salvage(source, to: store, cancellation: cancellation)
            report = try salvage.run(at: Int64(seconds: date))
            try store.closeWithoutLog()
            try PrivateFile.synchronize(target)
            (report.path, report.damagedPath) =
                newPath == nil ? try exchange(path, with: target, at: date) : (target, path)
            _ = consume salvage
        } catch {
            PrivateFile.remove(target)
            throw error
        }
        return report
    }

    /// Closes it with everything in the file itself. Closing alone leaves the log, because the connections that only
    /// read are closed last.
    private func closeWithoutLog() throws(StoreError) {
        guard try emptyLog() else { throw .busy(path: path) }
        close()
        for ending in ["-wal", "-shm"] { unlink(path + ending) }
    }

    /// Puts the new file into the damaged one's place.
    ///
    /// - Throws: what the system does not allow. All names are then as they were.
    private static func exchange(
        _ path: String,
        with new: String,
        at date: Date
    ) throws(StoreError) -> (path: String, damagedPath: String) {
        let moment = CompactDate.momentText(.number(Int64(seconds: date) * 256 + 127)) ?? ""
        let damaged = unusedName(like: "\(path).damaged-\(moment.filter { $0 != ":" && $0 != "-" })")
        var moves: [(old: String, new: String)] = []
        func move(_ old: String, _ new: String) throws(StoreError) {
            try rename(old, new)
            moves.append((old, new))
        }
        do throws(StoreError) {
            try move(path, damaged)
            if PrivateFile.exists("\(path)-wal") { try move("\(path)-wal", "\(damaged)-wal") }
            // An index of the log, which every program makes anew.
            unlink("\(path)-shm")
            try move(new, path)
        } catch {
            // The file without its log would be an older one.
            for move in moves.reversed() { try? rename(move.new, move.old) }
            throw error
        }
        return (path, damaged)
    }

    private static func rename(_ old: String, _ new: String) throws(StoreError) {
        guard Glibc.rename(old, new) == 0 else {
            throw .cannotOpen(path: old, reason: String(cString: strerror(errno)))
        }
    }

    /// Damaged files that are kept beside the store since something was saved of them. They still hold what they held.
    package var damagedCopies: [String] {
        let (folder, name) = PrivateFile.split(path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix("\(name).damaged-") && !$0.hasSuffix("-wal") }.sorted()
            .map { "\(folder)/\($0)" }
    }

    private static func unusedName(like name: String) -> String {
        var candidate = name
        var number = 2
        while PrivateFile.exists(candidate) || PrivateFile.exists("\(candidate)-wal") {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }
}
