internal import TerminalUI

/// The display of a browser that never draws: what the work behind the screens needs of one.
final class PlainDisplay: TerminalDisplay {
    /// Narrow enough that the two faces of an observation stand one below the other, and lines are read one by one.
    nonisolated static let size = Size(columns: 79, rows: 60)

    var size: Size { Self.size }

    func paint(_ surface: Surface) {}

    func invalidate() {}

    func show(_ picture: Picture?) {}

    var traits: DisplayTraits { DisplayTraits(colours: .none, isUnicode: false) }

    func clipboard(for text: String) -> TerminalClipboard { .refuses }

    func copyToClipboard(_ text: String) -> Bool { false }

    func ring() {}

    func stop() {}

    func lend<Result>(_ body: () async -> Result) async -> Result { await body() }

    func setInputHandler(_ handler: @escaping @MainActor ([InputEvent]) -> Void) {}
}
