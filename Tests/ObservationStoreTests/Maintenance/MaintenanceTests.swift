import Foundation
import GRDB
import INaturalist
import Testing

@testable import ObservationStore

@Suite("Looking after a store")
struct MaintenanceTests {
    let filled: FilledStore
    let store: ObservationStore

    init() throws {
        filled = try FilledStore(count: 120)
        store = try filled.place.store()
    }

    @Test("its status counts what is held, by viewer and list")
    func status() throws {
        try store.write([Samples.plain(5)], of: nil, as: .anonymous, at: Samples.moment(-50), progress: nil)
        let status = try store.status()
        #expect(status.path == filled.place.path)
        #expect(status.observations == 121)
        #expect(status.unlistedObservations == 1)
        #expect(status.schemaVersion == Schema.version)
        #expect(status.fileBytes > 100_000)
        #expect(status.oldestFetch == Samples.moment(-50))
        #expect(status.newestFetch == Samples.moment(20))
        // Forty times geoprivacy for all, ten times access, for Wren half of these had a grant to lose.
        #expect(status.changes == 45)
        let wren = try #require(status.viewers.first { $0.viewer == Samples.wren })
        #expect(wren.sights == 120)
        #expect(wren.disclosed == 55)
        #expect(wren.former == 5)
        #expect(wren.lists == 1)
        #expect(wren.changes == 5)
        #expect(status.viewers.map(\.viewer) == [Samples.wren, Samples.lark, .anonymous])
        #expect(status.lists.map(\.count) == [120, 120])
        #expect(status.deletedObservations == 0)
        #expect(!status.isReadOnly)
    }

    @Test("an empty store has a status, too, and is sound")
    func empty() throws {
        let place = try StorePlace()
        let store = try place.store()
        let status = try store.status()
        #expect(status.observations == 0)
        #expect(status.viewers.isEmpty)
        #expect(status.oldestFetch == nil)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test(
        "a store in use is sound, to the last word of its indexes",
        arguments: [Verification.Depth.quick, .full]
    )
    func sound(depth: Verification.Depth) throws {
        var steps: [Verification.Step] = []
        let verification = try store.verify(depth) { steps.append($0) }
        #expect(verification.problems.isEmpty)
        #expect(verification.observations == 120)
        #expect(steps.contains(.counts))
        #expect(steps.contains(.words) == (depth == .full))
    }

