package import Coordinates
package import TerminalUI

/// How a person wants the browser to look and to work. `config.yaml` says it; what was changed while it ran is
/// remembered by the session (`SessionMemory`).
package nonisolated struct Preferences: Sendable {
    /// Which key does what.
    package var keys = KeyMap.standard
    /// How everything looks.
    package var theme = Theme.dark
    /// Which columns the table shows, in which order, how wide.
    package var columns = ColumnLayout.standard
    /// How points are written.
    package var coordinates = CoordinateFormat.decimal
    /// In what lengths are told.
    package var units = LengthUnit.metres
    /// What is shown first.
    package var start = StartView.last
    /// Whether the mouse is listened to; else it is the terminal's own, for selecting text.
    package var usesMouse = true
    /// Whether the terminal's cursor stands on the selected row, for screen readers and magnifiers that follow it.
    package var showsCursor = false
    /// How photos are drawn in the terminal.
    package var photos = PhotoChoice.automatic

    package init() {}
}
