internal import INaturalist

extension BrowserState {
    /// Why a command can do nothing now; nothing when it can. It is told when its key is pressed, beside it in help,
    /// and the footer leaves the command out.
    nonisolated func reason(against command: CommandID) -> String? {
        switch command {
        case .turnToken where list.source.isOffline: "The rows are those of a file, so no token matters."
        case .editQuery where list.source.isOffline:
            "A file has no query. & filters its rows, f counts them, b takes those in a box."
        case .fetchAll where list.source.isOffline: "A file is read whole when it is opened."
        case .page where list.source.isOffline, .edit where list.source.isOffline:
            "The rows are those of a file: there is no server's reply to read."
        case .showAccounts where setting.sandbox != nil:
            "The demo keeps no accounts. Press S to sign in as another of its people."
        case .showAccounts where !setting.isKeeping:
            "With --no-store no account that is kept is used. Press S to sign in as another."
        case .endJob where job == nil && pending[.job] == nil: "Nothing is being fetched."
        case .findNext where table.lastSearch.isEmpty, .findPrevious where table.lastSearch.isEmpty:
            "Nothing was looked for yet: press /."
        case .unmark where table.marks.isEmpty: "No row is marked. Space marks one."
        case .widen where wanted.isInOrderOfFetching && table.rangeStart == nil && !isAwaitingAction:
            "All rows are shown, the newest first. q leaves."
        case .confirm where !isAskingToSignOut: "That was answered already."
        default: nil
        }
    }
}
