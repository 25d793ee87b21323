import Foundation
import INaturalist
import ObservationStore
import Synchronization
import TestSupport
import Testing

@testable import ObservationImport

/// One after another: jobs share one thread.
@Suite("Bringing a file into a store", .serialized)
struct ImportJobTests {
    private static let moment = Date(timeIntervalSince1970: 1_700_000_000)

    /// What a job reported, in its order.
    private final class Reports: Sendable {
        private let reports = Mutex<[ImportProgress]>([])

        var all: [ImportProgress] { reports.withLock { $0 } }

        func add(_ progress: ImportProgress) { reports.withLock { $0.append(progress) } }
    }

    private static func rows(_ ids: some Collection<Int>) -> String {
        "id,scientific_name,latitude,longitude,geoprivacy,taxon_geoprivacy,private_latitude,private_longitude\n"
            + ids.map { "\($0),Alba rosea,1.5,2.5,obscured,,1.25,2.25\n" }.joined()
    }

    private func run(
        _ file: MadeFile,
        into store: ObservationStore,
        _ reports: Reports = Reports()
    ) async throws -> ImportProgress {
        let job = ImportJob(
            file.source,
            site: MadeFile.site,
            into: store,
            at: Self.moment,
            report: reports.add
        )
        return try await job.run()
    }

    @Test("keeps every row for nobody but the file, in a list with its name")
    func keeps() async throws {
        let store = try ObservationStore.temporary()
        let file = try MadeFile(Self.rows(1...12_500) + "0,,,,,,,\n")
        let reports = Reports()
        let progress = try await run(file, into: store, reports)
        #expect(progress.report.rows == 12_500)
        #expect(progress.report.problems == [RowProblem(line: 12_502, refusal: .impossibleID("0"))])
        #expect(progress.fraction == 1)
        let list = try #require(try store.list(named: file.source.name, as: .file))
        #expect(list.id == progress.list)
        #expect(list.count == 12_500)
        #expect(list.progress.isComplete)
        #expect(list.progress.total == 12_500)
        let held = try #require(try store.rows([17], as: .file).first)
        #expect(
            held.observation.disclosure.trueFace?.location?.point
                == Coordinate(latitude: 1.25, longitude: 2.25)
        )
        #expect(try store.rows([17], as: .anonymous).first?.observation.disclosure == .withheld)
        let arrangement = Arrangement(list: list.id, viewer: .file, words: "ros alb")
        #expect(try store.count(of: arrangement) == 12_500)
    }

    @Test("has a screenful in the store before the rest, and tells how far it is")
    func firstRows() async throws {
        let store = try ObservationStore.temporary()
        let reports = Reports()
        _ = try await run(try MadeFile(Self.rows(1...5_000)), into: store, reports)
        let counts = reports.all.map(\.report.rows)
        #expect(counts.first == 0)
        #expect((1...500).contains(counts.dropFirst().first ?? 0))
        #expect(counts == counts.sorted())
        #expect(counts.last == 5_000)
        let fractions = reports.all.compactMap(\.fraction)
        #expect(fractions == fractions.sorted())
        #expect(fractions.last == 1)
    }

    @Test("a second reading of the same path leaves what the file has now")
    func again() async throws {
        let store = try ObservationStore.temporary()
        let file = try MadeFile(Self.rows(1...50))
        _ = try await run(file, into: store)
        try Data(Self.rows(40...60).utf8).write(to: URL(filePath: file.path))
        let progress = try await run(file, into: store)
        #expect(try store.list(progress.list)?.count == 21)
        #expect(try store.ids(of: progress.list, in: .all, limit: nil) == Array((40...60).reversed()))
    }

    @Test("cancelled in the middle, the store has whole lots and no more")
    func cancelled() async throws {
        let store = try ObservationStore.temporary()
        let file = try MadeFile(Self.rows(1...30_000))
        let holder = Mutex<Task<Void, any Error>?>(nil)
        let reports = Reports()
        let job = ImportJob(file.source, site: "", into: store, at: Self.moment) { progress in
            reports.add(progress)
            if progress.report.rows > 2_000 { holder.withLock { $0?.cancel() } }
        }
        let begun = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in begun.stream { break }
            try await job.run()
        }
        holder.withLock { $0 = task }
        begun.continuation.yield()
        let result = await task.result
        #expect(throws: ImportError.cancelled) { try result.get() }
        let told = try #require(reports.all.last)
        #expect(told.report.rows < 30_000)
        #expect(try store.list(told.list)?.count == told.report.rows)
        #expect(try store.list(told.list)?.progress.isComplete == false)
        let count = try store.count(of: Arrangement(list: told.list, viewer: .file, words: "alba"))
        #expect(count == told.report.rows)
    }

    @Test("a pipe that has nothing more to give can be left")
    func silentPipe() async throws {
        let path = "/tmp/inatty-import-\(UUID().uuidString.prefix(8))"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        let writing = open(path, O_RDWR)
        defer { close(writing) }
        let text = Array((Self.rows(1...5_000)).utf8)
        let store = try ObservationStore.temporary()
        let reports = Reports()
        let (told, telling) = AsyncStream.makeStream(of: ImportProgress.self)
        let job = ImportJob(.path(path), site: "", into: store, at: Self.moment) { progress in
            reports.add(progress)
            telling.yield(progress)
        }
        let task = Task { try await job.run() }
        let feeding = Thread { _ = write(writing, text, text.count) }
        feeding.start()
        _ = await told.first { $0.report.rows > 0 }
        #expect(reports.all.allSatisfy { $0.fraction == nil })
        task.cancel()
        let result = await task.result
        #expect(throws: ImportError.cancelled) { try result.get() }
    }

    @Test("a file of any length is read without being held")
    func boundedMemory() throws {
        let row = "9,\(String(repeating: "word ", count: 200))\n"
        let path = "/tmp/inatty-import-\(UUID().uuidString.prefix(8))"
        try #require(mkfifo(path, 0o600) == 0)
        defer { unlink(path) }
        let feeding = Thread {
            let file = open(path, O_WRONLY)
            let header = Array("id,description\n".utf8)
            _ = write(file, header, header.count)
            let lot = Array(String(repeating: row, count: 1_000).utf8)
            for _ in 0..<200 {
                var rest = lot[...]
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
                    guard count > 0 else { break }
                    rest = rest.dropFirst(count)
                }
            }
            close(file)
        }
        feeding.start()
        let reader = try ObservationFileReader(.path(path), site: "")
        while let rows = try reader.next(1_000) {
            #expect(rows.count <= 1_000)
            #expect(reader.heldBytes <= 1 << 20)
        }
        #expect(reader.report.bytesRead > 190_000_000)
        #expect(reader.report.rows + reader.report.refused == 200_000)
    }
}
