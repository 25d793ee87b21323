internal import Accounts
internal import Coordinates
internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// The lists and forms of single screens in the words of plain mode.
nonisolated extension BrowserState {
    func signInContent(_ screen: SignInScreen) -> PlainContent {
        // What stands above and below the form: whom one signs in to, where a token is to be had, an address to open.
        let rect = Rect(Size(columns: Self.wide, rows: size.rows))
        var surface = Surface(size: rect.size)
        screen.draw(on: &surface, in: rect)
        let form = screen.body(in: rect)
        let above = surface.lines.prefix(form.top)
        let below = surface.lines.dropFirst(form.top + screen.form.usedRows(in: form))
        let address = screen.address(at: setting.addresses).map { ["Address: " + $0] } ?? []
        return PlainContent(
            title: Context.signIn.title,
            about: PlainText.lines(Array(above)) + [PlainText.lines(Array(below)).joined(separator: " ")]
                + address,
            body: .form(PlainField.fields(of: screen.form))
        )
    }

    func accountsContent(_ screen: AccountsScreen) -> PlainContent {
        let lines = (screen.accounts ?? []).map { account in
            let name = account.account.name.map { ", " + $0 } ?? ""
            let current = account.isCurrent ? ", the current one" : ""
            return
                "\(account.account.login)\(name), kept in \(account.keeping.title), \(account.way.title)\(current)"
        }
        let about: [String] =
            if let failure = screen.failure {
                [failure]
            } else if screen.accounts?.isEmpty == true {
                ["No account is kept. Type sign-in to sign in."]
            } else {
                []
            }
        return PlainContent(
            title: Context.accounts.title,
            about: about,
            body: .list(lines, selected: lines.isEmpty ? nil : screen.selected)
        )
    }

    func sortContent(_ screen: SortScreen) -> PlainContent {
        let lines = screen.columns.map { column in
            let place = screen.sort.firstIndex { $0.column == column }
            let descending = place.map { screen.sort[$0].descending } ?? column.beginsDescending
            let key = place.map { ", key \($0 + 1)" } ?? ""
            return column.title + ", " + column.direction(descending: descending) + key
        }
        let selected = screen.selectedColumn.flatMap(screen.columns.firstIndex(of:))
        let order = screen.sort.isEmpty ? ["Now by id, newest first, as the server gives them."] : []
        return PlainContent(
            title: Context.sort.title,
            about: order,
            body: .list(lines, selected: selected)
        )
    }

    func facetsContent(_ screen: FacetScreen) -> PlainContent {
        let rows = screen.rows
        let total = Double(rows.reduce(0) { $0 + $1.count })
        let shown = screen.narrowed[screen.facet]
        let lines = rows.map { row in
            let parts: [String?] = [
                screen.facet.title(of: row.value, named: row.title),
                NumberText.count(row.count) + (row.count == 1 ? " row" : " rows"),
                NumberText.share(total > 0 ? Double(row.count) / total : 0),
                screen.marked.contains(row.value) ? "marked" : nil,
                shown.map { $0.contains(row.value) ? "shown" : "left out" },
            ]
            return parts.compactMap(\.self).joined(separator: ", ")
        }
        let narrowing = screen.narrowingWords.joined(separator: "; ")
        return PlainContent(
            title: Context.facets.title + " by " + screen.facet.title.lowercased(),
            about: [narrowing.isEmpty ? "Not narrowed by any." : "Narrowed to " + narrowing + "."],
            body: .list(lines, selected: rows.firstIndex { $0.value == screen.selectedValue })
        )
    }

    func changesContent(_ screen: ChangesScreen) -> PlainContent {
        let since =
            screen.since.map { "Since " + MomentText.day(of: $0) + "." } ?? "All that was noticed."
        if let prompt = screen.prompt {
            let lines = Self.drawn(rows: 2) { prompt.draw(on: &$0, in: $1) }
            return PlainContent(title: Context.since.title, about: lines, body: .line)
        }
        let lines = screen.rows.map { row in
            let parts = [MomentText.day(of: row.noticedAt), row.name, row.words].filter { !$0.isEmpty }
            let told = row.words.contains("→") ? "" : ", " + row.values
            return parts.joined(separator: ", ") + told + (row.remark.isEmpty ? "" : ". " + row.remark)
        }
        let nothing = lines.isEmpty ? [screen.failure ?? "Nothing has changed."] : []
        return PlainContent(
            title: Context.changes.title,
            about: [since] + nothing,
            body: .list(lines, selected: screen.rows.firstIndex { $0.id == screen.selected?.id })
        )
    }

    func pickContent(_ screen: PickScreen) -> PlainContent {
        let lines = screen.items.map { item in
            let keys = item.trailing.isEmpty ? "" : " (" + item.trailing + ")"
            return item.title + keys + ": " + (item.disabledReason ?? item.detail)
        }
        return PlainContent(
            title: screen.title.prefix(1).uppercased() + screen.title.dropFirst(),
            body: .list(lines, selected: screen.items.firstIndex { $0.id == screen.selected })
        )
    }

    func columnsContent(_ screen: ColumnsScreen) -> PlainContent {
        let columns = screen.layout.columns
        let lines = columns.map { $0.id.sortColumn.title + ($0.isShown ? ", shown" : ", hidden") }
        return PlainContent(
            title: Context.columns.title,
            about: ["These are the columns of the screen; plain mode tells its own."],
            body: .list(lines, selected: columns.firstIndex { $0.id == screen.selected.id })
        )
    }

    func plainLine(of job: JobStatus) -> String {
        let parts: [String?] = [
            job.title, job.standing(at: now).text, job.counts, job.share, job.rate, job.timeLeft,
            job.usage.map { "requests " + $0.words() }, job.outcome.isEmpty ? nil : job.outcome,
        ]
        let reason: String =
            switch job.state {
            case .failed(let reason), .waiting(_, let reason): ". " + reason
            case .running, .paused, .done: ""
            }
        return PlainText.line(parts.compactMap(\.self).joined(separator: ", ") + reason)
    }

    func queryContent(_ screen: QueryScreen) -> PlainContent {
        let title = Context.query.title
        switch screen.pane {
        case .naming(let name, let problem):
            let now = name.text.isEmpty ? "" : ", now “\(name.text)”"
            let ask = "Type a name to save the query under\(now)."
            return PlainContent(
                title: "Save the query",
                about: [problem ?? name.limitRemark, ask].compactMap(\.self),
                body: .line
            )
        case .saved(let selected, let isConfirming):
            let lines = screen.saved.queries.map {
                PlainText.line($0.name) + ": " + PlainText.line($0.text)
            }
            let about =
                isConfirming
                ? ["Remove the one that is selected? Type y to remove it for good; anything else keeps it."]
                : ["A number shows one; with e behind it edits, with d removes it."]
            return PlainContent(
                title: "Saved queries",
                about: lines.isEmpty ? ["Nothing is saved yet."] : about,
                body: .list(lines, selected: lines.isEmpty ? nil : selected)
            )
        case .form:
            let statement = screen.statement.map { [$0.text] } ?? []
            return PlainContent(title: title, about: statement, body: .form(Self.queryFields(screen)))
        }
    }

    /// The line, the fields and the buttons of a query, in the order of their numbers.
    private static func queryFields(_ screen: QueryScreen) -> [PlainField] {
        let line = PlainField(
            label: QueryScreen.caption,
            kind: .text(screen.line.text),
            remark: screen.line.limitRemark ?? screen.lineProblem?.description
                ?? "The whole query as one line"
        )
        let fields = QueryField.inForm.map { field in
            let input = screen.inputs[field] ?? QueryInput(field, words: [])
            let kind: PlainField.Kind =
                switch input.content {
                case .text(let text): .text(text.text)
                case .marks(let marked, _): .marks(options: input.options, selected: marked)
                case .choice(let chosen): .choice(options: input.options, selected: chosen)
                }
            var limitRemark: String?
            if case .text(let text) = input.content { limitRemark = text.limitRemark }
            return PlainField(
                label: field.title,
                kind: kind,
                remark: limitRemark ?? screen.problem(of: field) ?? ""
            )
        }
        let buttons = QueryScreen.Button.inForm.map { PlainField(label: $0.title, kind: .button) }
        return [line] + fields + buttons
    }
}
