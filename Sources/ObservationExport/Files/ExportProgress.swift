/// How far writing a file is.
package struct ExportProgress: Sendable, Hashable {
    /// How many rows are written.
    package let rows: Int
    /// How many there are to write.
    package let total: Int

    package init(rows: Int, total: Int) {
        self.rows = rows
        self.total = total
    }
}
