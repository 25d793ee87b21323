import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// The sizes that every screen is looked at in: the smallest, the usual, a large and a very large terminal.
let screenSizes = [(60, 15), (80, 24), (120, 36), (200, 60)]

/// What stands between the bar and the footer of a terminal of that size.
func body(_ columns: Int, _ rows: Int) -> Rect {
    Rect(column: 0, row: 1, columns: columns, rows: rows - 2)
}

/// A terminal of that size with something drawn on it.
func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Surface) -> Void) -> Surface {
    var surface = Surface(size: Size(columns: columns, rows: rows))
    draw(&surface)
    return surface
}

/// Compares a screen with the file of its name and size under `Snapshots/FOLDER`.
func expectScreen(
    _ name: String,
    in folder: String,
    _ columns: Int,
    _ rows: Int,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ draw: (inout Surface) -> Void
) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    try FileManager.default.createDirectory(
        at: tests.appending(path: "Snapshots/" + folder),
        withIntermediateDirectories: true
    )
    expectSnapshot(
        drawn(columns, rows, draw).snapshot,
        named: "\(folder)/\(name)-\(columns)x\(rows)",
        file: #filePath,
        sourceLocation: sourceLocation
    )
}

/// Compares all that the browser shows with the file of its name and size in the folder `Snapshots` beside the test.
func expectBrowser(
    _ state: BrowserState,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectSnapshot(
        state.drawn.snapshot,
        named: "\(name)-\(state.size.columns)x\(state.size.rows)",
        file: file,
        sourceLocation: sourceLocation
    )
}

/// The same of a browser with a store.
func expectBrowser(
    _ browser: TestBrowser,
    _ name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectBrowser(browser.state, name, file: file, sourceLocation: sourceLocation)
}
