import TestBrowser
import Testing

@testable import INaturalistSandbox

struct DateTests {
    @Test(
        "Days, weekdays and ISO weeks agree with the calendar",
        arguments: [
            ("1970-01-01", 0, 3, 1), ("2000-02-29", 11_016, 1, 9), ("2018-09-05", 17_779, 2, 36),
            ("2021-01-03", 18_630, 6, 53), ("2024-12-30", 20_087, 0, 1), ("2026-06-21", 20_625, 6, 25),
            ("1899-12-31", -25_568, 6, 52),
        ]
    )
    func calendar(text: String, days: Int, weekday: Int, week: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.days == days)
        #expect(date.weekday == weekday)
        #expect(date.isoWeek == week)
        #expect(date.text == text)
    }

    @Test(
        "Text that is no date is none",
        arguments: ["", "2026", "2026-13-01", "2026-00-10", "26-01-01", "today"]
    )
    func nonsense(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(
        "A moment is written with its offset",
        arguments: [
            (-360, "2021-03-10T12:25:00-06:00"), (0, "2021-03-10T18:25:00+00:00"),
            (765, "2021-03-11T07:10:00+12:45"), (330, "2021-03-10T23:55:00+05:30"),
        ]
    )
    func offsets(minutes: Int, text: String) throws {
        let moment = try #require(Moment(parsing: "2021-03-10T12:25:00-06:00"))
        #expect(moment.text(offset: minutes) == text)
    }

    @Test("HTTP dates have the fixed form")
    func httpDate() {
        #expect(Moment(seconds: 784_111_777).httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("A date without a time can mean its beginning or its end")
    func ends() throws {
        let start = try #require(Moment(parsing: "2026-04-30"))
        let end = try #require(Moment(parsing: "2026-04-30", endOfDay: true))
        #expect(end.seconds - start.seconds == 86_399)
    }
}
