/// A file's lines while something is put between them; all others stay as they are, their line ends too.
struct EditedLines {
    private var lines: [String]
    /// What ends a line: a line break, and before it a carriage return where the file has them.
    private let end: String

    init(_ text: String) {
        // By scalars, because a carriage return and a line break are one character.
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0)
        }
        end = lines.count > 1 && lines[0].unicodeScalars.last == "\r" ? "\r" : ""
    }

    /// The whole.
    var text: String { lines.joined(separator: "\n") }

    /// Puts lines at the end.
    mutating func append(_ added: [String]) {
        if lines.last == "" {
            lines.removeLast()
        } else if let last = lines.indices.last {
            lines[last] += end
        }
        if lines.last.map({ !$0.allSatisfy(\.isWhitespace) }) ?? false { lines.append(end) }
        lines += added.map { $0 + end } + [""]
    }

    /// Puts lines after one, which is counted from 1.
    mutating func insert(_ added: [String], after line: Int) {
        guard line <= lines.count else { return append(added) }
        if line == lines.count {
            // The last line had no end.
            lines[line - 1] += end
            lines += added.map { $0 + end } + [""]
        } else {
            lines.insert(contentsOf: added.map { $0 + end }, at: line)
        }
    }

    /// Whether a group in braces begins there.
    func isFlow(at place: YAMLNode.Place) -> Bool { scalar(at: place) == "{" }

    /// Puts a text right behind the brace there.
    mutating func insert(_ text: String, intoFlowAt place: YAMLNode.Place) {
        guard let index = index(of: place) else { return }
        let line = place.line - 1
        lines[line].insert(contentsOf: text, at: lines[line].unicodeScalars.index(after: index))
    }

    /// Takes `{}` away.
    mutating func removeEmptyGroup(at place: YAMLNode.Place) {
        guard isFlow(at: place), let start = index(of: place) else { return }
        let line = place.line - 1
        guard let close = lines[line][start...].firstIndex(of: "}") else { return }
        lines[line].removeSubrange(start...close)
        while lines[line].last == " " { lines[line].removeLast() }
        if lines[line].hasSuffix(" \r") {
            lines[line] = lines[line].dropLast().trimmingBlanksAtEnd + "\r"
        }
    }

    /// Puts a text in the place of a scalar.
    mutating func replace(_ node: YAMLNode, with text: String) {
        guard let old = node.text, let start = index(of: node.place) else { return }
        let line = node.place.line - 1
        let scalars = lines[line].unicodeScalars
        let finish: String.Index?
        if let quote = scalar(at: node.place), node.isQuoted {
            let inner = scalars.index(after: start)
            finish = scalars[inner...].firstIndex(of: quote).map { scalars.index(after: $0) }
        } else {
            finish = scalars.index(start, offsetBy: old.unicodeScalars.count, limitedBy: scalars.endIndex)
        }
        guard let finish else { return }
        lines[line].replaceSubrange(start..<finish, with: text)
    }

    private func scalar(at place: YAMLNode.Place) -> Unicode.Scalar? {
        index(of: place).map { lines[place.line - 1].unicodeScalars[$0] }
    }

    private func index(of place: YAMLNode.Place) -> String.Index? {
        guard lines.indices.contains(place.line - 1) else { return nil }
        let scalars = lines[place.line - 1].unicodeScalars
        let index = scalars.index(scalars.startIndex, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
        return index.flatMap { $0 < scalars.endIndex ? $0 : nil }
    }
}

extension Substring {
    fileprivate var trimmingBlanksAtEnd: String {
        var text = String(self)
        while text.last == " " { text.removeLast() }
        return text
    }
}
