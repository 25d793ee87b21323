import TestSupport
import Testing

@testable import ObservationSync

struct ComparisonPlanTests {
    @Test("Equal counts need no step")
    func endsAtOnce() {
        var plan = ComparisonPlan(server: 100_000, held: 100_000, limit: 200)
        #expect(plan.next() == nil)
    }

    @Test("What fits into one reply is listed, what is nearly all missing is fetched, the rest is halved")
    func choosesSteps() {
        var small = ComparisonPlan(server: 200, held: 199, limit: 200)
        #expect(small.next() == .list(.init(span: .all, server: 200, held: 199)))
        var missing = ComparisonPlan(server: 201, held: 200, limit: 200)
        #expect(missing.next() == .fetch(.init(span: .all, server: 201, held: 200)))
        var large = ComparisonPlan(server: 0, held: 201, limit: 200)
        #expect(large.next() == .halve(.init(span: .all, server: 0, held: 201)))
    }

    @Test("Ids that are only here or only there are all found", arguments: 0..<200)
    func findsAll(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var server: Set<Int> = []
        // Ids in clumps, as people upload them.
        while server.count < Int.random(in: 1...3_000, using: &random) {
            let start = Int.random(in: 1...2_147_000_000, using: &random)
            server.formUnion(start..<start + Int.random(in: 1...400, using: &random))
        }
        var held = server
        let differences = [0, 1, 2, 5, 60, 500][Int(seed % 6)]
        let isDeletion = seed % 2 == 0
        for _ in 0..<differences {
            if isDeletion {
                held.insert(Int.random(in: 1...2_147_483_647, using: &random))
            } else if let id = held.randomElement(using: &random) {
                held.remove(id)
            }
        }
        var imitation = Imitation(server: server, held: held)
        let missed = imitation.compare()
        #expect(imitation.held == server, "seed \(seed)")
        #expect(missed == 0)
    }

    @Test("Ids on both sides alone leave the counts equal wherever they are overlooked", arguments: 0..<100)
    func endsWithEqualCounts(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 1_000)
        let all = (0..<5_000).map { _ in Int.random(in: 1...2_147_483_647, using: &random) }
        let server = Set(all.prefix(4_800))
        let held = Set(all.dropFirst(Int.random(in: 0...200, using: &random)))
        var imitation = Imitation(server: server, held: held)
        _ = imitation.compare()
        #expect(imitation.held.count == server.count)
    }

    @Test(
        "One deletion among a hundred thousand ids takes about as many questions as the number has binary digits"
    )
    func isCheap() {
        let server = Set((1...100_000).map { $0 * 3_000 })
        var imitation = Imitation(server: server, held: server.union([123_456_789]))
        _ = imitation.compare()
        #expect(imitation.held == server)
        // The count of everything, nine halvings (2^9 is more than 100,000 / 200), and one list.
        #expect(imitation.questions <= 11)
    }

    @Test("When everything differs it takes no more than twice the replies that listing would")
    func isBounded() {
        let server = Set((1...20_000).map { $0 * 1_000 })
        // One more beside each of a hundred.
        let held = server.union(server.filter { $0 % 100_000 == 0 }.map { $0 + 1 })
        var imitation = Imitation(server: server, held: held)
        _ = imitation.compare()
        #expect(imitation.held == server)
        #expect(imitation.questions <= 2 * 20_200 / 100)
    }

    @Test("Rows that appear and go while it is asked never lead it round in circles", arguments: 0..<50)
    func endsWhileRowsChange(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let server = Set((1...5_000).map { $0 * 50 })
        var imitation = Imitation(server: server, held: server.union([7, 77_777, 155_555]))
        _ = imitation.compare { server in
            server.insert(Int.random(in: 1...250_000, using: &random))
            if let id = server.randomElement(using: &random) { server.remove(id) }
        }
        #expect(imitation.questions < 400)
        // Once nothing changes any more, every further round brings the counts together.
        for _ in 0..<3 { _ = imitation.compare() }
        #expect(imitation.held.count == imitation.server.count)
    }
}

/// A server and a list in memory, compared by the plan as the job does it.
private struct Imitation {
    var server: Set<Int>
    var held: Set<Int>
    var questions = 0

    init(server: Set<Int>, held: Set<Int>) {
        self.server = server
        self.held = held
    }

    /// - Returns: how many ids still differ.
    mutating func compare(change: (inout Set<Int>) -> Void = { _ in }) -> Int {
        var plan = ComparisonPlan(server: server.count, held: held.count, limit: 200)
        questions += 1
        while let step = plan.next() {
            change(&server)
            questions += 1
            switch step {
            case .halve(let part):
                let upper = inside(part.span, of: held).sorted(by: >).prefix(part.held / 2)
                guard let middle = upper.last else { continue }
                let span = IDSpan(above: middle - 1, below: part.span.below)
                plan.halve(part, at: middle, held: upper.count, server: inside(span, of: server).count)
            case .list(let part), .fetch(let part):
                held.subtract(inside(part.span, of: held))
                held.formUnion(inside(part.span, of: server))
            }
        }
        return held.symmetricDifference(server).count
    }

    private func inside(_ span: IDSpan, of ids: Set<Int>) -> [Int] {
        ids.filter { $0 > span.above && $0 < span.below }
    }
}
