import INaturalist
import ObservationExport
import ObservationStore
import Testing

@testable import Browser

/// Which rows are written, in which order.
@Suite struct ExportRequestTests {
    private func request(
        _ browser: TestBrowser,
        marked: [Int32]? = nil,
        path: String = "x.csv"
    ) throws -> ExportRequest {
        ExportRequest(
            list: try #require(browser.state.listRequest(isRefresh: false)),
            marked: marked,
            choice: ExportChoice(path: path, format: .csv)
        )
    }

    private func ids(_ request: ExportRequest, _ browser: TestBrowser) throws -> [Int32] {
        try request.ids(in: browser.store, cancellation: Cancellation())
    }

    @Test func `all rows are written in the table's order`() throws {
        var browser = try World.browser()
        #expect(try ids(request(browser), browser) == [9_104, 9_103, 9_102, 9_101, 9_100, 9_099, 9_098])
        browser.settle(browser.state.narrow { $0.sort = [SortKey(column: .id)] })
        #expect(try ids(request(browser), browser) == [9_098, 9_099, 9_100, 9_101, 9_102, 9_103, 9_104])
    }

    @Test func `rows that are left out are not written`() throws {
        var browser = try World.browser()
        browser.settle(browser.state.narrow { $0.words = "orchid" })
        #expect(try ids(request(browser), browser) == [9_104])
    }

    @Test func `marked rows come in the table's order, those that it does not show last`() throws {
        var browser = try World.browser()
        browser.settle(browser.state.narrow { $0.words = "turtle" })
        #expect(try ids(request(browser, marked: [9_101, 9_103, 9_104]), browser) == [9_103, 9_104, 9_101])
    }

    @Test(
        arguments: [
            ("~/x.csv", "/home/wren", "/home/wren/x.csv"), ("~/x.csv", nil, "~/x.csv"),
            ("~/x.csv", "", "~/x.csv"),
            ("~wren/x.csv", "/home/wren", "~wren/x.csv"), ("x~/y.csv", "/home/wren", "x~/y.csv"),
        ] as [(String, String?, String)]
    ) func `the home stands for a tilde`(_ path: String, _ home: String?, _ expanded: String) throws {
        #expect(try request(World.browser(), path: path).choice(home: home).path == expanded)
    }
}
