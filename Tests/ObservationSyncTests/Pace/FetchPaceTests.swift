import Testing

@testable import ObservationSync

struct FetchPaceTests {
    @Test("Without a limit nothing is said before three replies")
    func saysNothingTooEarly() {
        var pace = FetchPace(perRequest: nil)
        #expect(pace.rowsPerSecond(at: .zero) == nil)
        pace.begin(at: .zero)
        for second in 1...2 {
            pace.note(rows: 200, at: .seconds(second))
            #expect(pace.rowsPerSecond(at: .seconds(second)) == nil)
        }
        pace.note(rows: 200, at: .seconds(3))
        #expect(pace.rowsPerSecond(at: .seconds(3)) == 200)
        #expect(pace.secondsLeft(rows: 1_000, at: .seconds(3)) == 5)
    }

    @Test("The first replies of a rested budget come faster than the limit allows in the long run")
    func knowsTheBudget() {
        var pace = FetchPace(perRequest: .seconds(1))
        pace.begin(at: .zero)
        for reply in 1...5 { pace.note(rows: 200, at: .milliseconds(100 * reply)) }
        #expect(pace.rowsPerSecond(at: .milliseconds(500)) == 200)
        #expect(pace.secondsLeft(rows: 12_000, at: .milliseconds(500)) == 60)
    }

    @Test("Nothing is said before any row came, and nothing is left of nothing")
    func knowsZero() {
        var pace = FetchPace(perRequest: .seconds(1))
        pace.begin(at: .zero)
        pace.note(rows: 0, at: .seconds(1))
        #expect(pace.rowsPerSecond(at: .seconds(1)) == nil)
        pace.note(rows: 100, at: .seconds(2))
        #expect(pace.secondsLeft(rows: 0, at: .seconds(2)) == 0)
        #expect(pace.secondsLeft(rows: -5, at: .seconds(2)) == 0)
    }

    @Test("One slow reply among sixty moves the pace by little")
    func isSmooth() {
        var pace = FetchPace(perRequest: nil)
        pace.begin(at: .zero)
        for second in 1...59 { pace.note(rows: 200, at: .seconds(second)) }
        pace.note(rows: 200, at: .seconds(70))
        #expect(pace.rowsPerSecond(at: .seconds(70)).map { $0 > 165 && $0 < 175 } == true)
    }

    @Test("What is older than two minutes does not count")
    func forgets() {
        var pace = FetchPace(perRequest: nil)
        pace.begin(at: .zero)
        for second in 1...100 { pace.note(rows: 20, at: .seconds(second)) }
        for second in 101...300 { pace.note(rows: 200, at: .seconds(second)) }
        #expect(pace.rowsPerSecond(at: .seconds(300)) == 200)
    }

    @Test("The pace falls while nothing comes")
    func fallsInTrouble() {
        var pace = FetchPace(perRequest: .seconds(1))
        pace.begin(at: .zero)
        for second in 1...10 { pace.note(rows: 200, at: .seconds(second)) }
        #expect(pace.rowsPerSecond(at: .seconds(100)) == 20)
    }

    @Test("Time that the job is paused does not count")
    func restsWhilePaused() {
        var pace = FetchPace(perRequest: nil)
        pace.begin(at: .zero)
        for second in 1...10 { pace.note(rows: 200, at: .seconds(second)) }
        pace.rest(at: .seconds(10))
        #expect(pace.rowsPerSecond(at: .seconds(5_000)) == 200)
        pace.goOn(at: .seconds(5_000))
        pace.note(rows: 200, at: .seconds(5_001))
        #expect(pace.rowsPerSecond(at: .seconds(5_001)) == 200)
    }
}
