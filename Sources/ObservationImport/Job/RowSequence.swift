internal import INaturalist

/// One row of a file: an observation, or the reason why there is none.
struct Row {
    /// Where it begins; the first line of the file is 1.
    let line: Int
    let result: Result<Observation, RowRefusal>
    /// Whether it has bytes that are no UTF-8.
    var isDamaged = false
}

/// Reads rows in the order of the file. Each kind of file has one.
protocol RowSequence: AnyObject {
    /// Says what the file is, as far as that is known: the report's kind, remarks and columns.
    func describe(_ report: inout FileReport)

    /// The next row; nil at the end.
    ///
    /// - Throws: ``ImportError/cancelled`` and ``ImportError/cannotRead(name:reason:)``.
    func next() throws(ImportError) -> Row?
}
