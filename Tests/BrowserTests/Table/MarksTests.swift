import TestSupport
import Testing

@testable import Browser

@Suite struct MarksTests {
    @Test func `a mark is there until it is taken away`() {
        var marks = Marks()
        #expect(marks.isEmpty)
        for id in [9_104, 12, 2_147_483_647] { marks.toggle(id) }
        #expect(marks.ids == [12, 9_104, 2_147_483_647])
        #expect(marks.contains(9_104) && !marks.contains(9_103))
        marks.toggle(9_104)
        #expect(marks.ids == [12, 2_147_483_647])
    }

    @Test func `an id that no observation can have is no mark`() {
        var marks = Marks()
        marks.toggle(Int.max)
        #expect(marks.isEmpty)
        #expect(!marks.contains(Int.min))
    }

    @Test func `inverting keeps the marks of rows that are not shown`() {
        var marks = Marks()
        marks.insert([1, 2, 50])
        marks.invert(in: [5, 4, 3, 2, 1])
        #expect(marks.ids == [3, 4, 5, 50])
    }

    @Test func `marks are what a set of ids would be`() {
        var random = SeededGenerator(seed: 20_261_128)
        var marks = Marks()
        var model: Set<Int32> = []
        for _ in 0..<400 {
            let some = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                Int32.random(in: 1...120, using: &random)
            }
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                let id = Int32.random(in: 1...120, using: &random)
                marks.toggle(Int(id))
                if model.remove(id) == nil { model.insert(id) }
            case 1:
                marks.insert(some)
                model.formUnion(some)
            default:
                let listed = Set(some)
                marks.invert(in: Array(listed))
                model.formSymmetricDifference(listed)
            }
            #expect(marks.ids == model.sorted())
            #expect(marks.count == model.count)
        }
    }
}
