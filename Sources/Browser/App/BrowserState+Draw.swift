internal import Coordinates
internal import INaturalist
internal import ObservationStore
package import TerminalUI

extension BrowserState {
    /// Draws the whole screen. The surface has the terminal's size.
    package nonisolated func draw(on surface: inout Surface) {
        surface.clear()
        surface.cursor = nil
        guard isLargeEnough else {
            drawTooSmall(on: &surface, needed: Self.minimumSize)
            return
        }
        let text = text
        drawBar(on: &surface, position: position(in: text))
        drawNotice(on: &surface)
        switch screens.last {
        case .signIn(let screen): screen.draw(on: &surface, in: body)
        case .chooser(let screen): screen.draw(on: &surface, in: body)
        case .accounts(let screen): screen.draw(on: &surface, in: body, session: session, at: serverNow)
        case .detail, .tokens, .signOut, .messages: draw(text, on: &surface)
        case .pick(let screen): screen.draw(on: &surface, in: body)
        case .columns(let screen): screen.draw(on: &surface, in: body)
        case .photos(let screen): screen.draw(on: &surface, in: body)
        case .export(let screen): screen.draw(on: &surface, in: body)
        case .sort(let screen): screen.draw(on: &surface, in: body)
        case .facets(let screen): screen.draw(on: &surface, in: body)
        case .changes(let screen): screen.draw(on: &surface, in: body)
        case .query(let screen): screen.draw(on: &surface, in: body)
        case .jobs(let screen): screen.draw(on: &surface, in: body, jobs: jobs, at: now)
        case nil:
            drawTable(on: &surface)
        }
        drawJob(on: &surface)
        drawFooter(on: &surface)
        if preferences.showsCursor, surface.cursor == nil, screens.isEmpty {
            let row = table.shown.selected - table.shown.top
            surface.cursor = Position(column: 0, row: tableLayout.table.top + 1 + row)
        }
    }

    private nonisolated func drawTable(on surface: inout Surface) {
        table.draw(
            on: &surface,
            layout: tableLayout,
            TableScreen.Contents(
                list: list,
                session: session,
                identity: shownIdentity,
                notation: preferences.notation,
                columns: tableColumns,
                highlight: highlight,
                notice: list.count == 0 ? emptyNotice : []
            )
        )
    }

    /// What was looked for is lit where it stands, and what the rows are filtered by.
    private nonisolated var highlight: TextHighlight? {
        // What no row may have stands nowhere.
        var words = FilterWords(wanted.words).wanted.joined(separator: " ")
        if case .find(let find) = prompt {
            words += " " + find.field.text
        } else if table.found != nil {
            words += " " + table.lastSearch
        }
        return words.isEmpty ? nil : TextHighlight(words)
    }

    private nonisolated func draw(_ text: (lines: [StyledLine], top: Int), on surface: inout Surface) {
        var view = TextView(lines: text.lines)
        view.scroll(by: text.top, visible: textRoom.rows)
        view.draw(on: &surface, in: textRoom.inset(right: -2))
    }

    private nonisolated func drawBar(on surface: inout Surface, position: String) {
        let line = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
        surface.fill(line, style: Style(.text, on: .bar))
        var brand = [Span(" inatty", .brand)]
        if let badge { brand.append(Span(" " + badge, .warning)) }
        let isNobody = session.way == nil && (context == .signIn || pending[.signIn] != nil)
        let nobody = Span(context == .signIn ? "not signed in" : "signing in…", .muted)
        let standing = heldStanding ?? (isNobody ? nobody : session.standing(at: serverNow))
        let left = StyledLine(brand + [Span("   "), standing])
        let right = StyledLine(position + " ", .text)
        let titles = titles.map { StyledLine($0, .heading) }
        let room = size.columns - 4 - right.columns
        if let middle = titles.first(where: { left.columns + $0.columns <= room }) {
            surface.write(left, in: line, on: .bar)
            surface.write(right, in: line, on: .bar, alignment: .trailing)
            let start = max(left.columns + 2, (size.columns - middle.columns) / 2)
            let end = size.columns - right.columns - 2
            let column = min(start, end - middle.columns)
            surface.write(middle, in: line.inset(left: column), on: .bar)
            return
        }
        // Where there is little room the program's name goes first, then the list's, then the time left.
        let mark = badge.map { [Span($0, .warning), Span("  ")] } ?? []
        surface.write(right, in: line, on: .bar, alignment: .trailing)
        let rest = size.columns - right.columns - 2
        var short = StyledLine([Span(" ")] + mark + [standing])
        if short.columns > rest, !isNobody, heldStanding == nil {
            short = StyledLine([Span(" ")] + mark + [session.standing(at: serverNow, isShort: true)])
        }
        if let middle = titles.first(where: { short.columns + $0.columns + 2 <= rest }) {
            surface.write(short, in: line, on: .bar)
            surface.write(middle, in: line.inset(left: rest - middle.columns), on: .bar)
        } else {
            surface.write(short, in: line.splitLeft(rest).left, on: .bar)
        }
    }

