internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// What plain mode tells of each screen. It is taken from what the screen knows, not from what it draws; a screen that
/// has no case here is told as it is drawn.
nonisolated extension BrowserState {
    var plainContent: PlainContent {
        if prompt != nil { return promptContent }
        let title = context.title
        return switch screens.last {
        case nil: tableContent
        case .detail(let screen):
            PlainContent(
                title: "Observation \(screen.id)",
                // A face of which there is nothing to say.
                body: .text(plainText.filter { $0 != "you" })
            )
        case .tokens, .signOut, .messages: PlainContent(title: title, body: .text(plainText))
        case .signIn(let screen): signInContent(screen)
        case .chooser(let screen):
            PlainContent(title: title, body: .form(PlainField.fields(of: screen.form)))
        case .accounts(let screen): accountsContent(screen)
        case .sort(let screen): sortContent(screen)
        case .facets(let screen): facetsContent(screen)
        case .changes(let screen): changesContent(screen)
        case .jobs:
            PlainContent(
                title: title,
                about: jobs.isEmpty ? ["Nothing is being fetched."] : [],
                body: .list(jobs.map { plainLine(of: $0) }, selected: nil)
            )
        case .query(let screen): queryContent(screen)
        case .pick(let screen): pickContent(screen)
        case .columns(let screen): columnsContent(screen)
        case .export(let screen) where screen.isAsking:
            PlainContent(
                title: title,
                about: screen.remark.map { [$0.text] } ?? [],
                body: .form(PlainField.fields(of: screen.form))
            )
        default: PlainContent(title: title, body: .text(plainDrawing))
        }
    }

    /// Who is asking: `observer, JWT, proved, kept in the keyring`.
    var plainStanding: String {
        if list.source.isOffline { return "The rows are those of a file: nobody is asked." }
        if isShowingHeld, let heldAccount { return "As \(heldAccount.login), not signed in." }
        return "As " + PlainText.line(session.standing(at: serverNow).text) + "."
    }

    /// The table as it stands on the screen while it has no row: why that is, and what to do.
    private var tableContent: PlainContent {
        var about = [plainStanding]
        if let mark = narrowingMark(columns: 1_000) {
            about.append("Only " + PlainText.line(mark) + ".")
        }
        let keys = wanted.sort.map {
            $0.column.title.lowercased() + ", " + $0.column.direction(descending: $0.descending)
        }
        if !keys.isEmpty { about.append("Sorted by " + keys.joined(separator: "; then by ") + ".") }
        let title = Context.table.title + ": " + PlainText.line(list.source.title)
        guard list.count > 0 else {
            let rect = tableLayout.table
            let lines = Array(plainSurface.lines[rect.top..<rect.bottom].dropFirst())
            return PlainContent(title: title, about: about, body: .text(PlainText.lines(lines)))
        }
        return PlainContent(title: title, about: about, body: .table(count: list.count))
    }

    private var promptContent: PlainContent {
        let title = context.title
        switch prompt {
        case .find: return PlainContent(title: title, about: ["Type the words to find."], body: .line)
        case .filter(let filter):
            let words = filter.words.isEmpty ? "all rows are shown" : "now “\(filter.words)”"
            let about = "Type the words that the rows shall have; \(words)."
            return PlainContent(
                title: title,
                about: [filter.limitRemark, about].compactMap(\.self),
                body: .line
            )
        case .goTo(let goTo):
            let about = [goTo.problem, "Type an id, or the address of an observation's page."]
            return PlainContent(title: title, about: about.compactMap(\.self), body: .line)
        case .box(let box):
            let lines = Self.drawn(rows: BoxPrompt.rows(columns: Self.wide)) { box.draw(on: &$0, in: $1) }
            return PlainContent(title: title, about: lines, body: .line)
        default:
            let lines = PlainText.lines(Array(plainSurface.lines.suffix(1)))
            return PlainContent(title: title, about: lines, body: .line)
        }
    }

    /// A row of the table in words.
    func plainRow(_ row: Int) -> String {
        guard let entry = list.entry(at: row) else { return "not at hand yet" }
        let mark = table.marks.contains(entry.observation.id) ? "marked, " : ""
        return mark
            + PlainRow(
                entry: entry,
                identity: shownIdentity,
                notation: preferences.notation,
                namesObserver: list.source.owner != .mine
            ).text
    }

    /// What the bar explains and the foot says, a text each.
    var plainNotes: (message: String?, notices: [String]) {
        var notices: [(text: String, role: Role)] = []
        for span in noticeLines {
            // Lines of one role are taken for one notice that was wrapped.
            if let last = notices.last, last.role == span.role {
                notices[notices.count - 1].text = last.text + " " + span.text
            } else {
                notices.append((span.text, span.role))
            }
        }
        return ((message ?? waitingMessage)?.text, notices.map(\.text))
    }

    // MARK: - The cursor

    /// Which of the fields has the keyboard, counted from the first that is shown.
    var plainFocus: Int? {
        switch screens.last {
        case .signIn(let screen): PlainField.focus(of: screen.form)
        case .chooser(let screen): PlainField.focus(of: screen.form)
        case .export(let screen): PlainField.focus(of: screen.form)
        default: nil
        }
    }

    /// Puts the cursor of the table on a row.
    ///
    /// - Parameter row: from 0; the nearest one there is.
    mutating func select(row: Int) -> [Effect] {
        let effects = stopAtEnd()
        table.position.moveTo(row, count: list.count, visible: tableLayout.visibleRows)
        return effects
    }

    // MARK: - What is drawn

    /// The lines of a scrolling text, whole.
    var plainText: [String] { PlainText.lines(text.lines.map(\.text)) }

    /// What the screen shows between its bar and its footer, for screens that nothing else is known of.
    var plainDrawing: [String] {
        PlainText.lines(Array(plainSurface.lines.dropFirst(body.top).prefix(body.rows)))
    }

    private var plainSurface: Surface {
        var surface = Surface(size: size)
        draw(on: &surface)
        return surface
    }

    /// Wide enough that no sentence is wrapped or cut.
    static let wide = 400

    /// The lines that something draws on a surface of its own.
    static func drawn(rows: Int, _ draw: (inout Surface, Rect) -> Void) -> [String] {
        var surface = Surface(size: Size(columns: wide, rows: rows))
        draw(&surface, Rect(surface.size))
        return PlainText.lines(surface.lines)
    }
}
