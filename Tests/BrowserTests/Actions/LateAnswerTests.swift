import Coordinates
import FoundationEssentials
import ObservationExport
import ObservationImport
import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import INaturalist

/// Evidence of the review: each of these is expected to fail on the code that was reviewed.
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
        var ticket = 0
        for case .work(.photo, let number, _) in browser.press(.character("p")) { ticket = number }
        browser.press(.character("&"))
        browser.type("orch")
        let entry = try #require(browser.selectedEntry)
        let detail = try World.detail(of: entry.observation)
        browser.update(.finished(.photo, ticket: ticket, .photos(of: detail)), at: World.now)
        #expect(browser.context == .filter)
    }

    @Test func `a record that comes late does not take the terminal from who types`() throws {
        var browser = try World.browser()
        var ticket = 0
        for case .work(.action, let number, _) in browser.press(.character("P")) { ticket = number }
        browser.press(.character("t"))
        let late = browser.update(.finished(.action, ticket: ticket, .raw("{}", .pager)), at: World.now)
        #expect(!late.contains { if case .read = $0 { true } else { false } })
    }

    @Test func `help gives the line back that was typed`() throws {
        var browser = try World.browser()
        browser.press(.character("/"))
        browser.type("turt")
        browser.press(.function(1), .escape)
        #expect(browser.context == .find)
    }

    @Test func `a count counts for marking, and for no other command`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...100).reversed()))
        browser.press(.character("5"), .character(" "))
        #expect(browser.table.marks.count == browser.table.position.selected)
    }

    @Test func `a click ends a count`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...100).reversed()))
        browser.press(.character("5"))
        browser.update(.input(.mouse(MouseEvent(.press, at: Position(column: 5, row: 3)))), at: World.now)
        let row = browser.table.position.selected
        browser.press(.down)
        #expect(browser.table.position.selected == row + 1)
    }

    @Test func `a click on a message does nothing that it hides`() throws {
        var browser = try World.browser()
        browser.press(.character("u"))
        #expect(browser.message != nil)
        let place = try #require(browser.state.placedHints.dropFirst().first).rect
        browser.update(
            .input(.mouse(MouseEvent(.press, at: Position(column: place.left, row: place.top)))),
            at: World.now
        )
        #expect(browser.screens.isEmpty)
    }

    @Test func `an observation that is not held can be opened and copied by its id`() throws {
        var browser = try World.browser()
        browser.press(.character("#"))
        browser.type("777")
        browser.press(.enter)
        #expect(browser.context == .detail)
        #expect(browser.press(.character("o")).contains { if case .openWebPage = $0 { true } else { false } })
        browser.press(.character("y"))
        #expect(copied(browser.press(.character("i"))) == "777")
    }

    @Test func `who leaves before the rows are there leaves them as they were`() throws {
        let left = SessionMemory(
            account: World.observer.id,
            list: ListSource(.mine),
            sort: [SortKey(column: .observedOn, descending: true)],
            selected: 9_102,
            splitRows: 7,
            preferences: Preferences(),
            configured: Preferences()
        )
        var state = BrowserState(
            setting: .init(
                site: "https://www.inaturalist.org",
                addresses: try World.addresses(),
                memory: left
            ),
            size: Size(columns: 120, rows: 36),
            now: World.now
        )
        _ = state.begin(with: .kept(login: nil))
        #expect(state.memory == left)
    }

    @Test func `a hidden comparison is hidden the next time too`() throws {
        let left = SessionMemory(
            account: 7,
            list: ListSource(.mine),
            sort: [],
            selected: nil,
            splitRows: 0,
            preferences: Preferences(),
            configured: Preferences()
        )
        let file = SessionMemoryFile(path: "/tmp/review/session-\(UInt64.random(in: 0 ... .max)).json")
        try file.write(left, site: "https://x.example")
        #expect(file.read(site: "https://x.example").memory?.splitRows == 0)
    }

    @Test func `a box and a place of a query are in no file of the session's`() throws {
        let query = try ObservationQuery(text: "box:41.6,-93.7,41.7,-93.6")
        let left = SessionMemory(
            account: 7,
            list: ListSource(.query(query), isHiddenOnly: false),
            sort: [],
            selected: nil,
            splitRows: nil,
            preferences: Preferences(),
            configured: Preferences()
        )
        let path = "/tmp/review/session-\(UInt64.random(in: 0 ... .max)).json"
        try SessionMemoryFile(path: path).write(left, site: "https://x.example")
        let text = String(
            decoding: try #require(try PrivateTextFile(path: path, lock: "l", kind: "k").read()),
            as: UTF8.self
        )
        #expect(!text.contains("93.7"))
    }

    @Test func `a file's observation asks no server`() throws {
        var browser = try World.browser()
        browser.settle(browser.state.readFile(.path("/tmp/x.csv")))
        browser.state.pending[.job] = nil
        browser.press(.character("#"))
        browser.type("777")
        let effects = browser.press(.enter)
        #expect(!effects.contains { if case .work(.detail, _, _) = $0 { true } else { false } })
    }

    @Test func `plain mode says where the file is`() throws {
        var talk = try PlainTalk.begun()
        talk.say("export")
        talk.say("write the file")
        var ticket = 0
        for case .work(.export, let number, _) in talk.asked { ticket = number }
        #expect(ticket != 0)
        talk.take {
            $0.take(
                [.finished(.export, ticket: ticket, .exported(ExportProgress(rows: 4, total: 4)))],
                at: World.now
            )
        }
        let said = talk.hear().joined(separator: "\n")
        #expect(said.contains("observations-"), "\(said)")
    }

    @Test func `plain mode waits for the file`() throws {
        var talk = try PlainTalk.begun()
        talk.say("export", "write the file")
        let isBusy = talk.dialogue.isBusy
        #expect(isBusy)
    }

    @Test func `plain mode says which rows are marked`() throws {
        var talk = try PlainTalk.begun()
        let said =
            talk.say("mark-all").joined(separator: "\n") + talk.say("first").joined(separator: "\n")
            + talk.dialogue.state.plainRow(0)
        #expect(said.contains("1. ") || said.contains("marked"), "\(said)")
        #expect(talk.dialogue.state.plainRow(0).contains("marked"))
    }

    @Test func `what is copied has no control character of a name`() throws {
        let entry = ObservationList.Entry(
            observation: World.named("Lily\u{1B}[201~\u{0D}rm"),
            askedAs: .jwt
        )
        let text = CopiedText(entry: entry, identity: .jwt, notation: Notation()).text(.summary)
        #expect(text?.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" } == false)
    }
}

extension World {
    static func named(_ name: String) -> Observation {
        specimen(5, "Lilium", name, nil, .obscured, nil, PublicFace(location: nil, place: nil), .withheld)
    }

    static func detail(of observation: Observation) throws -> ObservationDetail {
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
