import Coordinates
import INaturalist
import ObservationImport
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

/// What of a run is left for the next one, and for whom.
@Suite struct SessionMemoryTests {
    private func memory(
        account: Int? = 7,
        list: ListSource = ListSource(.mine),
        sort: [SortKey] = [SortKey(column: .observedOn, descending: true)],
        selected: Int? = 9_104,
        preferences: Preferences = Preferences(),
        configured: Preferences = Preferences()
    ) -> SessionMemory {
        SessionMemory(
            account: account,
            list: list,
            sort: sort,
            selected: selected,
            splitRows: nil,
            preferences: preferences,
            configured: configured
        )
    }

    @Test func `the same account finds its list, its order and its row again`() throws {
        let memory = memory()
        let list = try #require(memory.list(for: 7))
        #expect(list.source == ListSource(.mine))
        #expect(list.sort == [SortKey(column: .observedOn, descending: true)])
        #expect(memory.selected(for: 7) == 9_104)
    }

    @Test(arguments: [8, nil]) func `another account gets neither the list that was mine nor the row`(
        _ account: Int?
    ) {
        let memory = memory()
        #expect(memory.list(for: account) == nil)
        #expect(memory.selected(for: account) == nil)
    }

    @Test func `a list that is nobody's own is there for every account, but not its row`() {
        let memory = memory(list: ListSource(.everyone, isHiddenOnly: false))
        #expect(memory.list(for: 8)?.source == ListSource(.everyone, isHiddenOnly: false))
        #expect(memory.selected(for: 8) == nil)
    }

    @Test func `a file is not remembered`() {
        let memory = memory(list: ListSource(.file(.standardInput), isHiddenOnly: false))
        #expect(memory.list == nil && memory.list(for: 7) == nil)
    }

    @Test func `what is as the configuration has it is not remembered`() {
        var configured = Preferences()
        configured.units = .feet
        let same = memory(preferences: configured, configured: configured)
        #expect(same.columns == nil && same.coordinates == nil && same.units == nil)
        var later = Preferences()
        same.apply(to: &later)
        #expect(later.units == .metres)
    }

    @Test func `what was changed while it ran is there again`() {
        var changed = Preferences()
        changed.units = .feet
        changed.coordinates = .utm
        changed.columns.change(.taxon) { $0.width = 12 }
        changed.columns.move(.observer, by: 2)
        let memory = memory(preferences: changed)
        var later = Preferences()
        memory.apply(to: &later)
        #expect(later.units == .feet && later.coordinates == .utm)
        #expect(later.columns == changed.columns)
    }

    @Test func `who leaves before the rows are there leaves them as they were`() throws {
        let left = SessionMemory(
            account: World.observer.id,
            list: ListSource(.mine),
            sort: [SortKey(column: .observedOn, descending: true)],
            selected: 9_102,
            splitRows: 7,
            preferences: Preferences(),
            configured: Preferences()
        )
        var state = BrowserState(
            setting: .init(
                site: "https://www.inaturalist.org",
                addresses: try World.addresses(),
                memory: left
            ),
            size: Size(columns: 120, rows: 36),
            now: World.now
        )
        _ = state.begin(with: .kept(login: nil))
        #expect(state.memory == left)
    }
}
