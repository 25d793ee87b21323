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
}
