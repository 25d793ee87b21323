import Testing

@testable import Browser

@Suite struct ColumnLayoutTests {
    @Test func `columns that are not named are hidden and come last`() {
        let layout = ColumnLayout([.init(.apart), .init(.taxon, width: 30)])
        #expect(layout.shown.map(\.id) == [.apart, .taxon])
        #expect(
            layout.columns.map(\.id).sorted { $0.name < $1.name }
                == ObservationColumn.allCases.sorted { $0.name < $1.name }
        )
    }

    @Test func `a column that is named twice stands where it was named first`() {
        let layout = ColumnLayout([.init(.id), .init(.taxon), .init(.id, width: 40)])
        #expect(layout.shown.map(\.id) == [.id, .taxon])
        #expect(layout.shown.first?.width == nil)
    }

    @Test(arguments: [(-5, 3), (1, 3), (12, 12), (500, 80)])
    func `a width stays within what can be read`(_ wanted: Int, _ given: Int) {
        var layout = ColumnLayout.standard
        layout.change(.taxon) { $0.width = wanted }
        #expect(layout.columns.first { $0.id == .taxon }?.width == given)
    }

    @Test func `a column moves to either end and no farther`() {
        var layout = ColumnLayout.standard
        layout.move(.apart, by: -100)
        #expect(layout.columns.first?.id == .apart)
        layout.move(.apart, by: 1)
        #expect(layout.columns[1].id == .apart)
        layout.move(.apart, by: 1_000)
        #expect(layout.columns.last?.id == .apart)
    }

    @Test func `one's own list has no column for the observer, unless columns were chosen`() {
        #expect(!ColumnLayout.standard.shown(for: ListSource(.mine)).map(\.id).contains(.observer))
        #expect(ColumnLayout.standard.shown(for: ListSource(.everyone)).map(\.id).contains(.observer))
        let chosen = ColumnLayout([.init(.observer), .init(.taxon)])
        #expect(chosen.shown(for: ListSource(.mine)).map(\.id) == [.observer, .taxon])
    }

    @Test(arguments: ObservationColumn.allCases)
    func `every column has a name of its own, that leads back to it, and sorts by itself`(
        _ column: ObservationColumn
    ) {
        #expect(ObservationColumn(name: column.name) == column)
        #expect(ObservationColumn.allCases.count { $0.name == column.name } == 1)
        #expect(ObservationColumn.allCases.count { $0.sortColumn == column.sortColumn } == 1)
    }
}
