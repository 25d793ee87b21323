import INaturalist
import ObservationImport
import TerminalUI
import Testing

@testable import Browser

@Suite struct GoToTests {
    @Test(arguments: [
        ("9104", 9_104), ("#9104", 9_104), (" 9 104 ", 9_104),
        ("https://www.inaturalist.org/observations/9104", 9_104),
        ("https://www.inaturalist.org/observations/9104?locale=de#activity", 9_104),
        ("www.inaturalist.org/observations/9104/", 9_104), ("2147483647", 2_147_483_647),
    ]) func `an id, or an address with one, is an id`(_ text: String, _ id: Int) {
        #expect(GoToPrompt.id(in: text) == id)
    }

    @Test(arguments: [
        "", "0", "-1", "2147483648", "99999999999999999999", "turtle", "12turtle", "1.5",
        "https://www.inaturalist.org/observations/turtle", "https://www.inaturalist.org/observations?id=5",
    ]) func `anything else is none`(_ text: String) {
        #expect(GoToPrompt.id(in: text) == nil)
    }

    @Test func `the cursor goes to the row of that observation`() throws {
        var state = try World.browser()
        state.press(.character("#"))
        state.type("9101")
        state.press(.enter)
        #expect(state.context == .table)
        #expect(state.selectedEntry?.observation.id == 9_101)
    }

    @Test func `an id typed before the command needs no prompt`() throws {
        var state = try World.browser()
        state.type("9102#")
        #expect(state.context == .table)
        #expect(state.selectedEntry?.observation.id == 9_102)
    }

    @Test func `an observation that is not in the table is opened by itself, and that is said`() throws {
        var state = try World.browser()
        state.press(.character("#"))
        state.type("77")
        let effects = state.press(.enter)
        #expect(state.context == .detail)
        #expect(workTicket(effects, .detail) != nil)
        #expect(state.message?.text.contains("77 is not among the rows") == true)
    }

    @Test func `what is no id is told, and stays to be mended`() throws {
        var state = try World.browser()
        state.press(.character("#"))
        state.type("turtle")
        state.press(.enter)
        #expect(state.context == .goTo)
        #expect(state.screenText.contains("An id is a whole number"))
        #expect(state.screenText.contains("turtle"))
    }

    @Test func `a number before G is a row, before j so many rows, and counts once`() throws {
        var state = try World.browser(showing: World.many(Array((1...60).reversed())))
        state.type("40G")
        #expect(state.table.position.selected == 39)
        state.type("5k")
        #expect(state.table.position.selected == 34)
        state.type("k")
        #expect(state.table.position.selected == 33)
        state.type("999G")
        #expect(state.table.position.selected == 59)
        #expect(state.message?.text == "There are 60 rows; this is the last.")
    }

    @Test func `a number is forgotten with the next key that is no digit`() throws {
        var state = try World.browser(showing: World.many(Array((1...60).reversed())))
        state.type("40")
        state.press(.escape)
        state.type("j")
        #expect(state.table.position.selected == 1)
    }

    @Test func `an observation that is not held can be opened and copied by its id`() throws {
        var browser = try World.browser()
        browser.press(.character("#"))
        browser.type("777")
        browser.press(.enter)
        #expect(browser.context == .detail)
        #expect(browser.press(.character("o")).contains { if case .openWebPage = $0 { true } else { false } })
        browser.press(.character("y"))
        guard case .copy("777", _)? = browser.press(.character("i")).first else {
            Issue.record("nothing was copied")
            return
        }
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

    @Test func `a count counts for marking, and for no other command`() throws {
        var browser = try World.browser(120, 36, showing: World.many((1...100).reversed()))
        browser.press(.character("5"), .character(" "))
        #expect(browser.table.marks.count == browser.table.position.selected)
    }
}
