extension TerminalText {
    /// The first of some wordings, longest first, that fits; the last where none does.
    package static func longest(of wordings: [String], in columns: Int) -> String {
        wordings.first { self.columns($0) <= columns } ?? wordings.last ?? ""
    }
}
