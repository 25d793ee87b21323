/// Where the thumb of a scrollbar stands, and what a click beside it means. Drawing and clicking ask the same, so they
/// cannot disagree.
package enum Scrollbar {
    /// Where to scroll so that the thumb comes under the mouse, for a click on the bar and for dragging it.
    ///
    /// - Parameters:
    ///   - row: The row of the mouse; above and below the bar are its ends.
    ///   - rect: The rectangle that the scrollbar was drawn in.
    ///   - visible: How many things are in view.
    ///   - count: How many there are.
    /// - Returns: The first thing in view, from 0; 0 when everything is in view or the bar is a single line.
    package static func top(at row: Int, in rect: Rect, visible: Int, count: Int) -> Int {
        guard count > visible, visible > 0, rect.rows > 1 else { return 0 }
        let size = thumbSize(rows: rect.rows, visible: visible, count: count)
        let travel = rect.rows - size
        guard travel > 0 else { return 0 }
        let first = max(0, min(row - rect.top - size / 2, travel))
        return Int((Double(first) / Double(travel) * Double(count - visible)).rounded())
    }

    /// The rows of a bar that its thumb covers, from 0. Asked only when there is more than is in view.
    static func thumb(rows: Int, top: Int, visible: Int, count: Int) -> Range<Int> {
        let size = thumbSize(rows: rows, visible: visible, count: count)
        let travel = rows - size
        let fraction = Double(max(0, min(top, count - visible))) / Double(count - visible)
        var first = Int((fraction * Double(travel)).rounded())
        // The ends are for the ends alone, so that the bar never says "all" too early.
        if travel > 1 {
            if top > 0, first == 0 { first = 1 }
            if top < count - visible, first == travel { first = travel - 1 }
        }
        return first..<first + size
    }

    private static func thumbSize(rows: Int, visible: Int, count: Int) -> Int {
        max(1, min(rows, Int(Double(rows) * Double(visible) / Double(count))))
    }
}
