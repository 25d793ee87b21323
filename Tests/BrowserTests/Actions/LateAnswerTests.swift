import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import INaturalist

/// Answers that come when something else is wanted, or when somebody else speaks.
@Suite struct LateAnswerTests {
    private func copied(_ effects: [Effect]) -> String? {
        for case .copy(let text, _) in effects { return text }
        return nil
    }

    @Test func `what was looked up for the JWT is not copied once nobody speaks`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...6_000).reversed()))
        browser.state.table.marks.insert([1, 2, 3])
        browser.slow = [.action]
        browser.press(.character("Y"))
        browser.slow = []
        browser.press(.character("t"))
        #expect(browser.session.identity == .anonymous)
        let late = browser.release()
        #expect(copied(late)?.contains("41.60218") != true)
    }

    @Test func `marked rows far away are copied as whoever speaks now may see them`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...1_000).reversed()))
        let first = try #require(browser.selectedEntry?.observation.id)
        browser.press(.character(" "), .character("t"), .pageDown, .pageDown, .pageDown)
        browser.press(.pageDown, .pageDown, .pageDown, .pageDown, .pageDown)
        // Anonymous, the OAuth token, and the JWT again.
        browser.press(.character("t"), .character("t"))
        #expect(browser.session.identity == .jwt && browser.table.marks.contains(first))
        #expect(copied(browser.press(.character("Y")))?.contains("41.60218") == true)
    }

    @Test func `photos that come late do not take the place of what is typed meanwhile`() throws {
        var browser = try World.browser()
        let ticket = try #require(workTicket(browser.press(.character("p")), .photo))
        browser.press(.character("&"))
        browser.type("orch")
        let entry = try #require(browser.selectedEntry)
        let detail = try World.detail(of: entry.observation)
        browser.update(.finished(.photo, ticket: ticket, .photos(of: detail)), at: World.now)
        #expect(browser.context == .filter)
    }

    @Test func `a record that comes late does not take the terminal from who types`() throws {
        var browser = try World.browser()
        let ticket = try #require(workTicket(browser.press(.character("P")), .action))
        browser.press(.character("t"))
        let late = browser.update(.finished(.action, ticket: ticket, .raw("{}", .pager)), at: World.now)
        #expect(!late.contains { if case .read = $0 { true } else { false } })
    }
}

extension World {
    fileprivate static func detail(of observation: Observation) throws -> ObservationDetail {
        ObservationDetail(
            observation: observation,
            description: nil,
            tags: [],
            license: nil,
            identifications: [],
            comments: [],
            photos: [
                Photo(
                    id: 1,
                    url: "https://static.inaturalist.org/photos/1/square.jpg",
                    license: nil,
                    attribution: nil
                )
            ],
            sounds: [],
            projects: [],
            isCaptive: nil,
            communityTaxon: nil,
            updatedAt: nil,
            favourites: 0,
            application: nil,
            recognition: .recognised,
            rawJSON: Array("{}".utf8)
        )
    }
}
