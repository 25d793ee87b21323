/// The room for a picture, and what the terminal can show there.
package struct PictureFrame: Sendable, Hashable {
    /// The width, in cells.
    package var columns: Int
    /// The height, in cells.
    package var rows: Int
    /// The size of a cell in pixels; 8 by 16 where the terminal does not tell.
    package var cellWidth: Int
    package var cellHeight: Int
    /// How it is shown.
    package var kind: PictureKind
    /// The colours of blocks; graphics always have all.
    package var colours: PictureColours
    /// Whether the terminal has more characters than ASCII.
    package var isUnicode: Bool

    /// Describes the room.
    package init(
        columns: Int,
        rows: Int,
        cellWidth: Int = 8,
        cellHeight: Int = 16,
        kind: PictureKind,
        colours: PictureColours,
        isUnicode: Bool = true
    ) {
        self.columns = columns
        self.rows = rows
        self.cellWidth = min(max(cellWidth, 2), 100)
        self.cellHeight = min(max(cellHeight, 2), 200)
        self.kind = kind
        self.colours = colours
        self.isUnicode = isUnicode
    }
}
