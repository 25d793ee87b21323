/// What a terminal is like, as far as pictures depend on it.
package struct DisplayTraits: Sendable, Hashable {
    /// The colours that are used.
    package var colours: ColourDepth
    /// Whether it shows more than ASCII.
    package var isUnicode: Bool
    /// The pixels of a cell; nil where the terminal does not tell.
    package var cellPixels: (width: Int, height: Int)? {
        get { cell.map { ($0.columns, $0.rows) } }
        set { cell = newValue.map { Size(columns: $0.width, rows: $0.height) } }
    }
    private var cell: Size?

    /// Puts traits together.
    package init(colours: ColourDepth, isUnicode: Bool, cellPixels: (width: Int, height: Int)? = nil) {
        self.colours = colours
        self.isUnicode = isUnicode
        self.cellPixels = cellPixels
    }
}
