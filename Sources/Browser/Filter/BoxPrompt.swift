package import INaturalist
package import TerminalUI

/// Narrows the rows to those whose true point, as this viewer knows it, lies inside a box. The server cannot do that,
/// not even for one's own observations, so it is done with what is held.
package nonisolated struct BoxPrompt: Sendable {
    /// A box that the selected observation suggests.
    private struct Offer: Sendable {
        let title: String
        let text: String
    }

    /// How many lines it takes at the foot of a terminal of that width.
    package static func rows(columns: Int) -> Int { columns < 100 ? 4 : 3 }

    /// How far around a point, unless the person says otherwise.
    private static let kilometres = 10.0

    private var field: TextField
    private let offers: [Offer]
    private var nextOffer = 0
    /// What is wrong with what was typed, in whole sentences.
    package private(set) var problem: String?

    /// - Parameters:
    ///   - box: the box now in force.
    ///   - observation: the selected one, as this viewer was told it; its cell and its points can be taken.
    package init(_ box: CoordinateBox?, selected observation: Observation?) {
        field = TextField(
            text: box.map(BoxText.text) ?? "",
            hint: "south, west, north, east  or  latitude, longitude ± 10 km"
        )
        offers = observation.map(Self.offers) ?? []
    }

    /// Typing and pasting.
    package mutating func handle(_ event: InputEvent) {
        if field.handle(event) { problem = nil }
    }

    /// Puts the next box that the selected observation suggests into the field.
    ///
    /// - Returns: whether there is one.
    @discardableResult
    package mutating func takeOffer() -> Bool {
        guard !offers.isEmpty else {
            problem = "The selected observation has no point that could be taken."
            return false
        }
        field.text = offers[nextOffer].text
        nextOffer = (nextOffer + 1) % offers.count
        problem = nil
        return true
    }

    /// Enter.
    ///
    /// - Returns: the box to narrow to, `.some(nil)` for none; nothing when there is a problem, which is told.
    package mutating func accept() -> CoordinateBox?? {
        guard field.text.contains(where: { !$0.isWhitespace }) else { return .some(nil) }
        do {
            return .some(try BoxText.parse(field.text))
        } catch {
            problem = error.description
            return nil
        }
    }

    /// Draws it over the last lines of a rectangle.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let room = rect.splitBottom(Self.rows(columns: rect.columns)).bottom
        surface.fill(room, style: Style(.text, on: .bar))
        let line = room.line(0)
        let caption = surface.write(
            [Span(" Inside this box, by true coordinates  ", .heading)],
            in: line,
            on: .bar
        )
        let isNarrow = line.columns < 100
        // Where there is little room the caption has a line of its own.
        let fieldLine = isNarrow ? room.line(1).inset(left: 1, right: 1) : line.inset(left: caption, right: 1)
        field.draw(on: &surface, in: fieldLine, isFocused: true)
        let rest = room.splitTop(isNarrow ? 2 : 1).rest.inset(left: 1, right: 1)
        let lines = remark.wrapped(to: max(1, rest.columns))
        if lines.count > rest.rows, rest.rows > 0 {
            surface.write(remark, in: rest.line(0), on: .bar)
        } else {
            for (row, line) in lines.enumerated() { surface.write(line, in: rest.line(row), on: .bar) }
        }
    }

    private var remark: StyledLine {
        if let problem { return StyledLine(problem, .failure) }
        if let box = try? BoxText.parse(field.text) { return StyledLine(BoxText.words(of: box), .success) }
        guard !offers.isEmpty else { return StyledLine("Empty and ⏎: no box.", .muted) }
        let titles = offers.map(\.title).joined(separator: ", ")
        return [
            Span("Tab", .key),
            Span(" takes the selected observation's \(titles). Empty and ⏎: no box.", .muted),
        ]
    }

    private static func offers(_ observation: Observation) -> [Offer] {
        var offers: [Offer] = []
        // The cell is made of the public point alone; the true point is there only when it was told to this viewer.
        if let cell = observation.cell {
            let east = cell.east > 180 ? cell.east - 360 : cell.east
            let box = CoordinateBox(south: cell.south, west: cell.west, north: cell.north, east: east)
            offers.append(Offer(title: "cell", text: BoxText.text(of: box)))
        }
        func around(_ title: String, _ point: Coordinate) {
            offers.append(Offer(title: title, text: BoxText.text(around: point, kilometres: kilometres)))
        }
        let truth = observation.trueLocation?.point
        if observation.access == .granted, let truth { around("true point ± 10 km", truth) }
        if let shown = observation.publicFace.location?.point, shown != truth || observation.access == .open {
            around(observation.access == .open ? "point ± 10 km" : "public point ± 10 km", shown)
        }
        return offers
    }
}
