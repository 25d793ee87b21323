/// Says that the terminal is too small, and what size is needed. Draws over everything, down to a single
/// cell.
package func drawTooSmall(on surface: inout Surface, needed: Size) {
    let rect = Rect(surface.size)
    surface.clear()
    guard !rect.isEmpty else { return }
    let wanted = "\(needed.columns)×\(needed.rows)"
    let sizes = [
        "needed \(wanted), here \(rect.columns)×\(rect.rows)",
        "needed \(wanted)",
        wanted,
    ]
    let size = sizes.first { TerminalText.columns($0) <= rect.columns } ?? wanted
    var lines = [StyledLine(size, .warning)]
    let title = StyledLine("This terminal is too small", .heading)
    if title.columns <= rect.columns, rect.rows >= 2 {
        lines.insert(title, at: 0)
    }
    let advice = StyledLine("Make it larger, or press q to quit.", .muted)
    if advice.columns <= rect.columns, rect.rows > lines.count {
        lines.append(advice)
    }
    let top = (rect.rows - lines.count) / 2
    for (index, line) in lines.enumerated() {
        surface.write(line, in: rect.line(top + index), alignment: .center)
    }
}
