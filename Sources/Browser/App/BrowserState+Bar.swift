internal import Coordinates
internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// The line at the top: who is asking, what is looked at, and where in it one is.
extension BrowserState {
    nonisolated func drawBar(on surface: inout Surface, position: String) {
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
    nonisolated func position(in text: (lines: [StyledLine], top: Int)) -> String {
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
}
