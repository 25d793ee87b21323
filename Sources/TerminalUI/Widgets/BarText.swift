/// A share of a whole as a bar of blocks. A number always stands beside it, because a bar alone is read by nobody who
/// listens to the screen.
package enum BarText {
    /// A bar as long as its share of the room, to half a column; whatever is not nothing shows at least half of one.
    ///
    /// - Parameters:
    ///   - fraction: the share, 0 to 1; anything outside is taken as the nearer end.
    ///   - columns: the room.
    package static func bar(_ fraction: Double, columns: Int) -> String {
        let halves = halves(fraction, columns: columns)
        return String(repeating: full, count: halves / 2) + (halves % 2 == 1 ? half : "")
    }

    /// The same with the rest of the room drawn too: `████▌░░░░░`. It is full only when the share is whole.
    package static func progress(_ fraction: Double, columns: Int) -> String {
        var halves = halves(fraction, columns: columns)
        if fraction < 1, halves == columns * 2 { halves -= 1 }
        let filled = (halves + 1) / 2
        return String(repeating: full, count: halves / 2) + (halves % 2 == 1 ? half : "")
            + String(repeating: rest, count: max(0, columns - filled))
    }

    private static let full = String(Glyph.scrollThumb)
    private static let half = "▌"
    private static let rest = String(Glyph.scrollTrack)

    private static func halves(_ fraction: Double, columns: Int) -> Int {
        guard columns > 0, fraction > 0 else { return 0 }
        return max(1, min(columns * 2, Int((min(1, fraction) * Double(columns * 2)).rounded())))
    }
}
