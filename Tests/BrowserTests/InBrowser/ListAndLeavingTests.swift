import Coordinates
import FoundationEssentials
import ObservationStore
import TerminalUI
import Testing

@testable import Browser
@testable import INaturalist

@Suite struct ListAndLeavingTests {
    @Test func `changes under an observation are another's once somebody else speaks`() throws {
        var browser = try World.browser()
        let known: Set<Int> = [9_104]
        var changed = World.specimens.filter { known.contains($0.id) }
        changed[0].disclosure = .disclosed(
            TrueFace(location: World.location(41.70001, -93.50001, 330), place: "Elsewhere")
        )
        let key = try #require(browser.state.viewerKey(.jwt))
        try browser.store.write(changed, of: nil, as: key, at: World.now, progress: nil)
        browser.press(.character("c"))
        let before = browser.screenText
        browser.press(.enter, .character("t"), .escape)
        #expect(before.contains("Elsewhere"))
        #expect(browser.context == .changes && browser.session.identity == .anonymous)
        #expect(!browser.screenText.contains("Elsewhere"))
    }

    @Test func `a line that is typed ends with the list it was for`() throws {
        var browser = try World.browser()
        browser.press(.character("&"))
        browser.type("orch")
        browser.show(ListSource(.everyone))
        #expect(browser.prompt == nil)
    }

    @Test func `another list ends the writing of rows of the one before`() throws {
        var browser = try World.browser()
        browser.press(.control("s"), .enter)
        #expect(browser.pending[.export] != nil)
        #expect(browser.show(ListSource(.everyone)).contains(.cancel(.export)))
    }

    @Test func `what the start says is said once`() throws {
        var state = BrowserState(
            setting: .init(
                site: "https://www.inaturalist.org",
                addresses: try World.addresses(),
                remarks: [Message("config.yaml, line 3: no such key.", .warning)]
            ),
            size: Size(columns: 120, rows: 36),
            now: World.now
        )
        let effects = state.begin(with: .kept(login: nil))
        var ticket = 0
        for case .work(.signIn, let number, _) in effects { ticket = number }
        _ = state.update(.finished(.signIn, ticket: ticket, .signedIn(try World.result())), at: World.now)
        #expect(state.messages.entries.first?.times == 1)
    }

    @Test func `a refused token is told as everywhere`() throws {
        var browser = try World.browser()
        var ticket = 0
        for case .work(.action, let number, _) in browser.press(.character("P")) { ticket = number }
        let refused = INaturalistError.tokenRefused(reason: "expired")
        browser.update(.finished(.action, ticket: ticket, .failed(refused)), at: World.now)
        #expect(browser.context == .signIn)
    }

    @Test func `^P goes up where ^N goes down`() throws {
        for context in Context.allCases {
            let keys = KeyMap.standard
            let down = keys.command(for: .control("n"), in: context)
            guard down == .moveDown else { continue }
            #expect(keys.command(for: .control("p"), in: context) == .moveUp, "\(context)")
        }
    }

    @Test func `Escape gives up what was asked for`() throws {
        var browser = try World.browser()
        browser.press(.character("P"))
        #expect(browser.press(.escape).contains(.cancel(.action)))
    }

    @Test func `the export tells of rows that are not fetched`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...300).reversed()), total: 5_000)
        browser.press(.control("s"))
        #expect(browser.screenText.contains("5,000"))
    }
    @Test func `digits are no news`() throws {
        var browser = try World.browser()
        browser.press(.character("9"), .character("1"), .character("0"), .character("4"), .character("#"))
        #expect(browser.messages.entries.isEmpty, "\(browser.messages.entries.map(\.message.text))")
    }
    @Test func `as at first is as the configuration has it`() throws {
        var preferences = Preferences()
        preferences.columns = ColumnLayout([.init(.id), .init(.taxon)])
        var state = BrowserState(
            setting: .init(site: "x", addresses: nil, configured: preferences),
            preferences: preferences,
            size: Size(columns: 120, rows: 36),
            now: World.now
        )
        _ = state.showColumns()
        _ = state.perform(.accept)
        _ = state.perform(.clear)
        #expect(state.preferences.columns == preferences.columns)
    }
    @Test func `whoever looks around finds the order of the last time`() throws {
        let left = SessionMemory(
            account: nil,
            list: ListSource(.everyone),
            sort: [SortKey(column: .observedOn, descending: true)],
            selected: nil,
            splitRows: 9,
            preferences: Preferences(),
            configured: Preferences()
        )
        var state = BrowserState(
            setting: .init(
                site: "x",
                addresses: try World.addresses(),
                start: ListSource(.everyone),
                memory: left
            ),
            size: Size(columns: 120, rows: 36),
            now: World.now
        )
        _ = state.begin(with: nil)
        _ = state.decide(SignInScreen.Decision.lookAround)
        #expect(state.wanted.sort == left.sort)
        #expect(state.paneRows == 9)
    }

    @Test func `the page of a marked row is opened, also of one that is not held`() throws {
        var browser = try World.browser()
        browser.state.table.marks.insert([555])
        let effects = browser.press(.character("o"))
        #expect(effects == [.openWebPage("http://127.0.0.1:9/observations/555")])
    }

    @Test func `pages of help leave no line out`() throws {
        var browser = try World.browser(80, 24)
        browser.press(.function(1))
        var shown = browser.screenText
        for _ in 0..<5 {
            browser.press(.pageDown)
            shown += browser.screenText
        }
        guard case .pick(let help) = browser.screens.last else { return }
        let place = help.items.firstIndex { $0.id == help.selected } ?? 0
        let unseen = help.items[..<place].filter {
            $0.disabledReason == nil && !shown.contains($0.detail.prefix(20))
        }
        #expect(place > 20 && unseen.isEmpty, "\(unseen.map(\.title))")
    }

    @Test func `a photo that comes while help lies over it is there`() throws {
        var browser = try World.browser()
        let photos = [Photo(id: 1, url: nil, license: nil, attribution: nil)]
        let effects = browser.settle(
            browser.state.push(.photos(PhotoScreen(id: 1, photos: photos)))
                + browser.state.update(.woke, at: World.now)
        )
        #expect(effects.contains { if case .work(.photo, _, _) = $0 { true } else { false } })
        #expect(!browser.press(.function(1)).contains(.cancel(.photo)))
        #expect(browser.pending[.photo] != nil)
    }
}
