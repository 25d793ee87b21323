import TerminalUI

/// Made-up observations, worked out from their number.
nonisolated struct ProbeRows: TableRowSource {
    enum Column: Hashable, Sendable {
        case id, date, taxon, commonName, publicPoint, truePoint, access
    }

    static let columns: [TableColumn<Column>] = [
        TableColumn(id: .id, title: "id", minimum: 8, ideal: 9),
        TableColumn(id: .date, title: "observed", minimum: 10, ideal: 10, priority: 3),
        TableColumn(id: .taxon, title: "taxon", minimum: 10, ideal: 24, growth: 1),
        TableColumn(id: .commonName, title: "common name", minimum: 10, ideal: 18, growth: 1, priority: 4),
        TableColumn(id: .publicPoint, title: "public", minimum: 17, ideal: 17, priority: 1),
        TableColumn(id: .truePoint, title: "true", minimum: 17, ideal: 17, priority: 2),
        TableColumn(id: .access, title: "access", minimum: 8, ideal: 8),
    ]

    private static let taxa = [
        ("Quercus robur", "Pedunculate Oak"), ("Parus major", "Great Tit"), ("Danaus plexippus", "Monarch"),
        ("Ailuropoda melanoleuca", "大熊猫"), ("Rosa canina", "Églantier"), ("Corvus corax", "Ворон"),
        ("Sakura", "サクラ"), ("Taraxacum officinale", "Löwenzahn 🌼"),
    ]

    let count: Int

    func cell(row: Int, column: Column) -> Span {
        let number = row + 1
        let taxon = Self.taxa[number % 8]
        switch column {
        case .id: return Span("\(number)")
        case .date: return Span("20\(10 + number % 16)-\(10 + number % 3)-\(10 + number % 19)", .muted)
        case .taxon: return Span(taxon.0)
        case .commonName: return Span(taxon.1, .muted)
        case .publicPoint: return Span(point(number * 37, number * 91), .publicFace)
        case .truePoint:
            return number % 5 == 0
                ? Span("withheld", .withheld) : Span(point(number * 41, number * 97), .trueFace)
        case .access: return number % 5 == 0 ? Span("withheld", .withheld) : Span("granted", .success)
        }
    }

    private func point(_ latitude: Int, _ longitude: Int) -> String {
        "\(latitude % 90).\(10_000 + latitude % 90_000 / 10), \(longitude % 180).\(1_000 + longitude % 9_000)"
    }
}
