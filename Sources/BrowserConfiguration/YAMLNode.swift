/// A part of a YAML file, with its place in it.
struct YAMLNode: Sendable {
    /// Where something stands.
    struct Place: Sendable, Hashable {
        /// From 1.
        var line: Int
        /// From 1, in Unicode scalars.
        var column: Int

        static let start = Place(line: 1, column: 1)
    }

    /// What stands there.
    enum Content: Sendable {
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    /// A key with its value.
    struct Pair: Sendable {
        let key: YAMLNode
        let value: YAMLNode
    }

    let place: Place
    let content: Content
    /// Whether it is a text in quotation marks or a block, and so never an absent value.
    let isQuoted: Bool

    /// The text of a scalar.
    var text: String? { if case .scalar(let text) = content { text } else { nil } }

    /// Whether nothing is said: no value, or `~` or `null`.
    var isAbsent: Bool {
        guard let text, !isQuoted else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// What it is called in an error.
    var kind: String {
        switch content {
        case .scalar: isAbsent ? "no value" : "a single value"
        case .sequence: "a list"
        case .mapping: "a group of entries"
        }
    }
}

/// Why a file as a whole cannot be read.
struct YAMLFault: Error {
    let place: YAMLNode.Place
    let fault: String
    let remedy: String
}
