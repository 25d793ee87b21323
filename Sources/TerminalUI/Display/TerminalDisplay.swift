/// What the program sees of a terminal.
///
/// The seam between screens and curses: a test passes a display that keeps what was painted.
@MainActor
package protocol TerminalDisplay: AnyObject {
    /// How many cells there are now.
    var size: Size { get }
    /// Shows a whole frame. The display works out what changed and writes it at once.
    func paint(_ surface: Surface)
    /// Forgets what the terminal shows, so that the next frame is painted whole (Ctrl-L).
    func invalidate()
    /// Shows a picture over the cells of every frame from the next one on, instead of the one before; nothing takes it
    /// away. A picture that does not fit the terminal is not shown.
    func show(_ picture: Picture?)
    /// What a picture has to fit.
    var traits: DisplayTraits { get }
    /// Whether the terminal takes a text of that length to its clipboard.
    func clipboard(for text: String) -> TerminalClipboard
    /// Gives a text to the terminal's clipboard (OSC 52). It never says whether it took it.
    ///
    /// - Returns: Whether it was sent.
    func copyToClipboard(_ text: String) -> Bool
    /// Rings the bell, or flashes.
    func ring()
    /// Gives the terminal back and stops the job, as Ctrl-Z does; returns when it is in the foreground again.
    /// ``InputEvent/resumed`` comes as an event after it.
    func stop()
    /// Lends the terminal to another program for as long as the body runs.
    func lend<Result>(_ body: () async -> Result) async -> Result
    /// Says who gets the input. All that can be read at once comes as one batch.
    func setInputHandler(_ handler: @escaping @MainActor ([InputEvent]) -> Void)
}
