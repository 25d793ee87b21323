package import TerminalUI

/// A list to pick something to do from: every key, the commands by name, what to copy, what to open.
package nonisolated struct PickScreen: Sendable {
    /// What it is for.
    package enum Purpose: Sendable, Hashable {
        /// Every key of every screen, the one that it was called from first.
        case help
        /// The commands of the screen that it was called from, to be found by name.
        case commands
        /// What to copy of an observation.
        case copy
        /// What to open of an observation.
        case open
    }

    /// Something that can be picked.
    package enum Choice: Sendable, Hashable {
        /// A command, where it applies.
        case command(CommandID, Context)
        /// Something to do with the observations that commands are about.
        case action(RowAction)
        /// What a sign means; there is nothing to do.
        case sign(Int)
    }

    /// What it is for.
    package let purpose: Purpose
    /// Where it was called from.
    package let origin: Context
    private var list: PickList<Choice>
    /// The letters that choose at once, in menus.
    private let letters: [Character: Choice]

    /// - Parameters:
    ///   - origin: where it is called from.
    ///   - keys: which key does what.
    ///   - reason: why a command can do nothing now.
    package init(
        _ purpose: Purpose,
        from origin: Context,
        keys: KeyMap = .standard,
        reason: (CommandID) -> String? = { _ in nil }
    ) {
        self.purpose = purpose
        self.origin = origin
        letters = PickChoices.letters(purpose)
        list = PickList(
            PickChoices.items(purpose, from: origin, keys: keys, reason: reason),
            isFiltering: letters.isEmpty,
            hint: purpose == .help ? "a key, or what it does" : "a command"
        )
    }

    /// Where the keyboard is while it is shown.
    package var context: Context {
        switch purpose {
        case .help: .help
        case .commands: .palette
        case .copy, .open: .menu
        }
    }

    /// What the bar calls it.
    package var title: String {
        switch purpose {
        case .help: "help"
        case .commands: "commands"
        case .copy: "copy"
        case .open: "open"
        }
    }

    /// What the cursor is on.
    package var selected: Choice? { list.selected }

    /// What can be picked, in order, for who cannot see the list drawn.
    package var items: [PickItem<Choice>] { list.items }

    /// Typing what to look for, or the letter of a choice.
    ///
    /// - Returns: what was chosen by its letter.
    package mutating func handle(_ event: InputEvent) -> Choice? {
        if case .key(.character(let letter)) = event, let choice = letters[letter] { return choice }
        _ = list.handle(event)
        return nil
    }

    /// What follows from what was typed, once for all keys that come at once.
    package mutating func settle() { list.settle() }

    /// Escape: takes back what was typed, before anything is left.
    ///
    /// - Returns: whether there was something.
    package mutating func back() -> Bool { list.clear() }

    /// Moves the cursor.
    ///
    /// - Parameter rect: where it is drawn.
    package mutating func move(by rows: Int, in rect: Rect) { list.move(by: rows, in: rect) }

    /// Moves view and cursor by so many pages.
    package mutating func page(by pages: Int, in rect: Rect) { list.page(by: pages, in: rect) }

    /// Moves the view, as a wheel does.
    package mutating func scroll(by rows: Int, in rect: Rect) { list.scroll(by: rows, in: rect) }

    /// A click selects; in a menu, and the second of two, it chooses.
    package mutating func click(_ mouse: MouseEvent, in rect: Rect) -> Choice? {
        let choice = list.click(mouse.position, in: rect)
        return mouse.kind == .doublePress || context == .menu ? choice : nil
    }

    /// - Parameter rect: the whole screen but the bar and the footer.
    package func draw(on surface: inout Surface, in rect: Rect) { list.draw(on: &surface, in: rect) }
}
