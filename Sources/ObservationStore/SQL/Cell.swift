/// A value of a column. Several columns hold a short number for what is usual, and the words themselves for the rest.
enum Cell: Sendable, Hashable {
    case missing
    case number(Int64)
    case real(Double)
    case words(String)
    case bytes([UInt8])

    init(_ words: String?) { self = words.map(Cell.words) ?? .missing }
    init(_ number: Int64?) { self = number.map(Cell.number) ?? .missing }
    init(_ number: Double?) { self = number.map(Cell.real) ?? .missing }

    var number: Int64? { if case .number(let number) = self { number } else { nil } }
    var words: String? { if case .words(let words) = self { words } else { nil } }

    var real: Double? {
        switch self {
        case .real(let number): number
        // SQLite hands whole numbers of an untyped column back as integers.
        case .number(let number): Double(number)
        default: nil
        }
    }
}
