/// Something in the configuration that cannot be used: where it stands, what is wrong, and what would be right.
///
/// The rest of the file holds all the same. Its texts hold parts of the file; whoever shows them sanitises them.
package struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's path.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, in Unicode scalars.
    package let column: Int
    /// What is wrong: a whole sentence.
    package let fault: String
    /// The word that was probably meant, where one is near.
    package let likely: String?
    /// What would be right: one or more whole sentences.
    package let remedy: String

    package init(
        file: String,
        line: Int,
        column: Int,
        fault: String,
        likely: String? = nil,
        remedy: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
        self.likely = likely
        self.remedy = remedy
    }

    init(file: String, _ fault: YAMLFault) {
        self.init(
            file: file,
            line: fault.place.line,
            column: fault.place.column,
            fault: fault.fault,
            remedy: fault.remedy
        )
    }

    /// `FILE:LINE:COLUMN: what is wrong. What would be right.`, as editors read it.
    package var description: String { "\(file):\(line):\(column): \(explanation)" }

    /// The sentences alone, without the place.
    package var explanation: String { "\(fault) \(likelySentence)\(remedy)" }

    /// What fits a line of the screen: `config.yaml, line 3: …`, without the list of what would be right, which
    /// `inatty config check` prints.
    package var notice: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return "\(name), line \(line): \(fault) \(likelySentence)inatty config check says more."
    }

    private var likelySentence: String { likely.map { "Did you mean “\($0)”? " } ?? "" }
}
