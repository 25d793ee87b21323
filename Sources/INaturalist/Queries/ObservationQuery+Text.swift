extension ObservationQuery {
    /// The query as one line, always the same for the same query: `taxon:Platanthera
    /// obscuration:obscured,private`.
    ///
    /// A value with a blank, a comma or a quotation mark stands in quotation marks; a mark inside is doubled.
    package var text: String {
        QueryField.allCases.compactMap { field in
            let words = words(of: field)
            return words.isEmpty ? nil : field.name + ":" + words.map(Self.quoted).joined(separator: ",")
        }.joined(separator: " ")
    }

    /// What a list of it is called in the store: the order is no part of what is found.
    package var listName: String {
        var query = self
        query.order = nil
        return query.text
    }

    /// Reads a line. Words without a field are what the server looks for (`q`).
    ///
    /// - Throws: which word cannot be read, and what would be right.
    package init(text: String) throws(QueryProblem) {
        self.init()
        try add(line: text)
    }

    /// Reads a line, or an address of the website, whichever it is; ``QueryReading`` also says what was left
    /// out of an address.
    ///
    /// - Throws: what cannot be read, and what would be right.
    package init(line: String) throws(QueryProblem) {
        self = try QueryReading(line: line).query
    }

    /// Adds what a line says: values of a field that takes several come to those that it holds, words to the
    /// words, and any other field is given once.
    ///
    /// - Throws: which word cannot be read, and what would be right.
    package mutating func add(line: String) throws(QueryProblem) {
        var query = self
        var free: [String] = []
        for word in QueryLine.words(of: line) {
            guard let name = word.field else {
                free += word.values
                continue
            }
            guard let field = QueryField(named: name) else { throw Self.noField(name) }
            // Words keep their commas.
            try query.add(field == .words ? [word.values.joined(separator: ",")] : word.values, to: field)
        }
        if !free.isEmpty { try query.add(free, to: .words) }
        self = query
    }

    /// Adds what was given for one field, values with commas between them where it takes several: the value
    /// of an option, or of a field in a form.
    ///
    /// - Throws: which word it does not take, and what it takes. The query is as before then.
    package mutating func add(_ text: String, to field: QueryField) throws(QueryProblem) {
        try add(field == .words ? [text] : QueryLine.values(of: text), to: field)
    }

    /// Adds values that were told apart already.
    mutating func add(_ values: [String], to field: QueryField) throws(QueryProblem) {
        let values = values.filter { !$0.isEmpty }
        if values.isEmpty { throw QueryProblem(field, "“\(field.name):” lacks a value.") }
        let before = words(of: field)
        if field == .words {
            return try set(field, to: [(before + values).joined(separator: " ")])
        }
        if !field.takesSeveral, !before.isEmpty {
            throw QueryProblem(
                field,
                "“\(field.name)” takes one value, and it was given “\(before.joined(separator: ","))” and "
                    + "“\(values.joined(separator: ","))”."
            )
        }
        try set(field, to: before + values)
    }

    private static func noField(_ name: String) -> QueryProblem {
        let names = QueryField.allCases.map(\.name)
        let nearest = WordDistance.nearest(to: name, in: names).map { "Did you mean “\($0):”? " } ?? ""
        return QueryProblem(
            nil,
            "“\(name)” is no field. \(nearest)There are " + names.joined(separator: ", ")
                + ". Words with a colon to look for stand in quotation marks."
        )
    }

    /// A value as it stands in a line: in quotation marks where it would fall apart without them.
    package static func quoted(_ word: String) -> String {
        let needsMarks = word.contains { $0.isWhitespace || $0 == "," || $0 == "\"" } || word.isEmpty
        return needsMarks ? "\"" + word.replacing("\"", with: "\"\"") + "\"" : word
    }
}
