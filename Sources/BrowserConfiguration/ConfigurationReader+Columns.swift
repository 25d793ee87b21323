internal import Browser

extension ConfigurationReader {
    mutating func readColumns(_ value: YAMLNode) {
        guard case .sequence(let items) = value.content else {
            wrong(value.place, "“columns” is \(value.kind) here.", ConfigurationKey.columns.expectation)
            return
        }
        var columns: [ColumnLayout.Column] = []
        for item in items {
            guard let (name, width) = parts(of: item) else { continue }
            guard let id = name.text.flatMap(ObservationColumn.init(name:)) else {
                wrong(name, "is no column", of: ObservationColumn.allCases.map(\.name))
                continue
            }
            guard !columns.contains(where: { $0.id == id }) else {
                wrong(name.place, "The column “\(id.name)” is listed twice.", "Leave it once.")
                continue
            }
            columns.append(ColumnLayout.Column(id, width: width.flatMap { self.width($0, of: id) }))
        }
        guard !columns.isEmpty else {
            wrong(
                value.place,
                "“columns” leaves no column.",
                "List at least one, such as \(ObservationColumn.taxon.name), or leave the entry out."
            )
            return
        }
        let layout = ColumnLayout(columns, frozen: configuration.preferences.columns.frozen)
        // The same columns as ever keep the hidden ones where they are.
        guard layout.shown != configuration.preferences.columns.shown else { return }
        configuration.preferences.columns = layout
    }

    /// `taxon`, or `taxon: 40`.
    private mutating func parts(of item: YAMLNode) -> (name: YAMLNode, width: YAMLNode?)? {
        switch item.content {
        case .scalar: return (item, nil)
        case .mapping(let pairs) where pairs.count == 1: return (pairs[0].key, pairs[0].value)
        case .mapping, .sequence:
            wrong(
                item.place,
                "A column is \(item.kind) here.",
                "It is a name, or a name with a width, such as taxon: 40."
            )
            return nil
        }
    }

    private mutating func width(_ node: YAMLNode, of id: ObservationColumn) -> Int? {
        if let width = node.text.flatMap({ Int($0) }), ColumnLayout.widths.contains(width) { return width }
        let widths = "\(ColumnLayout.widths.lowerBound) to \(ColumnLayout.widths.upperBound)"
        wrong(
            node.place,
            node.text.map { "The width of “\(id.name)” cannot be “\(Self.shown($0))”." }
                ?? "The width of “\(id.name)” is \(node.kind) here.",
            "It is a number from \(widths), in columns of the screen."
        )
        return nil
    }
}
