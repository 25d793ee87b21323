import Foundation
import TestBrowser
import Testing

@testable import INaturalistSandbox

/// What happens to the records while the server runs.
struct ChangeTests {
    /// The newest record of the observer: an orchid obscured by its observer.
    private func orchid(_ browser: Browser) async throws -> Int {
        let rows = try await browser.get("/v1/observations?user_id=observer&per_page=1&only_id=true")
            .results()
        return try #require(rows.first?["id"]?.integer)
    }

    private func row(_ id: Int, _ sandbox: Sandbox, _ browser: Browser) async throws -> JSON {
        let path = "/v1/observations/\(id)"
        return try #require(
            try await browser.get(path, authorization: sandbox.bearer(.observer)).results().first
        )
    }

    /// What has changed since the server's clock stood still.
    private func changes(since clock: SandboxClock, _ browser: Browser) async throws -> [Int] {
        let moment = clock.now.formatted(.iso8601)
        let path = "/v1/observations?updated_since=\(moment)&per_page=200&only_id=true"
        return try await browser.get(path).results().compactMap { $0["id"]?.integer }
    }

    private func withClock(
        _ test: (Sandbox, Browser, SandboxClock) async throws -> Void
    ) async throws {
        let clock = SandboxClock(Date(timeIntervalSince1970: 1_800_000_000))
        try await withSandbox(SandboxConfiguration(now: { clock.now })) { sandbox, browser in
            try await test(sandbox, browser, clock)
        }
    }

    @Test("A deleted observation is gone from searches, totals and by id, and the website answers 410")
    func deletion() async throws {
        try await withClock { sandbox, browser, clock in
            let id = try await orchid(browser)
            let uuid = try #require(try await row(id, sandbox, browser)["uuid"]?.string)
            #expect(sandbox.deleteObservation(id: id))
            #expect(!sandbox.deleteObservation(id: id))
            #expect(try await browser.json("/v1/observations/\(id)")["results"] == [])
            #expect(try await browser.get("/v2/observations/\(uuid)").status == 404)
            #expect(try await browser.get("/observations/\(id).json").status == 410)
            #expect(try await browser.get("/observations/\(id)").status == 410)
            #expect(try await orchid(browser) != id)
            #expect(try await browser.json("/v1/observations?v=1&per_page=0")["total_results"] == 2_399)
            let user = try await browser.get("/v1/users/observer").results().first
            #expect(user?["observations_count"] == 1_599)
            #expect(try await changes(since: clock, browser).isEmpty)
            #expect(sandbox.source.world.record(id: id) != nil)
        }
    }

    @Test("A search that was asked before forgets what was deleted since")
    func deletionAfterSearch() async throws {
        try await withClock { sandbox, browser, _ in
            let path = "/v1/observations?user_id=observer&order_by=id&only_id=true&per_page=3"
            let before = try await browser.get(path).results().compactMap { $0["id"]?.integer }
            sandbox.deleteObservation(id: before[1])
            let after = try await browser.get(path).results().compactMap { $0["id"]?.integer }
            #expect(after.first == before[0])
            #expect(after[1] == before[2])
        }
    }

    @Test("Opening a point shows it to everybody, and bumps the update")
    func opening() async throws {
        try await withClock { sandbox, browser, clock in
            let id = try await orchid(browser)
            let hidden = try await row(id, sandbox, browser)
            clock.advance(by: .seconds(60))
            #expect(sandbox.changeGeoprivacy(id: id, to: .open))
            let open = try await row(id, sandbox, browser)
            #expect(open["geoprivacy"] == .null)
            #expect(open["location"] == hidden["private_location"])
            #expect(open["place_guess"] == hidden["private_place_guess"])
            #expect(open["private_location"] == .null)
            #expect(open["public_positional_accuracy"] == open["positional_accuracy"])
            #expect(open["obscured"] == false)
            #expect(open["updated_at"] != hidden["updated_at"])
            #expect(try await changes(since: clock, browser) == [id])
        }
    }

    @Test("A private point is gone for the public; from there to obscured it is drawn anew (5)")
    func hiding() async throws {
        try await withClock { sandbox, browser, clock in
            let id = try await orchid(browser)
            let obscured = try await row(id, sandbox, browser)
            sandbox.changeGeoprivacy(id: id, to: .private)
            let hidden = try await row(id, sandbox, browser)
            #expect(hidden["location"] == .null)
            #expect(hidden["place_guess"] == .null)
            #expect(hidden["place_ids"] == [])
            #expect(hidden["mappable"] == false)
            #expect(hidden["private_location"] == obscured["private_location"])
            clock.advance(by: .seconds(5))
            sandbox.changeGeoprivacy(id: id, to: .obscured)
            let again = try await row(id, sandbox, browser)
            #expect(again["location"]?.string != nil)
            #expect(again["location"] != obscured["location"])
            #expect(again["private_location"] == obscured["private_location"])
            let search = "/v1/observations?id_above=\(id - 1)&id_below=\(id + 1)&geoprivacy="
            #expect(try await browser.get(search + "obscured").results().count == 1)
            #expect(try await browser.get(search + "private").results().isEmpty)
        }
    }

    @Test(
        "A moved observation lies elsewhere, and so does its public point, in the cell of the new place (5)"
    )
    func moving() async throws {
        try await withClock { sandbox, browser, clock in
            let id = try await orchid(browser)
            #expect(sandbox.moveObservation(id: id, to: (latitude: 45.30001, longitude: -94.70002)))
            let moved = try await row(id, sandbox, browser)
            #expect(moved["private_location"] == "45.30001,-94.70002")
            let point = try #require(moved["location"]?.string).split(separator: ",").compactMap {
                Double($0)
            }
            #expect((45.2...45.4).contains(point[0]))
            #expect((-94.8 ... -94.6).contains(point[1]))
            #expect(moved["place_guess"] == "Minnesota, US")
            #expect(moved["place_ids"]?[1] == 7_008)
            #expect(try await changes(since: clock, browser) == [id])
        }
    }

    @Test("Trust opens and shuts hidden points, and updates no observation (4.3)")
    func trust() async throws {
        try await withClock { sandbox, browser, clock in
            let path = "/v1/observations/\(try await orchid(browser))"
            func sees(_ role: SandboxAccount.Role) async throws -> [JSON?] {
                let row = try await browser.get(path, authorization: sandbox.bearer(role)).results().first
                return [row?["private_location"], row?["viewer_trusted_by_observer"]]
            }
            #expect(try await sees(.trusted) == ["41.60218,-93.6124", true])
            #expect(try await sees(.stranger) == [nil, false])
            sandbox.changeTrust(observer: "observer", of: "trusted", to: false)
            sandbox.changeTrust(observer: "observer", of: "stranger", to: true)
            #expect(try await sees(.trusted) == [nil, false])
            #expect(try await sees(.stranger) == ["41.60218,-93.6124", true])
            #expect(try await changes(since: clock, browser).isEmpty)
        }
    }

    @Test("Added observations are the newest, belong to whom they should, and half of them are hidden")
    func adding() async throws {
        try await withClock { sandbox, browser, clock in
            let newest = try await orchid(browser)
            let ids = sandbox.addObservations(count: 40, owner: "trusted")
            #expect(ids.count == 40)
            #expect(ids == ids.sorted() && ids[0] > newest)
            #expect(try await changes(since: clock, browser) == ids.reversed())
            let path = "/v1/observations?user_id=trusted&per_page=40&id_above=\(newest)"
            let rows = try await browser.get(path).results()
            #expect(rows.count == 40)
            #expect(rows.allSatisfy { $0["user"]?["login"] == "trusted" })
            let hidden = try await browser.json("\(path)&obscuration=obscured,private")
            #expect(hidden["total_results"] == 20)
            let uuid = try #require(rows.first?["uuid"]?.string)
            #expect(try await browser.get("/v2/observations/\(uuid)").status == 200)
            #expect(sandbox.observationIDs(owner: "trusted").suffix(40) == ids[...])
            #expect(sandbox.observationIDs().count == 2_440)
            sandbox.deleteObservation(id: ids[7])
            #expect(try await browser.json(path)["total_results"] == 39)
        }
    }

    @Test("Nothing that is not there can be changed")
    func unknown() async throws {
        try await withClock { sandbox, browser, clock async throws in
            #expect(!sandbox.deleteObservation(id: 7))
            #expect(!sandbox.changeGeoprivacy(id: 7, to: .private))
            #expect(!sandbox.moveObservation(id: 7, to: (latitude: 1, longitude: 1)))
            #expect(sandbox.addObservations(count: 3, owner: "nobody").isEmpty)
            #expect(try await changes(since: clock, browser).isEmpty)
        }
    }
}
