internal import Yams

extension YAMLNode {
    /// The parts of a file; nothing when there is nothing in it but comments.
    ///
    /// The parser refuses a file in which a key stands twice. Here the first one holds and the second is told, so the
    /// first is marked in a copy of the text until the parser is content.
    static func reading(_ text: String) throws(YAMLFault) -> YAMLNode? {
        if let place = expandingAlias(in: text) { throw .alias(place) }
        var copy = MarkedCopy(of: text)
        while true {
            do {
                let parser = try Parser(
                    yaml: copy.text,
                    resolver: .basic,
                    constructor: .default,
                    encoding: .utf8
                )
                // A node holds its anchor weakly, the parser holds it.
                return try withExtendedLifetime(parser) {
                    try parser.singleRoot().map { try YAMLNode($0, in: copy, depth: 0) }
                }
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                guard copy.mark(at: context.mark) else {
                    throw YAMLFault(
                        place: copy.place(context.mark),
                        fault: "The same key stands here again.",
                        remedy: "Leave each key once."
                    )
                }
            } catch let fault as YAMLFault {
                throw fault
            } catch {
                throw YAMLFault(error, in: copy)
            }
        }
    }

    private init(_ node: Node, in copy: MarkedCopy, depth: Int) throws {
        place = node.mark.map(copy.place) ?? .start
        guard depth <= Self.deepest else {
            throw YAMLFault(
                place: place,
                fault: "This is nested far deeper than any entry is.",
                remedy: "inatty config show prints a file as it should be."
            )
        }
        guard node.anchor == nil else { throw YAMLFault.alias(place) }
        switch node {
        case .scalar(let scalar):
            content = .scalar(copy.unmarked(scalar.string))
            isQuoted = scalar.style != .plain && scalar.style != .any
        case .sequence(let sequence):
            content = .sequence(try sequence.map { try YAMLNode($0, in: copy, depth: depth + 1) })
            isQuoted = false
        case .mapping(let mapping):
            content = .mapping(
                try mapping.map { key, value in
                    Pair(
                        key: try YAMLNode(key, in: copy, depth: depth + 1),
                        value: try YAMLNode(value, in: copy, depth: depth + 1)
                    )
                }
            )
            isQuoted = false
        case .alias:
            throw YAMLFault.alias(place)
        }
    }

    private static let deepest = 8

    /// The place of an alias in a text that has so many of them that they could multiply.
    ///
    /// The parser copies what an alias names and then compares keys, which a few nested aliases can make last for ever.
    /// A few cannot, and are found in the tree afterwards by their anchors.
    private static func expandingAlias(in text: String) -> Place? {
        var place = Place(line: 1, column: 0)
        var first: Place?
        var (aliases, anchors) = (0, 0)
        var before: Unicode.Scalar = "\n"
        for scalar in text.unicodeScalars {
            place.column += 1
            switch scalar {
            case "*" where Self.separators.contains(before):
                aliases += 1
                first = first ?? place
            case "&" where Self.separators.contains(before): anchors += 1
            case "\n": place = Place(line: place.line + 1, column: 0)
            default: break
            }
            before = scalar
        }
        return anchors > 0 && aliases > 8 ? first : nil
    }

    /// What can stand before a mark of an alias.
    private static let separators: Set<Unicode.Scalar> = [
        " ", "\t", "\n", "\r", "[", "{", ",", ":", "?", "-",
    ]
}

extension YAMLFault {
    /// What the parser says.
    fileprivate init(_ error: any Error, in copy: MarkedCopy) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            if problem == "found undefined alias" {
                self = .alias(copy.place(mark))
                return
            }
            if problem == "but found another document" {
                self.init(
                    place: copy.place(mark),
                    fault: "A second document begins here.",
                    remedy: "Leave one, without --- between its lines."
                )
                return
            }
            let doing = context.map { " (\($0.text))" } ?? ""
            self.init(
                place: copy.place(mark),
                fault: "This is no YAML: \(problem)\(doing).",
                remedy: copy.remedy(at: mark)
            )
        case YamlError.reader(_, let offset, _, _):
            self.init(
                place: copy.place(characterOffset: offset ?? 0),
                fault: "A character here is allowed in no YAML file.",
                remedy: "Take it out."
            )
        default:
            self.init(
                place: .start,
                fault: "The file cannot be read as YAML.",
                remedy: "inatty config show prints a file as it should be."
            )
        }
    }

    /// An anchor or an alias.
    fileprivate static func alias(_ place: YAMLNode.Place) -> YAMLFault {
        YAMLFault(
            place: place,
            fault: "Anchors and aliases (& and *) are not read.",
            remedy: "Write each value out, and put a text that begins with one of them into quotation marks."
        )
    }
}
