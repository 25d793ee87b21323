internal import TerminalUI

extension BrowserState {
    /// Everything between the bar with its notice above and the footer below.
    nonisolated var body: Rect {
        Rect(size).inset(top: 1 + noticeLines.count, bottom: isShowingJob ? 2 : 1)
    }

    /// Where the table and the comparison stand.
    nonisolated var tableLayout: TableScreen.Layout { TableScreen.layout(in: body, paneRows: paneRows) }

    /// Whether the terminal has room for what there is to see.
    nonisolated var isLargeEnough: Bool {
        size.columns >= Self.minimumSize.columns && size.rows >= Self.minimumSize.rows
    }

    /// How far a page is on the screen that the keyboard is on.
    nonisolated var pageRows: Int {
        max(1, (screens.isEmpty ? tableLayout.visibleRows : textRoom.rows) - 1)
    }

    /// What the bar has to explain, in as many lines as it takes; nothing on most screens.
    nonisolated var noticeLines: [Span] { wrappedNotices.lines }

    /// Wraps the notices once for all that asks where things stand, which every key does.
    nonisolated mutating func settleNotices() { notices = wrappedNotices }

    private nonisolated var wrappedNotices: WrappedNotices {
        notices.rewrapped(currentNotices, to: size.columns - 4)
    }

    private nonisolated var currentNotices: [Span] {
        switch context {
        case .signIn where session.mayAsk: return []
        case .help, .palette, .menu, .messages, .accounts, .signOut, .photos: return []
        default: break
        }
        var notices: [Span] = []
        if let warning = session.warning(at: serverNow) { notices.append(warning) }
        if let warning = clockWarning { notices.append(warning) }
        if let fileRemark { notices.append(Span(fileRemark, .warning)) }
        if list.count > 0, let listFailure {
            notices.append(Span(listFailure.text + " (r)", listFailure.role))
        }
        return notices
    }

    /// Where the text of a scrolling screen stands.
    nonisolated var textRoom: Rect {
        body.inset(left: 1, top: body.rows > 14 ? 1 : 0, right: 3)
    }

    /// The text of the scrolling screen that the keyboard is on, and its uppermost line shown.
    nonisolated var text: (lines: [StyledLine], top: Int) {
        // Lines longer than this are hard to read, however wide the terminal.
        let columns = min(textRoom.columns, 140)
        switch screens.last {
        case .detail(let screen):
            return (
                screen.lines(
                    columns: columns,
                    list: list,
                    session: session,
                    identity: shownIdentity,
                    notation: preferences.notation,
                    isAsking: mayAskTheServer
                ),
                screen.top
            )
        case .tokens(let screen):
            return (
                TokenScreen.lines(
                    session: session,
                    measurement: measurement,
                    addresses: setting.addresses,
                    at: serverNow,
                    columns: columns
                ),
                screen.top
            )
        case .signOut(let screen):
            return (screen.lines(columns: columns), screen.top)
        case .messages(let screen):
            return (MessagesScreen.lines(messages, columns: columns), screen.top)
        case .signIn, .chooser, .accounts, .sort, .facets, .changes, .jobs, .query, .pick, .columns, .photos,
            .export, nil:
            return ([], 0)
        }
    }

    /// Moves the text of the screen that the keyboard is on.
    nonisolated mutating func scrollText(by rows: Int) {
        guard let index = screens.indices.last else { return }
        let (lines, top) = text
        let limit = max(0, lines.count - textRoom.rows)
        let target = max(0, min(limit, top + max(-lines.count, min(lines.count, rows))))
        switch screens[index] {
        case .detail(var screen):
            screen.top = target
            screens[index] = .detail(screen)
        case .tokens(var screen):
            screen.top = target
            screens[index] = .tokens(screen)
        case .messages(var screen):
            screen.top = target
            screens[index] = .messages(screen)
        case .signOut(var screen):
            screen.top = target
            screens[index] = .signOut(screen)
        case .signIn, .chooser, .accounts, .sort, .facets, .changes, .jobs, .query, .pick, .columns, .photos,
            .export:
            break
        }
    }
}