    @Test("looking can be cancelled, also in the midst")
    func cancelled() throws {
        let cancellation = Cancellation()
        #expect(throws: StoreError.cancelled) {
            try store.verify(.full, cancellation: cancellation) { step in
                if step == .words { cancellation.cancel() }
            }
        }
        #expect(throws: StoreError.cancelled) { try store.status(cancellation: cancellation) }
        #expect(throws: StoreError.cancelled) { try store.compact(cancellation: cancellation) }
    }

    @Test(
        "what does not agree is found",
        arguments: [
            ("UPDATE list SET row_count = 7 WHERE number = 1", "Rows of list 1: 7 noted, 120 counted"),
            ("UPDATE tally SET observations = 1", "Observations: 1 noted, 120 counted"),
            ("DELETE FROM observation WHERE id = 7", "Rows of lists without an observation: 2"),
            ("DELETE FROM waiting_point", "Indexed true points: 0 noted"),
            ("DELETE FROM viewer WHERE number = 2", "Answers without a viewer: 120"),
            ("UPDATE observation SET login = 'changed' WHERE id = 7", "observation_words does not agree"),
            (
                "INSERT INTO sight_words (rowid, words) VALUES (4294967303, 'elsewhere')",
                "sight_words does not agree"
            ),
        ]
    )
    func disagreement(sql: String, words: String) throws {
        try store.write { try $0.execute(sql: sql) }
        let problems = try store.verify(.full).problems.map(\.description)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test("compacting changes nothing that can be asked, and gives room back")
    func compact() throws {
        let viewers = [Samples.wren, Samples.lark, .anonymous]
        let list = try #require(try store.list(FilledStore.query, as: Samples.wren)).id
        try store.remove(
            filled.ids.suffix(100),
            from: list,
            deleted: [],
            at: Samples.moment(30),
            progress: nil
        )
        let before = try viewers.map { try filled.contents(of: store, as: $0) }
        let report = try store.compact()
        #expect(report.dropped == 0)
        #expect(report.isShortened)
        #expect(report.bytesAfter < report.bytesBefore)
        #expect(report.bytesAfter == store.totalBytes)
        #expect(try viewers.map { try filled.contents(of: store, as: $0) } == before)
        #expect(try store.verify(.full).problems.isEmpty)
        #expect(try store.status().freeBytes == 0)
    }

    @Test("compacting drops what no list holds only when asked, and only what can be fetched again")
    func dropUnlisted() throws {
        for viewer in [Samples.wren, Samples.lark] {
            let list = try #require(try store.list(FilledStore.query, as: viewer)).id
            try store.remove(
                filled.ids.suffix(60),
                from: list,
                deleted: viewer == Samples.wren ? [120 * 7] : [],
                at: Samples.moment(30),
                progress: nil
            )
        }
        #expect(try store.compact().dropped == 0)
        let before = try store.status()
        #expect(before.unlistedObservations == 60)
        // Of 61 to 119 those stay that are odd or leave 1 of 3; 120 stays because it is deleted at the server.
        let kept = (61...119).filter { $0 % 2 == 1 || $0 % 3 == 1 }
        let report = try store.compact(droppingUnlisted: true)
        #expect(report.dropped == 59 - kept.count)
        #expect(
            try store.rows(filled.ids, as: Samples.wren).map { $0.id / 7 } == Array(1...60) + kept + [120]
        )
        #expect(try store.status().observations == 60 + kept.count + 1)
        #expect(try store.status().changes == before.changes)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("a store that is compacted needs room for a copy, and says how much")
    func room() {
        let error = StoreError.noRoom(path: "/x", needed: 2_000_001, free: 1_000_000)
        #expect(error.description.contains("3 MB are needed"))
        #expect(error.description.contains("1 MB are free"))
    }

    @Test("a list is forgotten alone; its rows stay")
    func forgetList() throws {
        let list = try #require(try store.list(FilledStore.query, as: Samples.wren)).id
        let others = try filled.contents(of: store, as: Samples.lark)
        let rows = try store.rows(filled.ids, as: Samples.wren)
        let report = try store.forget(.list(list))
        #expect(report.lists == 1)
        #expect(report.isErased)
        #expect(try store.list(list) == nil)
        #expect(try store.rows(filled.ids, as: Samples.wren) == rows)
        #expect(try filled.contents(of: store, as: Samples.lark) == others)
        #expect(throws: StoreError.noSuchList) {
            try store.write(
                [Samples.plain(1)],
                of: list,
                as: Samples.wren,
                at: Samples.moment(1),
                progress: nil
            )
        }
        #expect(try store.forget(.list(list)).lists == 0)
        #expect(try store.openList(FilledStore.query, as: Samples.wren, at: Samples.moment(1)).id != list)
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("a viewer is forgotten with points, words, lists and history; nothing of another one goes")
    func forgetViewer() throws {
        let others = try [Samples.lark, .anonymous].map { try filled.contents(of: store, as: $0) }
        let report = try store.forget(.viewer(Samples.wren))
        #expect(report.sights == 120)
        #expect(report.lists == 1)
        #expect(report.changes == 5)
        #expect(report.observations == 0)
        #expect(report.isErased)
        #expect(try [Samples.lark, .anonymous].map { try filled.contents(of: store, as: $0) } == others)
        let contents = try filled.contents(of: store, as: Samples.wren)
        #expect(contents.rows.count == 120)
        #expect(
            contents.rows.allSatisfy {
                $0.observation.disclosure == .withheld && $0.former == nil && !$0.isAnswered
            }
        )
        #expect(contents.changes.allSatisfy { !$0.isPrivate })
        #expect(contents.foundPrivately.isEmpty)
        #expect(contents.boxed.isEmpty)
        #expect(contents.lists.isEmpty)
        #expect(try store.verify(.full).problems.isEmpty)
        #expect(try store.forget(.viewer(Samples.wren)).sights == 0)
    }

    @Test(
        "what is forgotten is in no byte of the files, however often it was written before",
        arguments: [true, false]
    )
    func erased(isOpen: Bool) throws {
        // What was replaced lies in free pages.
        for moment in 31...33 {
            let moved = (1...120).map {
                FilledStore.observation($0, isTold: moment == 32, to: Samples.wren, geoprivacy: .private)
            }
            try store.write(moved, of: nil, as: Samples.wren, at: Samples.moment(moment), progress: nil)
        }
        let needle = Data("hollow11x".utf8)
        let token = Data("hollow12x".utf8)
        #expect(try filled.place.bytes().values.contains { $0.range(of: needle) != nil })
        #expect(try store.forget(.viewer(Samples.wren)).isErased)
        if !isOpen { store.close() }
        let files = try filled.place.bytes()
        #expect(files.filter { $0.value.range(of: needle) != nil }.keys.isEmpty)
        #expect(files.contains { $0.value.range(of: token) != nil })
    }

    @Test("everything is forgotten, and the store goes on; no number of a list or a viewer comes again")
    func forgetEverything() throws {
        let lists = try store.lists().map(\.id)
        let report = try store.forget(.everything)
        #expect(report.observations == 120)
        #expect(report.sights == 280)
        #expect(report.lists == 2)
        let status = try store.status()
        #expect(status.observations == 0)
        #expect(status.viewers.isEmpty)
        #expect(status.lists.isEmpty)
        #expect(status.changes == 0)
        #expect(try store.verify(.full).problems.isEmpty)
        for needle in ["hollow", "Parish", "Wren", "long text"] {
            #expect(
                try !filled.place.bytes().values.contains { $0.range(of: Data(needle.utf8)) != nil },
                "\(needle)"
            )
        }
        let list = try store.openList(FilledStore.query, as: Samples.wren, at: Samples.moment(1)).id
        #expect(!lists.contains(list))
        try store.write([Samples.whole(1)], of: list, as: Samples.wren, at: Samples.moment(1), progress: nil)
        #expect(try store.order(of: Arrangement(list: list, viewer: Samples.wren, words: "orchid")) == [1])
        #expect(try store.verify(.full).problems.isEmpty)
    }

    @Test("while another connection reads, forgetting says that the bytes are still there")
    func forgetBeside() throws {
        let other = try DatabaseQueue(path: filled.place.path)
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN; SELECT count(*) FROM sight")
            let report = try store.forget(.viewer(Samples.wren))
            #expect(report.sights == 120)
            #expect(!report.isErased)
            try database.execute(sql: "COMMIT")
        }
        try other.close()
        #expect(try store.compact().isShortened)
        #expect(try !filled.place.bytes().values.contains { $0.range(of: Data("hollow11x".utf8)) != nil })
    }
}
