internal import Browser
internal import TerminalUI

/// One line of `bind`, put into a file's text.
///
/// Where it goes is worked out from the places of the parsed parts. The result is read again, so that a file that is
/// written in an unforeseen way is refused and never spoilt.
struct BindingEdit {
    /// A place's name, or `everywhere`.
    let place: String
    /// A key's name.
    let key: String
    /// A command's name, or `none`.
    let command: String

    /// The text with the line in it.
    ///
    /// - Parameter path: the file's, for errors.
    /// - Throws: what is wrong with the line, or why it cannot be put there.
    func applied(to text: String, of path: String) throws(ConfigurationError) -> String {
        if text.unicodeScalars.first == "\u{FEFF}" {
            return "\u{FEFF}" + (try applied(to: String(text.unicodeScalars.dropFirst()), of: path))
        }
        let before = Configuration(text: text, file: path)
        let root: YAMLNode?
        do throws(YAMLFault) {
            root = try YAMLNode.reading(text)
        } catch {
            throw .notReadable(ConfigurationProblem(file: path, error))
        }
        var lines = EditedLines(text)
        put(into: &lines, root)
        let result = lines.text
        let after = Configuration(text: result, file: path)
        if let fresh = Self.first(of: after.problems, missingIn: before.problems) {
            // A problem with the line itself is its author's; the file is written oddly when there is another.
            let alone = Configuration(text: block.joined(separator: "\n"), file: path).problems
            if alone.contains(where: { $0.fault == fresh.fault })
                || fresh.fault.hasPrefix(ConfigurationReader.wayOut)
            {
                throw .refused(fresh)
            }
            throw .notEditable(path: path, lines: block)
        }
        guard holds(in: result) else { throw .notEditable(path: path, lines: block) }
        return result
    }

    private var line: String { "\(YAMLText.scalar(key)): \(YAMLText.scalar(command))" }
    private var block: [String] { ["bind:", "  \(YAMLText.scalar(place)):", "    \(line)"] }

    private static func first(
        of problems: [ConfigurationProblem],
        missingIn known: [ConfigurationProblem]
    ) -> ConfigurationProblem? {
        var left = known.map(\.fault)
        return problems.first { problem in
            guard let index = left.firstIndex(of: problem.fault) else { return true }
            left.remove(at: index)
            return false
        }
    }

    private func holds(in text: String) -> Bool {
        guard let root = try? YAMLNode.reading(text) else { return false }
        return entry(in: root["bind"]?.value[place]?.value)?.value.text == command
    }

    /// The line that binds the key already, however it writes it.
    private func entry(in node: YAMLNode?) -> YAMLNode.Pair? {
        let wanted = Key(name: key)
        return node?.pairs.first { pair in
            pair.key.text == key || wanted != nil && pair.key.text.flatMap { Key(name: $0) } == wanted
        }
    }

    private func put(into lines: inout EditedLines, _ root: YAMLNode?) {
        guard let bind = root?["bind"] else {
            lines.append(block)
            return
        }
        guard !bind.value.pairs.isEmpty else {
            // `bind:` or `bind: {}`.
            lines.removeEmptyGroup(at: bind.value.place)
            lines.insert(Array(block.dropFirst()), after: bind.key.place.line)
            return
        }
        let indent = String(repeating: " ", count: max(0, bind.value.place.column - 1))
        guard let group = bind.value[place] else {
            if lines.isFlow(at: bind.value.place) {
                lines.insert("\(YAMLText.scalar(place)): {\(line)}, ", intoFlowAt: bind.value.place)
            } else {
                lines.insert(
                    [indent + "\(YAMLText.scalar(place)):", indent + "  \(line)"],
                    after: bind.value.lastLine
                )
            }
            return
        }
        put(into: &lines, group, indent)
    }

    private func put(into lines: inout EditedLines, _ group: YAMLNode.Pair, _ indent: String) {
        if let known = entry(in: group.value) {
            lines.replace(known.value, with: YAMLText.scalar(command))
        } else if lines.isFlow(at: group.value.place) {
            lines.insert(group.value.pairs.isEmpty ? line : line + ", ", intoFlowAt: group.value.place)
        } else if group.value.pairs.isEmpty {
            lines.insert([indent + "  " + line], after: group.key.place.line)
        } else {
            let inner = String(repeating: " ", count: max(0, group.value.place.column - 1))
            lines.insert([inner + line], after: group.value.lastLine)
        }
    }
}

extension YAMLNode {
    /// The pairs of a group; none for anything else.
    fileprivate var pairs: [Pair] { if case .mapping(let pairs) = content { pairs } else { [] } }

    fileprivate subscript(name: String) -> Pair? { pairs.first { $0.key.text == name } }

    /// The last line on which something of it begins.
    fileprivate var lastLine: Int {
        switch content {
        case .scalar: place.line
        case .sequence(let items): items.map(\.lastLine).max() ?? place.line
        case .mapping(let pairs): pairs.map { max($0.key.lastLine, $0.value.lastLine) }.max() ?? place.line
        }
    }
}
