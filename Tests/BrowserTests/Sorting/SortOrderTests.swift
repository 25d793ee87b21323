import ObservationStore
import Testing

@testable import Browser

@Suite struct SortOrderTests {
    private let taxon = SortKey(column: .taxon, descending: false)
    private let observed = SortKey(column: .observedOn, descending: true)

    @Test(arguments: SortColumn.allCases)
    func `a click on a heading sorts by it, and another one turns it round`(
        _ column: SortColumn
    ) {
        let first = SortOrder.sorted(by: column, from: [])
        #expect(first == [SortKey(column: column, descending: column.beginsDescending)])
        let second = SortOrder.sorted(by: column, from: first)
        #expect(second == [SortKey(column: column, descending: !column.beginsDescending)])
        #expect(SortOrder.sorted(by: column, from: second) == first)
    }

    @Test func `a click on another heading leaves the keys before behind`() {
        #expect(
            SortOrder.sorted(by: .apart, from: [taxon, observed]) == [
                SortKey(column: .apart, descending: true)
            ]
        )
    }

    @Test func `of several keys the one clicked stays alone, in its direction`() {
        let oldest = SortKey(column: .observedOn, descending: false)
        #expect(SortOrder.sorted(by: .observedOn, from: [taxon, oldest]) == [oldest])
        #expect(SortOrder.sorted(by: .taxon, from: [taxon, oldest]) == [taxon])
    }

    @Test func `a key is added after those there are, and taken out again`() {
        let two = SortOrder.adding(.observedOn, to: [taxon])
        #expect(two == [taxon, observed])
        #expect(SortOrder.adding(.taxon, to: two) == [observed])
        #expect(SortOrder.adding(.taxon, to: [taxon]).isEmpty)
    }

    @Test func `one key is turned round and the others stay`() {
        #expect(
            SortOrder.reversing(.observedOn, in: [taxon, observed])
                == [taxon, SortKey(column: .observedOn, descending: false)]
        )
        #expect(SortOrder.reversing(.taxon, in: [observed]) == [taxon])
    }

    @Test(arguments: SortColumn.allCases) func `both directions of a column have words of their own`(
        _ column: SortColumn
    ) {
        #expect(column.direction(descending: true) != column.direction(descending: false))
    }

    @Test func `no two columns have one name`() {
        #expect(Set(SortColumn.allCases.map(\.title)).count == SortColumn.allCases.count)
    }
}
