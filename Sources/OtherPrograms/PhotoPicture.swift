/// A photo in the terminal's own terms.
///
/// What is in it was checked: it colours cells and draws graphics, and does nothing else to the terminal.
package struct PhotoPicture: Sendable, Hashable {
    /// How it is shown.
    package let kind: PictureKind
    /// The cells that it covers.
    package let columns: Int
    package let rows: Int
    /// What is written at the beginning of each of its lines; graphics are one line.
    package let lines: [[UInt8]]
    /// What takes graphics away; empty where painting over them does.
    package let removal: [UInt8]

    init(kind: PictureKind, columns: Int, rows: Int, lines: [[UInt8]]) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.lines = lines
        // Kitty, “Deleting images”: every placement on the screen, and the data that nothing needs then.
        removal = kind == .kitty ? Array("\u{1B}_Ga=d,d=A,q=2\u{1B}\\".utf8) : []
    }
}
