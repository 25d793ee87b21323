internal import Coordinates
internal import FoundationEssentials
internal import TerminalUI

/// What is said: what is new since it was said last.
nonisolated extension PlainDialogue {
    /// Rows and choices that are said at once.
    static let page = 10
    /// Lines of a text that are said at once.
    static let textPage = 20

    /// The lines to write now.
    ///
    /// - Parameter isAnswer: whether the person waits for them; else only what came by itself is said.
    mutating func news(isAnswer: Bool, at now: Date) -> [String] {
        self.now = now
        var lines = answers.map { PlainText.line($0) }
        answers = []
        if question != nil { return lines + notes() }
        if isAnswer || !isBusy {
            let content = content
            let isElsewhere = content.title != told.key
            if isAnswer || isElsewhere || told.page.isEmpty {
                lines += tell(content, isElsewhere: isElsewhere)
            }
        }
        lines += progress()
        lines += notes()
        if isAnswer, lines.isEmpty, !isAnswered {
            let selected = selection(in: content.body).map { "Selected: " + line($0, of: content.body) }
            lines = [selected ?? "Nothing changed. ? lists what can be typed here."]
        }
        return lines
    }

    /// What there is now.
    private var content: PlainContent {
        reading.map { PlainContent(title: $0.title, body: .text($0.lines)) } ?? state.plainContent
    }

    /// How many lines the text has.
    var lineCount: Int { if case .text(let lines) = content.body { lines.count } else { 0 } }

    private mutating func tell(_ content: PlainContent, isElsewhere: Bool) -> [String] {
        var lines: [String] = []
        if isElsewhere {
            tops[told.key] = top
            if case .text = content.body { top = 0 } else { top = tops[content.title] ?? 0 }
            lines = [content.title + "."] + content.about.map { PlainText.line($0) }
        } else {
            // Times left are others at each line; that is nothing new.
            let before = Set(told.about.map(Self.withoutDigits))
            let fresh = content.about.filter { !before.contains(Self.withoutDigits($0)) }
            lines = fresh.map { PlainText.line($0) }
        }
        told.key = content.title
        told.about = content.about
        fit(content.body)
        let page = page(of: content.body)
        let selected = selection(in: content.body)
        if case .form = content.body, !isPageAsked, !isElsewhere, page.lines.count == told.page.count {
            // Of a long form only what is other now.
            lines += zip(page.lines, told.page).filter { $0 != $1 }.map(\.0)
        } else if page.lines != told.page || isPageAsked || isElsewhere {
            lines += page.caption + page.lines + page.ending
        } else if selected != told.selected, let selected {
            lines.append("Selected: " + line(selected, of: content.body))
        }
        told.page = page.lines
        told.selected = selected
        isPageAsked = false
        return lines
    }

    static func withoutDigits(_ text: String) -> String { text.filter { !$0.isNumber } }

    // MARK: - Pages

    /// To the page after this one or before it.
    mutating func turnPage(forward: Bool) -> [Effect] {
        let content = content
        let (count, length): (Int, Int) =
            switch content.body {
            case .table(let count): (count, Self.page)
            case .list(let lines, _): (lines.count, Self.page)
            case .text(let lines): (lines.count, Self.textPage)
            case .form, .line: (0, 1)
            }
        isPageAsked = true
        guard count > 0 else { return [] }
        let target = forward ? top + length : max(0, top - length)
        guard target < count, target != top else {
            isPageAsked = false
            answers.append(forward ? "That was the last." : "That was the first.")
            return []
        }
        top = target
        switch content.body {
        case .table, .list:
            let effects = select(target + 1) ?? []
            top = target
            return effects
        case .text, .form, .line: return []
        }
    }

    /// Brings the selected row or choice into the page.
    private mutating func fit(_ body: PlainContent.Body) {
        switch body {
        case .table(let count): fit(state.table.position.selected, count)
        case .list(let lines, let selected): fit(selected ?? top, lines.count)
        case .text(let lines): top = max(0, min(top, lines.count - 1))
        case .form, .line: top = 0
        }
    }

    private mutating func fit(_ selected: Int, _ count: Int) {
        if selected < top { top = max(0, selected - Self.page + 1) }
        if selected >= top + Self.page { top = max(0, min(selected, count - Self.page)) }
    }

    private func selection(in body: PlainContent.Body) -> Int? {
        switch body {
        case .table: state.table.position.selected
        case .list(_, let selected): selected
        case .text, .form, .line: nil
        }
    }

    private func page(of body: PlainContent.Body) -> (caption: [String], lines: [String], ending: [String]) {
        switch body {
        case .table(let count):
            let rows = top..<min(count, top + Self.page)
            let caption = caption("Rows", rows, of: whole(count))
            return (caption, rows.map { line($0, of: body) }, ending(rows, count))
        case .list(let lines, _):
            guard !lines.isEmpty else { return ([], [], []) }
            let rows = top..<min(lines.count, top + Self.page)
            let caption = caption("Choices", rows, of: NumberText.count(lines.count))
            return (caption, rows.map { line($0, of: body) }, ending(rows, lines.count))
        case .text(let lines):
            let shown = top..<min(lines.count, top + Self.textPage)
            return ([], Array(lines[shown]), ending(shown, lines.count))
        case .form(let fields):
            return ([], fields.enumerated().map { "\($0 + 1). \($1.text)" }, ["A number fills a field in."])
        case .line: return ([], [], [])
        }
    }

    private func caption(_ what: String, _ rows: Range<Int>, of whole: String) -> [String] {
        ["\(what) \(rows.lowerBound + 1) to \(rows.upperBound) of \(whole):"]
    }

    /// How many rows the list has, and how many of them are here.
    private func whole(_ count: Int) -> String {
        guard state.wanted.isInOrderOfFetching, let total = state.list.total, total > count else {
            return NumberText.count(count)
        }
        return "\(NumberText.count(total)), \(NumberText.count(count)) of them fetched"
    }

    private func ending(_ shown: Range<Int>, _ count: Int) -> [String] {
        shown.upperBound < count ? ["An empty line goes on."] : []
    }

    private func line(_ row: Int, of body: PlainContent.Body) -> String {
        switch body {
        case .table: "\(row + 1). " + state.plainRow(row)
        case .list(let lines, _): "\(row + 1). " + PlainText.line(lines[row])
        case .text, .form, .line: ""
        }
    }
}
