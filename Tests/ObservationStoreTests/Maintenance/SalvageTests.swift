import Foundation
import GRDB
import INaturalist
import TestSupport
import Testing

@testable import ObservationStore

@Suite("What is saved of a damaged store")
struct SalvageTests {
    private static let viewers = [Samples.wren, Samples.lark, ViewerKey.anonymous]

    private func contents(_ filled: FilledStore) throws -> [FilledStore.Contents] {
        let store = try filled.place.store()
        defer { store.close() }
        return try Self.viewers.map { try filled.contents(of: store, as: $0) }
    }

    private func salvage(_ filled: FilledStore) throws -> SalvageReport {
        try ObservationStore.salvage(filled.place.path, at: Samples.moment(100))
    }

    /// Every row is either as it was or not there.
    private func expectSubset(
        _ filled: FilledStore,
        of before: [FilledStore.Contents],
        _ comment: Testing.Comment? = nil
    ) throws {
        let store = try filled.place.store()
        defer { store.close() }
        for (viewer, whole) in zip(Self.viewers, before) {
            let known = Dictionary(uniqueKeysWithValues: whole.rows.map { ($0.id, $0) })
            for row in try store.rows(filled.ids, as: viewer) {
                #expect(known[row.id]?.observation.publicFace == row.observation.publicFace, comment)
            }
        }
        #expect(try store.verify(.full).problems.isEmpty, comment)
    }

