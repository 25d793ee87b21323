import INaturalist
import ObservationExport
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// Writing rows to a file, from the table and back.
@Suite struct ExportInBrowserTests {
    private func work(_ effects: [Effect]) -> (ticket: Int, request: ExportRequest)? {
        for case .work(.export, let ticket, .export(let request)) in effects { return (ticket, request) }
        return nil
    }

    private func finish(_ answer: Answer, _ ticket: Int, in browser: inout TestBrowser) {
        _ = browser.state.update(.finished(.export, ticket: ticket, answer), at: World.now)
    }

    @Test func `the table's rows are written as they are shown, to whom they are shown`() throws {
        var browser = try World.browser()
        browser.settle(browser.state.narrow { $0.words = "orchid" })
        browser.press(.control("s"))
        #expect(browser.context == .export)
        let (_, request) = try #require(work(browser.press(.enter)))
        #expect(request.list.narrowing.words == "orchid" && request.marked == nil)
        #expect(request.list.viewer == .jwt(user: World.observer.id))
        #expect(request.choice == ExportChoice(path: "observations-2026-11-23.csv", format: .csv))
    }

    @Test func `marked rows are written alone`() throws {
        var browser = try World.browser()
        browser.state.table.marks.insert([9_101, 9_103])
        browser.press(.control("s"))
        #expect(try #require(work(browser.press(.enter))).request.marked == [9_101, 9_103])
    }

    @Test func `how far it is and what came of it is on the screen`() throws {
        var browser = try World.browser()
        browser.press(.control("s"))
        let (ticket, _) = try #require(work(browser.press(.enter)))
        _ = browser.state.update(.exporting(ticket: ticket, ExportProgress(rows: 3, total: 7)), at: World.now)
        #expect(browser.screenText.contains("3 of 7 rows are written"))
        // What another export says late is not this one's.
        _ = browser.state.update(
            .exporting(ticket: ticket - 1, ExportProgress(rows: 5, total: 7)),
            at: World.now
        )
        #expect(browser.screenText.contains("3 of 7 rows are written"))
        finish(.exported(ExportProgress(rows: 7, total: 7)), ticket, in: &browser)
        #expect(browser.screenText.contains("7 rows are in observations-2026-11-23.csv"))
        browser.press(.escape)
        #expect(browser.context == .table)
    }

    @Test func `Escape stops it`() throws {
        var browser = try World.browser()
        browser.press(.control("s"))
        browser.press(.enter)
        #expect(browser.press(.escape).contains(.cancel(.export)))
        #expect(browser.context == .table)
    }

    @Test func `a file that is there is asked about, a store that fails is told`() throws {
        var browser = try World.browser()
        browser.press(.control("s"))
        var (ticket, _) = try #require(work(browser.press(.enter)))
        finish(.notExported(.fileExists(path: "x")), ticket, in: &browser)
        #expect(browser.screenText.contains("x is there already"))
        browser.press(.character(" "))
        let again = try #require(work(browser.press(.enter)))
        #expect(again.request.choice.replaces)
        ticket = again.ticket
        finish(.failedHere("The store is damaged."), ticket, in: &browser)
        #expect(browser.screenText.contains("The store is damaged."))
        #expect(browser.context == .export)
    }
}
