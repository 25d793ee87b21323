/// The name of each thing that a key can do.
package nonisolated enum CommandID: String, Hashable, Sendable, CaseIterable {
    case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, first, last
    case open, turnToken, find, findNext, findPrevious, reload, chooseList
    case openWebPage, copyPublic, copyTrue, showAccount, signIn
    case nextField, previousField, accept
    case help, back, redraw, stop, quit
}
