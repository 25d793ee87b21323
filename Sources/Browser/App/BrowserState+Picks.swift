internal import INaturalist
internal import TerminalUI

/// Lists that one picks from: help, the commands, what to copy and what to open.
extension BrowserState {
    nonisolated mutating func showHelp() -> [Effect] {
        push(.pick(PickScreen(.help, from: context, keys: preferences.keys, reason: reason(against:))))
    }

    nonisolated mutating func showCommands() -> [Effect] {
        push(.pick(PickScreen(.commands, from: context, keys: preferences.keys, reason: reason(against:))))
    }

    nonisolated mutating func showCopyMenu() -> [Effect] {
        guard !targets.isEmpty else { return tell("There is nothing to copy.") }
        return push(.pick(PickScreen(.copy, from: context)))
    }

    nonisolated mutating func showOpenMenu() -> [Effect] {
        guard !targets.isEmpty else { return tell("There is no observation to open.") }
        return push(.pick(PickScreen(.open, from: context)))
    }

    /// Does what was picked, where the list was called from.
    nonisolated mutating func take(_ choice: PickScreen.Choice) -> [Effect] {
        guard case .pick(let screen) = screens.last else { return [] }
        switch choice {
        case .sign: return []
        case .command(let command, let place):
            guard place == screen.origin else {
                return tell("That is a command of another screen: “\(place.title)”.", .warning)
            }
            pop()
            return perform(command)
        case .action(let action):
            pop()
            return act(action)
        }
    }
}