    @Test("of a sound store everything is saved, and the old file is kept")
    func sound() throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        let bytes = try #require(try filled.place.bytes()["observations.sqlite"])
        let report = try salvage(filled)
        #expect(report.path == filled.place.path)
        #expect(report.damagedPath == filled.place.path + ".damaged-20231114T221500Z")
        #expect(report.observations.count == 400)
        #expect(report.observations.expected == 400)
        #expect(report.members.count == 800)
        #expect(report.sights.count == 840)
        #expect(report.descriptions.count == 400)
        #expect(report.incompleteLists == 0)
        #expect(!report.isPartial)
        #expect(try contents(filled) == before)
        #expect(try Data(contentsOf: URL(filePath: report.damagedPath)) == bytes)
        #expect(try StorePlace.mode(filled.place.path) == 0o600)
        let store = try filled.place.store()
        #expect(try store.verify(.full).problems.isEmpty)
        #expect(try store.lists().allSatisfy { $0.progress.isComplete })
    }

    @Test("what follows from the rows is made anew, whichever tree of it is gone")
    func derived() throws {
        let trees = Set(try FilledStore().pages().map(\.tree)).filter {
            $0.contains("_words") || $0.hasPrefix("true_point") || ["waiting_point", "tally"].contains($0)
                || $0.hasPrefix("sqlite_autoindex")
        }
        #expect(trees.count >= 11)
        for tree in trees.sorted() {
            let filled = try FilledStore(count: 120)
            let before = try contents(filled)
            for page in try filled.pages() where page.tree == tree { try filled.overwrite(page) }
            let problems = try problems(filled)
            #expect(!problems.isEmpty, "\(tree)")
            let report = try salvage(filled)
            #expect(report.observations.count == 120, "\(tree)")
            let after = try contents(filled)
            #expect(after == before, "\(tree)")
        }
    }

    /// What a look finds, or what opening says.
    private func problems(_ filled: FilledStore) throws -> [String] {
        do {
            let store = try filled.place.store()
            defer { store.close() }
            return try store.verify(.full).problems.map(\.description)
        } catch let error as StoreError {
            guard case .damaged = error else { throw error }
            return [error.description]
        }
    }

    @Test(
        "a table that is gone takes no other one with it",
        arguments: [
            "observation", "description", "sight", "member", "change", "list", "viewer", "address",
            "sqlite_sequence",
        ]
    )
    func oneTable(tree: String) throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        for page in try filled.pages() where page.tree == tree { try filled.overwrite(page, with: 0) }
        #expect(try !problems(filled).isEmpty)
        let report = try salvage(filled)
        #expect(report.unreadablePages > 0)
        #expect(report.isPartial)
        #expect(report.observations.count == (tree == "observation" ? 0 : 400))
        #expect(report.sights.count == (tree == "sight" ? 0 : 840))
        #expect(
            report.changes.count
                == (tree == "change" ? 0 : before.flatMap(\.changes).filter(\.isPrivate).count + 40)
        )
        #expect(report.members.count == (["member", "list", "observation"].contains(tree) ? 0 : 800))
        #expect(report.descriptions.count == (tree == "description" ? 0 : 400))
        let store = try filled.place.store()
        #expect(try store.verify(.full).problems.isEmpty)
        #expect(try store.lists().allSatisfy { !$0.progress.isComplete })
        if tree == "viewer" {
            // Whose it was is lost, so it is shown to nobody, and stays.
            #expect(report.unknownViewers == 3)
            for viewer in Self.viewers {
                let rows = try store.rows(filled.ids, as: viewer)
                #expect(rows.allSatisfy { $0.observation.disclosure == .withheld && $0.former == nil })
                #expect(
                    try store.order(of: Arrangement(list: nil, viewer: viewer, words: "hollow11")).isEmpty
                )
            }
        }
        if tree == "observation" {
            // When the rows are fetched again, what was told of them is still known.
            try store.write(
                (1...400).map { FilledStore.observation($0, isTold: false, to: Samples.lark) },
                of: nil,
                as: .anonymous,
                at: Samples.moment(200),
                progress: nil
            )
            let held = try store.rows(filled.ids, as: Samples.wren)
            #expect(held.map(\.observation.disclosure) == before[0].rows.map(\.observation.disclosure))
            #expect(held.map(\.former) == before[0].rows.map(\.former))
            #expect(try store.verify(.full).problems.isEmpty)
        }
    }

    @Test("garbage in any tree is told as damage, by whoever meets it")
    func told() throws {
        for tree in Set(try FilledStore(count: 120).pages().map(\.tree)).sorted() {
            let filled = try FilledStore(count: 120)
            for page in try filled.pages() where page.tree == tree && page.number > 1 {
                try filled.overwrite(page)
            }
            guard tree != "sqlite_schema" else { continue }
            var errors: [StoreError] = []
            do {
                let store = try filled.place.store()
                defer { store.close() }
                func note(_ body: () throws -> Void) throws {
                    do { try body() } catch let error as StoreError { errors.append(error) }
                }
                for viewer in Self.viewers { try note { _ = try filled.contents(of: store, as: viewer) } }
                try note { _ = try store.status() }
                try note {
                    let late = (200...260).map { FilledStore.observation($0, isTold: true, to: Samples.wren) }
                    let list = try store.openList(named: "new", as: Samples.wren, at: Samples.moment(0)).id
                    try store.write(late, of: list, as: Samples.wren, at: Samples.moment(90), progress: nil)
                }
                try note { _ = try store.compact(droppingUnlisted: true) }
            } catch let error as StoreError {
                errors.append(error)
            }
            #expect(!errors.isEmpty, "\(tree)")
            for error in errors {
                if case .damaged = error { continue }
                Issue.record("\(tree): \(error)")
            }
        }
    }

    @Test(
        "what the system says of reading is damage, of writing it is not",
        arguments: [
            (ResultCode.SQLITE_IOERR_READ, true), (.SQLITE_IOERR_SHORT_READ, true),
            (.SQLITE_CORRUPT_VTAB, true),
            (.SQLITE_IOERR_WRITE, false), (.SQLITE_IOERR_FSYNC, false), (.SQLITE_IOERR_SHMSIZE, false),
            (.SQLITE_FULL, false),
        ]
    )
    func codes(code: ResultCode, isDamage: Bool) {
        var isDamaged = false
        if case .damaged = StoreError(DatabaseError(resultCode: code), path: "/x") { isDamaged = true }
        #expect(isDamaged == isDamage)
    }

    @Test("of a damaged page only its own rows are lost")
    func onePage() throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        let leaves = try filled.pages().filter { $0.tree == "observation" && $0.kind == "leaf" }
        #expect(leaves.count > 4)
        let page = leaves[leaves.count / 2]
        try filled.overwrite(page)
        for depth in [Verification.Depth.quick, .full] {
            let store = try filled.place.store()
            defer { store.close() }
            let problems = try store.verify(depth).problems.map(\.description)
            #expect(problems.contains { $0.hasPrefix("observation: ") }, "\(problems)")
        }
        let report = try salvage(filled)
        #expect(report.observations.count == 400 - page.cells)
        #expect(report.observations.expected == 400)
        #expect(report.unreadablePages == 1)
        #expect(report.sights.count == 840)
        try expectSubset(filled, of: before)
    }

    @Test("when the pages that lead to others are gone, every row is found without them")
    func interior() throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        let interior = try filled.pages().filter { $0.kind == "internal" && !$0.tree.contains("words") }
        #expect(Set(interior.map(\.tree)).isSuperset(of: ["observation", "sight", "description"]))
        for page in interior { try filled.overwrite(page) }
        let report = try salvage(filled)
        #expect(report.observations.count == 400)
        #expect(report.sights.count == 840)
        #expect(report.members.count == 800)
        #expect(try contents(filled).map(\.rows) == before.map(\.rows))
    }

    @Test("also without the table of tables, and without the header that says what the file is")
    func firstPage() throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        let first = try #require(try filled.pages().first { $0.number == 1 })
        try filled.overwrite(first, with: 0)
        #expect(throws: StoreError.notAStore(path: filled.place.path)) { try filled.place.store() }
        let report = try salvage(filled)
        #expect(report.observations.count == 400)
        #expect(report.members.count == 800)
        #expect(try contents(filled).map(\.rows) == before.map(\.rows))
        #expect(try contents(filled).map(\.changes) == before.map(\.changes))
    }

    @Test("of a truncated file every row is saved whose page is left", arguments: [0.3, 0.6, 0.95])
    func truncated(part: Double) throws {
        let filled = try FilledStore()
        let before = try contents(filled)
        let pages = try filled.pages()
        let left = Int(Double(pages.count) * part)
        func cells(_ tree: String) -> Int {
            pages.filter { $0.tree == tree && $0.kind == "leaf" && $0.number <= left }.map(\.cells).reduce(
                0,
                +
            )
        }
        try filled.truncate(to: left * FilledStore.pageSize + 100)
        let error = #expect(throws: StoreError.self) { try filled.place.store() }
        if case .damaged = error {} else { Issue.record("\(String(describing: error))") }
        let report = try salvage(filled)
        #expect(report.observations.count == cells("observation"))
        #expect(report.sights.count == cells("sight"))
        try expectSubset(filled, of: before)
    }

    @Test("after bits flipped anywhere what is saved is whole, and most is saved", arguments: 1...6)
    func bitFlips(seed: Int) throws {
        let filled = try FilledStore()
        var chance = SeededGenerator(seed: UInt64(seed))
        let size = filled.size
        let flips = 60
        for _ in 0..<flips {
            let place = Int.random(in: 0..<size, using: &chance)
            let bytes = try Data(contentsOf: URL(filePath: filled.place.path))
            try filled.overwrite(
                at: place,
                Data([bytes[place] ^ 1 << UInt8.random(in: 0..<8, using: &chance)])
            )
        }
        let report = try salvage(filled)
        // A flip takes one page at worst, and sixty of them hit few of one table; the file has more than 90 pages.
        #expect(report.observations.count > 200, "\(report)")
        let store = try filled.place.store()
        #expect(try store.verify(.full).problems.isEmpty)
        for viewer in Self.viewers { _ = try filled.contents(of: store, as: viewer) }
    }
}