    /// What stands beside the program's name while the rows are not those of the real servers.
    private nonisolated var badge: String? { list.source.isOffline ? "file" : setting.badge }

    /// Who is told of while the rows are those that are held for an account that is not proved, or of a file.
    private nonisolated var heldStanding: Span? {
        if list.source.isOffline { return Span("nobody is asked", .muted) }
        guard isShowingHeld, let heldAccount, context != .signIn, pending[.signIn] == nil else { return nil }
        return Span(heldAccount.login + " · not signed in", .warning)
    }

    /// What is looked at, the longest wording first. How old it is goes last.
    private nonisolated var titles: [String] {
        switch screens.last {
        case .chooser, nil: tableTitles
        default: [title]
        }
    }

    private nonisolated var title: String {
        switch screens.last {
        case .signIn: ""
        case .detail(let screen): "observation \(screen.id)"
        case .tokens: "tokens"
        case .accounts: "accounts"
        case .signOut: "sign out"
        case .pick(let screen): screen.title
        case .columns: "columns"
        case .messages: "messages"
        case .photos: "photos"
        case .export: "export"
        case .sort: "sort"
        case .facets: "counts"
        case .changes: "changes"
        case .jobs: "fetching"
        case .query: "query"
        case .chooser, nil: list.source.title
        }
    }

    /// `1–34 of 1,284`, of rows or of lines.
    private nonisolated func position(in text: (lines: [StyledLine], top: Int)) -> String {
        switch screens.last {
        case .signIn, .chooser, .accounts, .sort, .facets, .changes, .jobs, .query, .pick, .columns, .photos,
            .export:
            return ""
        case .detail, .tokens, .signOut, .messages:
            let (lines, top) = text
            let last = min(lines.count, top + textRoom.rows)
            return "\(top + 1)–\(last) of \(lines.count)"
        case nil:
            return tablePosition
        }
    }

    /// The list in the words of the bar, how it is sorted, and how old what is shown of it is when nobody could be
    /// asked.
    private nonisolated var tableTitles: [String] {
        let list = list.source.title
        let sorted = self.list.narrowing.sort.first.map { list + " · by " + $0.column.title.lowercased() }
        let titles = [sorted, list].compactMap(\.self)
        guard isShowingHeld || listFailure != nil && !hasStoreFailed,
            let fetchedAt = self.list.held?.progress.fetchedAt
        else { return titles }
        let minute = "as of " + MomentText.minute(of: fetchedAt)
        return titles.map { $0 + " · " + minute } + [minute, "as of " + MomentText.day(of: fetchedAt)]
    }

    /// How many rows there are in all, as far as is known: of a list of ids those that were found.
    private nonisolated var wholeCount: Int? {
        let isOfIDs = if case .ids = list.source.owner { true } else { false }
        if list.source.isOffline || isOfIDs && list.isComplete { return list.held?.count ?? list.count }
        return list.total
    }

    private nonisolated var tablePosition: String {
        guard let total = wholeCount else { return "" }
        // Who is asking is told whole before what is left out is told in full.
        let standing = StyledLine([session.standing(at: serverNow, isShort: true)]).columns
        let room = min(size.columns / 2, size.columns - standing - 4)
        if list.count == 0, let mark = narrowingMark(columns: max(20, room)) { return mark }
        guard list.count > 0 else { return total == 0 ? "none" : "of " + NumberText.count(total) }
        let marked = table.marks.isEmpty ? "" : NumberText.count(table.marks.count) + " marked · "
        let visible = table.shown.visible(count: list.count, rows: tableLayout.visibleRows)
        let window = NumberText.count(visible.lowerBound + 1) + "–" + NumberText.count(visible.upperBound)
        if let mark = narrowingMark(columns: max(17, room - window.count - 3)) {
            return marked + window + " · " + mark
        }
        let isFetching = pending[.page] != nil || pending[.rows] != nil
        let isPart = !wanted.isInOrderOfFetching && list.count < total
        let whole =
            isPart
            ? "\(NumberText.count(list.count)) held, \(NumberText.count(total)) in all"
            : NumberText.count(max(total, list.count))
        return marked + (isFetching ? "fetching · " : "") + window + " of " + whole
    }

