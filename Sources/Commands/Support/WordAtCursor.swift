/// The word that a shell asks candidates for, and what is before a colon in it.
///
/// bash splits words at colons: `access:gr` comes as three, and the candidates are for the last one alone. The other
/// shells hand over and take the whole word.
struct WordAtCursor {
    /// What is before the colon; nil without a colon.
    let name: String?
    /// What is there so far of the value, or of the name while there is no colon.
    let text: String
    /// What the candidates begin with besides the value: the name and its colon, but nothing in bash.
    let lead: String

    /// - Parameters:
    ///   - words: of the command line, the program's name first.
    ///   - index: which of them the cursor is in.
    init(_ words: [String], _ index: Int) {
        func word(_ offset: Int) -> String? {
            words.indices.contains(index - offset) ? words[index - offset] : nil
        }
        let current = word(0) ?? ""
        if current == ":" {
            self.init(name: word(1), text: "", lead: "")
        } else if word(1) == ":" {
            self.init(name: word(2), text: current, lead: "")
        } else if let colon = current.firstIndex(of: ":") {
            let name = String(current[..<colon])
            self.init(name: name, text: String(current[current.index(after: colon)...]), lead: name + ":")
        } else {
            self.init(name: nil, text: current, lead: "")
        }
    }

    private init(name: String?, text: String, lead: String) {
        self.name = name
        self.text = text
        self.lead = lead
    }

    /// Names with a colon after them, or the values of the name that is there.
    func candidates(names: [String], values: (String) -> [String]) -> [String] {
        guard let name else { return names.map { $0 + ":" } }
        return Self.lists(of: values(name), after: text).map { lead + $0 }
    }

    /// Whole words that may have a colon in them.
    func plainCandidates(_ words: [String]) -> [String] {
        guard let name, lead.isEmpty else { return words }
        return words.filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// The list so far with each of the choices that it lacks as its last word.
    static func lists(of choices: [String], after text: String) -> [String] {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if !parts.isEmpty { parts.removeLast() }
        let begun = parts.map { $0 + "," }.joined()
        return choices.filter { !parts.contains($0[...]) }.map { begun + $0 }
    }
}
