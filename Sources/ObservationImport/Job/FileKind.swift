/// What a file turned out to be, by its content.
package enum FileKind: Sendable, Hashable {
    /// A table as the website exports it, its fields separated by that character.
    case table(separator: Character)
    /// Pages of the API, with `results`.
    case reply
    /// A list of observations, as the API gives them or as this program does.
    case list
    /// A report of this program (`inatty observations --json`).
    case report
    /// One observation a line.
    case lines

    /// What it is, for people.
    package var title: String {
        switch self {
        case .table(","): "CSV, as the website exports it"
        case .table("\t"): "a table separated by tabs"
        case .table(";"): "CSV separated by semicolons"
        case .table(let separator): "a table separated by “\(separator)”"
        case .reply: "a saved reply of the API"
        case .list: "a JSON list of observations"
        case .report: "a report of inatty"
        case .lines: "JSON, one observation a line"
        }
    }
}
