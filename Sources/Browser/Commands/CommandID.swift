/// The name of each thing that a key can do.
package nonisolated enum CommandID: String, Hashable, Sendable, CaseIterable {
    case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, first, last
    case scrollLeft, scrollRight, firstColumn, lastColumn
    case open, turnToken, find, findNext, findPrevious, goTo, reload, chooseList
    case next, previous
    case markRow, markRange, markAll, invertMarks, unmark
    case openWebPage, openMenu, copyMenu, copyTrue, showPhotos, page, edit, export
    case showTokens, copyTokens, signIn, showAccounts, switchAccount, signOut, confirm
    case openAddress, copyAddress
    case editQuery, saveQuery, showSaved, copyQuery
    case filter, sort, facets, box, widen, changes, jobs, fetchAll, endJob
    case reverse, mark, clear, since, takeOffer
    case columns, narrower, wider, moveColumnLeft, moveColumnRight, freeze
    case turnCoordinates, turnUnits, growPane, shrinkPane
    case nextField, previousField, accept
    case help, palette, messages, back, redraw, stop, quit
}
