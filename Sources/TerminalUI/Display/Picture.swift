/// A picture in the terminal's own bytes, over the cells of a frame.
///
/// The cells below it are left blank by whoever draws the frame. Its bytes are trusted: who makes one has checked that
/// they only draw.
package struct Picture: Sendable, Hashable {
    /// The cells that it covers.
    package var rect: Rect
    /// What is written at the beginning of each of its lines, from the first; graphics are one line.
    package let lines: [[UInt8]]
    /// What takes graphics away; empty where cells that are painted over them do.
    package let removal: [UInt8]

    /// Puts a picture together.
    package init(rect: Rect, lines: [[UInt8]], removal: [UInt8]) {
        self.rect = rect
        self.lines = lines
        self.removal = removal
    }
}
