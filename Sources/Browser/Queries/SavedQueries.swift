/// Queries that people keep under names, as the lines `name = text` of a file that they may edit by hand.
///
/// Every line is kept as it came, byte for byte, whether it is understood or not; only the line of a query that is
/// saved anew or removed changes.
package nonisolated struct SavedQueries: Sendable, Hashable {
    /// A query under its name.
    package struct Query: Sendable, Hashable {
        /// What people call it.
        package let name: String
        /// The query as one line, `taxon:Platanthera obscuration:obscured`.
        package let text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A line that is not understood. It is kept all the same.
    package struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// Which line of the file, from 1.
        package let line: Int
        /// What is wrong with it, as a whole sentence.
        package let reason: String

        /// `Line 3: there is no “=” in it.`
        package var description: String { "Line \(line): \(reason)" }
    }

    /// The queries in the order of the file. Of two with one name the first one counts.
    package var queries: [Query] { lines.compactMap(\.query) }

    /// The lines that are not understood.
    package var problems: [Problem] {
        lines.enumerated().compactMap { index, line in
            line.problem.map { Problem(line: index + 1, reason: $0) }
        }
    }

    private var lines: [Line] = []

    /// None saved.
    package init() {}

    /// Reads a file's bytes; what is not understood becomes a problem and stays.
    package init(bytes: [UInt8]) {
        var rest = bytes[...]
        if rest.last == Self.lineFeed { rest.removeLast() }
        guard !bytes.isEmpty else { return }
        lines = rest.split(separator: Self.lineFeed, omittingEmptySubsequences: false).map { Line($0) }
        findDoubles()
    }

    /// The file's bytes, every line closed.
    package var bytes: [UInt8] { lines.flatMap { $0.bytes + [Self.lineFeed] } }

    /// The text saved under a name; blanks around the name do not matter.
    package func text(of name: String) -> String? {
        let name = Self.trimmed(name)
        return queries.first { $0.name == name }?.text
    }

    /// Saves a query under a name: in its line where the name is known, else in a new line at the end.
    ///
    /// - Throws: ``SavedQueriesError/wrongName(_:reason:)``.
    package mutating func save(_ text: String, as name: String) throws(SavedQueriesError) {
        let name = Self.trimmed(name)
        if let reason = Self.problem(ofName: name) { throw .wrongName(name, reason: reason) }
        let text = Self.trimmed(text.split { $0.isNewline }.joined(separator: " "))
        guard !text.isEmpty else { throw .emptyQuery(name) }
        let line = Line(Array("\(name) = \(text)".utf8)[...])
        if let index = lines.firstIndex(where: { $0.query?.name == name }) {
            lines[index] = line
        } else {
            lines.append(line)
        }
    }

    /// Removes a query, and any other line with its name.
    ///
    /// - Throws: ``SavedQueriesError/unknownName(_:known:)``.
    package mutating func remove(_ name: String) throws(SavedQueriesError) {
        let name = Self.trimmed(name)
        guard lines.contains(where: { $0.query?.name == name }) else {
            throw .unknownName(name, known: queries.map(\.name))
        }
        lines.removeAll { $0.name == name }
    }

    /// Why something can be no name, as a whole sentence; nil when it can.
    package static func problem(ofName name: String) -> String? {
        let name = trimmed(name)
        if name.isEmpty { return "A query needs a name." }
        if name.contains("=") { return "A name has no “=” in it, because that ends the name in the file." }
        if name.hasPrefix("#") {
            return "A name does not begin with “#”, because that begins a remark in the file."
        }
        let isPrintable = name.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        return isPrintable ? nil : "A name is one line of characters that can be seen."
    }

    /// Of lines with one name all but the first are told.
    private mutating func findDoubles() {
        var first: [String: Int] = [:]
        for index in lines.indices {
            guard let name = lines[index].query?.name else { continue }
            if let earlier = first[name] {
                lines[index].query = nil
                lines[index].problem = "“\(name)” is saved in line \(earlier + 1) already; that one is used."
            } else {
                first[name] = index
            }
        }
    }

    fileprivate static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// One line of the file and what it means.
    private struct Line: Sendable, Hashable {
        /// As it came, without the line feed.
        let bytes: [UInt8]
        /// The name before the first “=”, when there is one.
        private(set) var name: String?
        var query: Query?
        var problem: String?

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = Array(bytes)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                problem = "It is not UTF-8."
                return
            }
            let line = SavedQueries.trimmed(text.drop { $0 == "\u{FEFF}" })
            guard !line.isEmpty, !line.hasPrefix("#") else { return }
            guard let equals = line.firstIndex(of: "=") else {
                problem = "There is no “=” in it: a line is “name = query”."
                return
            }
            let name = SavedQueries.trimmed(line[..<equals])
            let value = SavedQueries.trimmed(line[line.index(after: equals)...])
            if let reason = SavedQueries.problem(ofName: name) {
                problem = reason
            } else if value.isEmpty {
                problem = "There is no query after “\(name) =”."
            } else {
                self.name = name
                query = Query(name: name, text: value)
            }
        }
    }
}
