import FoundationEssentials
import INaturalist
import Testing

@testable import ObservationSync

struct PatienceTests {
    private static let noon = Date(timeIntervalSince1970: 1_780_315_200)
    private static let drop = INaturalistError.transport(.connectionLost, host: "api.inaturalist.org")

    @Test("Waits double up to a minute, half of each sure and half drawn", arguments: [0.0, 0.5, 1.0])
    func grows(jitter: Double) {
        var patience = Patience(jitter: { jitter })
        var now = Duration.zero
        var waits: [Double] = []
        for _ in 0..<8 {
            guard let wait = patience.wait(after: Self.drop, at: now, date: Self.noon) else { break }
            waits.append(wait / .seconds(1))
            now += wait
        }
        #expect(waits == [2, 4, 8, 16, 32, 60, 60, 60].map { $0 * (0.5 + jitter / 2) })
    }

    @Test("It ends after a quarter of an hour without a good reply, and one good reply begins it anew")
    func ends() {
        var patience = Patience(jitter: { 1 })
        #expect(patience.wait(after: Self.drop, at: .zero, date: Self.noon) != nil)
        #expect(patience.wait(after: Self.drop, at: .seconds(800), date: Self.noon) != nil)
        #expect(patience.wait(after: Self.drop, at: .seconds(899), date: Self.noon) == nil)
        patience.noteSuccess()
        #expect(patience.wait(after: Self.drop, at: .seconds(900), date: Self.noon) == .seconds(2))
    }

    @Test("What the server asks for is obeyed, unless it is more than all the patience there is")
    func obeys() {
        var patience = Patience(jitter: { 1 })
        let asked = patience.wait(after: .throttled(retryAfter: 77), at: .zero, date: Self.noon)
        #expect(asked == .seconds(77))
        let back = INaturalistError.maintenance(until: Self.noon + 200)
        #expect(patience.wait(after: back, at: .seconds(77), date: Self.noon) == .seconds(200))
        #expect(
            patience.wait(after: .maintenance(until: Self.noon - 5), at: .seconds(277), date: Self.noon)
                == .seconds(8)
        )
        #expect(
            patience.wait(after: .throttled(retryAfter: 3_600), at: .seconds(280), date: Self.noon) == nil
        )
        #expect(patience.wait(after: .throttled(retryAfter: nil), at: .seconds(280), date: Self.noon) != nil)
    }

    @Test(
        "What may pass is tried again, and what cannot is not",
        arguments: [
            (drop, true), (.transport(.timedOut, host: "h"), true),
            (.transport(.unknownHost, host: "h"), true),
            (.throttled(retryAfter: nil), true), (.maintenance(until: nil), true),
            (.serverFault(status: 500, message: nil), true), (.unreadableReply(what: "cut"), true),
            (.pageInsteadOfData(host: "h"), true),
            (.jwtNotHonoured, false), (.jwtEnded(reason: "r"), false), (.accountSuspended, false),
            (.notSignedIn, false), (.forbidden(message: "m"), false), (.windowTooLarge, false),
            (.notAccepted(message: "m"), false), (.addressBlocked(host: "h"), false), (.cancelled, false),
            (.budgetSpent(until: noon), false), (.transport(.notTrusted(reason: "r"), host: "h"), false),
            (.transport(.cancelled, host: "h"), false),
        ] as [(INaturalistError, Bool)]
    )
    func knowsWhatPasses(error: INaturalistError, mayPass: Bool) {
        var patience = Patience()
        #expect((patience.wait(after: error, at: .zero, date: Self.noon) != nil) == mayPass)
    }
}
