/// A query that somebody typed or pasted, and what of it could not be taken over.
package struct QueryReading: Sendable, Hashable {
    /// What was read.
    package var query: ObservationQuery
    /// Parameters of a pasted address that no field stands for, as they were written: `month=5`. What is
    /// found without them is more than the address shows.
    package var ignored: [String]

    package init(query: ObservationQuery = ObservationQuery(), ignored: [String] = []) {
        self.query = query
        self.ignored = ignored
    }

    /// Reads either form: a line such as `taxon:Platanthera user:observer`, or an address of the website.
    ///
    /// - Throws: what cannot be read, and what would be right.
    package init(line: String) throws(QueryProblem) {
        if Self.isWebAddress(line) {
            try self.init(webAddress: line)
        } else {
            self.init(query: try ObservationQuery(text: line))
        }
    }

    /// Says what of a pasted address was left out, in a sentence; nothing when all of it was taken.
    package var remark: String? {
        guard !ignored.isEmpty else { return nil }
        return "Left out of the address, because no field stands for it: " + ignored.joined(separator: ", ")
            + ". More may be found than the website shows."
    }
}

extension QueryReading {
    /// Reads what a shell hands over, word by word. Each may be a line, a word of a line, or an address.
    ///
    /// A shell takes quotation marks away, so that `taxon:"Platanthera dilatata"` comes as one word with a
    /// blank in it: where an argument has one field and no marks, all of it is that field's value.
    ///
    /// - Parameters:
    ///   - arguments: one for each word of the shell.
    ///   - saved: a line that they are added to, as it was saved.
    /// - Throws: what cannot be read, and what would be right.
    package init(arguments: [String], addedTo saved: String = "") throws(QueryProblem) {
        var words: [String] = []
        var addresses: [String] = []
        for argument in arguments {
            if Self.isWebAddress(argument) {
                addresses.append(argument)
            } else {
                words.append(Self.line(of: argument))
            }
        }
        // A saved query may be an address as well: whoever edits the file by hand may have pasted one.
        if Self.isWebAddress(saved) { addresses.append(saved) }
        if addresses.count > 1 {
            throw QueryProblem(nil, "One address at a time is read, and these are \(addresses.count).")
        }
        try self.init(line: addresses.first ?? "")
        if !Self.isWebAddress(saved) { try query.add(line: saved) }
        try query.add(line: words.joined(separator: " "))
    }

    private static func line(of argument: String) -> String {
        let words = QueryLine.words(of: argument)
        guard words.count > 1, let field = words[0].field, words.dropFirst().allSatisfy({ $0.field == nil }),
            !argument.contains("\"")
        else { return argument }
        let start = argument.index(argument.startIndex, offsetBy: words[0].places[0].lowerBound)
        let values = QueryLine.values(of: String(argument[start...]))
        return field + ":" + values.map(ObservationQuery.quoted).joined(separator: ",")
    }
}
