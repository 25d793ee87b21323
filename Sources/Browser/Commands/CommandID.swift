/// The name of each thing that a key can do.
package nonisolated enum CommandID: String, Hashable, Sendable, CaseIterable {
    case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, first, last
    case open, turnToken, find, findNext, findPrevious, reload, chooseList
    case openWebPage, copyPublic, copyTrue, showTokens, copyTokens, signIn
    case showAccounts, switchAccount, signOut, confirm, openAddress, copyAddress
    case editQuery, saveQuery, showSaved, copyQuery
    case filter, sort, facets, box, widen, changes, jobs, fetchAll, endJob
    case reverse, mark, clear, since, takeOffer
    case nextField, previousField, accept
    case help, back, redraw, stop, quit
}
