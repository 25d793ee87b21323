internal import TerminalUI

/// What the mouse does: nothing that a key cannot do as well.
extension BrowserState {
    nonisolated mutating func take(_ mouse: MouseEvent) -> [Effect] {
        // A frame too small to show anything has nothing to click on.
        guard isLargeEnough else { return [] }
        switch mouse.kind {
        case .wheelUp: return scroll(by: -3)
        case .wheelDown: return scroll(by: 3)
        case .press, .doublePress: return click(mouse)
        case .drag:
            guard screens.isEmpty else { return [] }
            return switch grip {
            case .split: setPane(rows: body.bottom - mouse.position.row)
            case .scrollbar: jump(toLine: mouse.position.row, in: tableLayout.table.inset(top: 1))
            case nil: []
            }
        case .release:
            grip = nil
            return []
        }
    }

    private nonisolated mutating func scroll(by rows: Int) -> [Effect] {
        if screens.isEmpty {
            let effects = stopAtEnd()
            table.position.scroll(by: rows, count: list.count, visible: tableLayout.visibleRows)
            return effects
        }
        switch screens.last {
        case .changes:
            let rect = body
            changeChanges { $0.scroll(by: rows, in: rect) }
        case .pick(var screen):
            screen.scroll(by: rows, in: body)
            screens[screens.count - 1] = .pick(screen)
        case .sort, .facets, .jobs, .query, .columns: return perform(rows < 0 ? .moveUp : .moveDown)
        case .photos: return []
        default: scrollText(by: rows)
        }
        return []
    }

    private nonisolated mutating func click(_ mouse: MouseEvent) -> [Effect] {
        count = nil
        // A release outside of the terminal is not always told of.
        grip = nil
        // A message hides the hints: the click puts it away, and does nothing that cannot be seen.
        let command = mouse.position.row == size.rows - 1 ? hint(at: mouse.position) : nil
        message = nil
        if let command { return perform(command) }
        guard let index = screens.indices.last else { return clickTable(mouse) }
        switch screens[index] {
        case .signIn(var screen):
            let decision = screen.click(mouse.position, in: body, at: now)
            screens[index] = .signIn(screen)
            return decision.map { decide($0) } ?? []
        case .chooser(var screen):
            let source = screen.click(mouse.position, in: body)
            screens[index] = .chooser(screen)
            return source.map { show($0) } ?? []
        case .accounts(var screen):
            let isHit = screen.click(mouse.position, in: body)
            screens[index] = .accounts(screen)
            return isHit && mouse.kind == .doublePress ? perform(.switchAccount) : []
        case .query(var screen):
            let decision = screen.click(mouse.position, in: body)
            screens[index] = .query(screen)
            return decision.map { decide($0) } ?? []
        case .sort(var screen):
            let isHit = screen.click(mouse.position, in: body)
            screens[index] = .sort(screen)
            return isHit && mouse.kind == .doublePress ? perform(.accept) : []
        case .facets(var screen):
            let isHit = screen.click(mouse.position, in: body)
            screens[index] = .facets(screen)
            return isHit && mouse.kind == .doublePress ? perform(.accept) : []
        case .changes(var screen):
            let isHit = screen.click(mouse.position, in: body)
            screens[index] = .changes(screen)
            return isHit && mouse.kind == .doublePress ? perform(.accept) : []
        case .jobs(var screen):
            _ = screen.click(mouse.position, in: body, jobs: jobs, at: now)
            screens[index] = .jobs(screen)
            return []
        case .pick(var screen):
            let choice = screen.click(mouse, in: body)
            screens[index] = .pick(screen)
            return choice.map { take($0) } ?? []
        case .columns(var screen):
            let isHit = screen.click(mouse.position, in: body)
            screens[index] = .columns(screen)
            return isHit && mouse.kind == .doublePress ? perform(.accept) : []
        case .export(var screen):
            let decision = screen.click(mouse.position, in: body)
            screens[index] = .export(screen)
            return decision.map { decide($0) } ?? []
        case .detail, .tokens, .signOut, .messages:
            return []
        case .photos: return perform(.next)
        }
    }

    private nonisolated mutating func clickTable(_ mouse: MouseEvent) -> [Effect] {
        guard prompt == nil || isFindingOrFiltering else { return [] }
        let layout = tableLayout
        if !layout.pane.isEmpty, mouse.position.row == layout.pane.top {
            grip = .split
            return []
        }
        if mouse.position.row == layout.table.top { return clickHeader(mouse.position) }
        let rows = layout.table.inset(top: 1)
        guard rows.contains(mouse.position) else { return [] }
        if mouse.position.column == rows.right - 1, list.count > layout.visibleRows {
            grip = .scrollbar
            return jump(toLine: mouse.position.row, in: rows)
        }
        let row = table.shown.top + mouse.position.row - rows.top
        guard row < list.count else { return [] }
        let effects = stopAtEnd()
        table.position.moveTo(row, count: list.count, visible: layout.visibleRows)
        if mouse.position.column == 0, let id = id(at: table.position) { table.marks.toggle(id) }
        return effects + (mouse.kind == .doublePress ? perform(.open) : [])
    }

    /// A click on a heading sorts by that column, and again the other way round.
    private nonisolated mutating func clickHeader(_ position: Position) -> [Effect] {
        guard let column = tableColumns.column(at: position.column - tableLayout.table.left) else {
            return []
        }
        return narrow { $0.sort = SortOrder.sorted(by: column.sortColumn, from: $0.sort) }
    }

    /// A click on the scrollbar goes to that part of the list.
    private nonisolated mutating func jump(toLine line: Int, in rows: Rect) -> [Effect] {
        let effects = stopAtEnd()
        let visible = tableLayout.visibleRows
        let top = Scrollbar.top(at: line, in: rows, visible: visible, count: list.count)
        table.position.moveTo(top, count: list.count, visible: visible)
        table.position.scroll(by: top - table.position.top, count: list.count, visible: visible)
        return effects
    }

    private nonisolated var isFindingOrFiltering: Bool {
        switch prompt {
        case .find, .filter: true
        case .box, .goTo, nil: false
        }
    }

    /// The command whose hint stands at that place of the footer.
    private nonisolated func hint(at position: Position) -> CommandID? {
        guard prompt == nil, message == nil, waitingMessage == nil else { return nil }
        return placedHints.first { $0.rect.contains(position) }?.command
    }
}