    /// How fetching goes, above the footer.
    private nonisolated func drawJob(on surface: inout Surface) {
        guard let jobLine else { return }
        let line = Rect(column: 0, row: size.rows - 2, columns: size.columns, rows: 1)
        surface.fill(line, style: Style(.text, on: .bar))
        surface.write(jobLine, in: line.inset(left: 1, right: 1), on: .bar)
    }

    private nonisolated func drawNotice(on surface: inout Surface) {
        for (index, span) in noticeLines.enumerated() {
            let line = Rect(column: 0, row: 1 + index, columns: size.columns, rows: 1)
            surface.fill(line, style: Style(span.role, on: .bar))
            surface.write(
                StyledLine((index == 0 ? " ▲ " : "   ") + span.text, span.role),
                in: line,
                on: .bar
            )
        }
    }

    /// What stands where the rows would be.
    private nonisolated var emptyNotice: [StyledLine] {
        if let listFailure {
            return TerminalText.wrapped(listFailure.text, to: max(1, size.columns - 4))
                .map { StyledLine($0, listFailure.role) } + [StyledLine("Press r to ask again.", .muted)]
        }
        if wanted.isNarrowing, list.held?.count ?? 0 > 0 {
            return [
                StyledLine(list.isCounted ? "No row is left." : "Looking…", .muted),
                StyledLine("Press Esc to show all again.", .muted),
            ]
        }
        if list.source.isOffline { return [StyledLine("There is no row in the file.", .muted)] }
        if list.total == nil || !list.isComplete {
            let what = pending[.signIn] != nil ? "Signing in…" : "Fetching \(list.source.title)…"
            return [StyledLine(what, .muted)]
        }
        switch list.source.owner {
        case .ids:
            return ["None of these ids was found.", StyledLine("Press L to look at something else.", .muted)]
        case .query, .file:
            return [
                StyledLine("No observation answers this query."),
                StyledLine("Press e to change it.", .muted),
            ]
        case .mine, .person, .everyone:
            let kind = list.source.isHiddenOnly ? "obscured or private observations" : "observations"
            return [
                StyledLine("No \(kind) here."), StyledLine("Press L to look at something else.", .muted),
            ]
        }
    }

    private nonisolated func drawFooter(on surface: inout Surface) {
        let line = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        surface.fill(line, style: Style(.text, on: .bar))
        switch prompt {
        case .find(let find):
            surface.write(StyledLine(" / ", .key), in: line, on: .bar)
            find.field.draw(on: &surface, in: line.inset(left: 3, right: 1), isFocused: true)
            return
        case .filter(let filter): return filter.draw(on: &surface, in: line)
        case .box(let box): return box.draw(on: &surface, in: Rect(size).inset(top: 1))
        case .goTo(let goTo): return goTo.draw(on: &surface, in: line)
        case nil: break
        }
        if let message = message ?? waitingMessage {
            surface.write(StyledLine(" " + message.text, message.role), in: line, on: .bar)
        } else {
            let version = StyledLine("inatty \(Version.current) ", .muted)
            if hintsLine.right < line.right - 1 {
                surface.write(version, in: line, on: .bar, alignment: .trailing)
            }
            drawKeyHints(on: &surface, in: hintsLine, hints: hints)
        }
    }

    /// Where the hints stand: beside the version where there is room for both.
    private nonisolated var hintsLine: Rect {
        let line = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
        let keys = line.inset(left: 1, right: "inatty \(Version.current) ".count + 2)
        let isRoomy = hints.map { $0.columns + 2 }.reduce(0, +) <= keys.columns
        return isRoomy ? keys : line.inset(left: 1, right: 1)
    }

    /// The hints in their places, for clicks.
    nonisolated var placedHints: [PlacedKeyHint] { layoutKeyHints(in: hintsLine, hints: hints) }

    /// The commands that the footer tells of, from left to right: those that can do something now.
    nonisolated var hintedCommands: [CommandID] { hinted.map(\.command.id) }

    private nonisolated var hints: [KeyHint] {
        hinted.map { command, key in
            KeyHint(key: command.id == .moveDown && key == .down ? "↑↓" : key.label, title: command.title)
        }
    }

    private nonisolated var hinted: [(command: Command, key: Key)] {
        CommandTable.commands(in: context)
            .filter { $0.footer != nil && reason(against: $0.id) == nil }
            .sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
            .compactMap { command in
                preferences.keys.keys(for: command.id, in: context).first.map { (command, $0) }
            }
    }
}
