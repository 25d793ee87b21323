internal import Coordinates
internal import INaturalist
internal import ObservationStore

/// What the last run left, as the file has it: names and numbers alone. A name that this version does not know, because
/// it is gone or not there yet, costs what it names and nothing else.
nonisolated struct SessionRecord: Codable {
    /// The website's address that it is about.
    var site: String
    private var account: Int?
    private var list: List?
    private var sort: [Key]?
    private var selected: Int?
    private var splitRows: Int?
    private var columns: [Column]?
    private var frozenColumns: Int?
    private var coordinates: String?
    private var units: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case site, account, list, sort, selected, columns, coordinates, units
        case splitRows = "split_rows"
        case frozenColumns = "frozen_columns"
    }

    private struct List: Codable {
        var kind: String
        var login: String?
        var ids: [Int]?
        var query: String?
        var isHiddenOnly: Bool?

        enum CodingKeys: String, CodingKey {
            case kind, login, ids, query
            case isHiddenOnly = "hidden_only"
        }
    }

    private struct Key: Codable {
        var column: String
        var descending: Bool?
    }

    private struct Column: Codable {
        var name: String
        var shown: Bool?
        var width: Int?
    }

    /// The record of a memory.
    init(_ memory: SessionMemory, site: String) {
        self.site = site
        account = memory.account
        list = memory.list.flatMap(Self.list)
        sort =
            memory.sort.isEmpty
            ? nil : memory.sort.map { Key(column: $0.column.rawValue, descending: $0.descending) }
        selected = memory.selected
        splitRows = memory.splitRows
        columns = memory.columns?.columns.map {
            Column(name: $0.id.name, shown: $0.isShown, width: $0.width)
        }
        frozenColumns = memory.columns?.frozen
        coordinates = memory.coordinates?.rawValue
        units = memory.units?.rawValue
    }

    /// The memory of a record.
    var memory: SessionMemory {
        var memory = SessionMemory()
        memory.account = account
        memory.list = list.flatMap(Self.source)
        // Sorting goes with its list.
        if memory.list != nil {
            memory.sort = (sort ?? []).compactMap { key in
                SortColumn(rawValue: key.column).map {
                    SortKey(column: $0, descending: key.descending ?? false)
                }
            }
            memory.selected = selected
        }
        memory.splitRows = splitRows.flatMap { 0...500 ~= $0 ? $0 : nil }
        memory.columns = layout
        memory.coordinates = coordinates.flatMap(CoordinateFormat.init(rawValue:))
        memory.units = units.flatMap(LengthUnit.init(rawValue:))
        return memory
    }

    private var layout: ColumnLayout? {
        guard let columns else { return nil }
        var layout = ColumnLayout(
            columns.compactMap { column in
                ObservationColumn(name: column.name).map {
                    ColumnLayout.Column($0, isShown: column.shown ?? true)
                }
            },
            frozen: frozenColumns ?? ColumnLayout.standard.frozen
        )
        // A table without any column shows nothing of which one could find the way back.
        guard !layout.shown.isEmpty else { return nil }
        for column in columns {
            guard let id = ObservationColumn(name: column.name), let width = column.width else { continue }
            // Through the layout's own limits.
            layout.change(id) { $0.width = width }
        }
        return layout
    }

    private static func list(_ source: ListSource) -> List? {
        var list = List(kind: "", isHiddenOnly: source.isHiddenOnly)
        switch source.owner {
        case .mine: list.kind = "mine"
        case .person(let login):
            list.kind = "person"
            list.login = login
        case .everyone: list.kind = "everyone"
        case .ids(let ids):
            list.kind = "ids"
            list.ids = ids
        case .query(let query):
            list.kind = "query"
            list.query = query.text
        case .file: return nil
        }
        return list
    }

    private static func source(_ list: List) -> ListSource? {
        let owner: ListSource.Owner? =
            switch list.kind {
            case "mine": .mine
            case "person": list.login.flatMap { $0.isEmpty ? nil : .person($0) }
            case "everyone": .everyone
            case "ids": ids(list.ids ?? [])
            case "query": list.query.flatMap { try? ObservationQuery(text: $0) }.map { .query($0) }
            default: nil
            }
        return owner.map { ListSource($0, isHiddenOnly: list.isHiddenOnly ?? true) }
    }

    /// Ids that observations can have; nil when there is none.
    private static func ids(_ ids: [Int]) -> ListSource.Owner? {
        let possible = ids.filter { 1...Int(Int32.max) ~= $0 }
        return possible.isEmpty ? nil : .ids(possible)
    }
}
