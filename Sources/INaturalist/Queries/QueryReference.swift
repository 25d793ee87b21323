/// A taxon, a place, a project or a person that a query names.
package enum QueryReference: Sendable, Hashable {
    /// By number, and what people call it, as far as that is known. Two with the same number are the same.
    case id(Int, name: String? = nil)
    /// By name: a login, a slug, a scientific name, or words that were not looked up yet.
    case name(String)

    /// What people call it, as far as that is known.
    package var name: String? {
        switch self {
        case .id(_, let name): name
        case .name(let name): name
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.id(let left, _), .id(let right, _)): left == right
        case (.name(let left), .name(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .id(let id, _): hasher.combine(id)
        case .name(let name): hasher.combine(name)
        }
    }

    /// What the server is sent.
    package var value: String {
        switch self {
        case .id(let id, _): String(id)
        case .name(let name): name
        }
    }

    /// As it stands in a line: `38/Minnesota`, `38` or `Minnesota`.
    package var word: String {
        switch self {
        case .id(let id, let name?): "\(id)/\(name)"
        case .id(let id, nil): String(id)
        case .name(let name): name
        }
    }

    /// Reads ``word``.
    package init(word: String) {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let digits = parts.first, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "-" }),
            let id = Int(digits)
        else {
            self = .name(word)
            return
        }
        self = .id(id, name: parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil)
    }
}
