/// What is wrong with a query, known before anything is sent.
package struct QueryProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The field that it is about; nothing when it is about the line.
    package let field: QueryField?
    /// What is wrong and what would be right, in whole sentences.
    package let description: String

    package init(_ field: QueryField? = nil, _ description: String) {
        self.field = field
        self.description = description
    }
}
