/// The long text of a command's help, in its parts.
struct Discussion {
    /// What it says: each paragraph with its lines, of which one with several is a table and stays as it is.
    let paragraphs: [[String]]
    /// Command lines to copy, from the block “Examples:” at the end.
    let examples: [String]

    /// Takes apart what ``CommandConfiguration`` holds.
    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let blocks = lines.split { $0.isEmpty }.map(Array.init)
        let isExamples = { (block: [String]) in block.first == Self.heading }
        paragraphs = blocks.filter { !isExamples($0) }
        examples = blocks.filter(isExamples).flatMap { $0.dropFirst() }.map { line in
            String(line.drop { $0 == " " })
        }
    }

    /// The line before the examples.
    static let heading = "Examples:"
}
