import Coordinates
import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// Setting it up, leaving and coming back, other ways to use it.
extension Feature {
    static let setting = [
        Feature(
            "Keys of one's own",
            [],
            .here {
                var state = try World.browser()
                state.preferences.keys = KeyMap([.init(.function(9), in: .table, to: .sort)])
                state.press(.function(9))
                #expect(state.context == .sort)
            },
            .elsewhere(
                "BrowserConfigurationTests/BindingTests",
                "A key does what it is bound to in its place, and goes on doing what it did elsewhere"
            )
        ),
        Feature(
            "Mistakes in the configuration told with file and line",
            [],
            .elsewhere(
                "EndToEndTests/Configuration/ConfigCommandTests",
                "Two mistakes are two lines with their places, and the exit code 65"
            ),
            .elsewhere(
                "EndToEndTests/Configuration/ConfiguredJourneys",
                "A configuration with two mistakes costs two defaults, and the program starts"
            )
        ),
        Feature(
            "The last session comes back",
            [],
            .here {
                var changed = Preferences()
                changed.units = .feet
                changed.columns.move(.observer, by: 2)
                let memory = SessionMemory(
                    account: 7,
                    list: ListSource(.mine),
                    sort: [],
                    selected: 9_104,
                    splitRows: nil,
                    preferences: changed,
                    configured: Preferences()
                )
                var later = Preferences()
                memory.apply(to: &later)
                #expect(later.units == .feet && later.columns == changed.columns)
                #expect(memory.selected(for: 7) == 9_104)
            },
            .elsewhere("BrowserTests/Memory/SessionMemoryFileTests", "a query is found again, its order too")
        ),
        Feature(
            "Lines instead of a drawn screen, for screen readers",
            [],
            .elsewhere(
                "EndToEndTests/Plain/PlainJourneys",
                "A whole session: list, filter, open, token, help, quit"
            ),
            .elsewhere(
                "BrowserTests/Plain/PlainEverywhereTests",
                "every command of every place is done by its name, and all that is told is plain text"
            )
        ),
        Feature(
            "Completion in shells",
            [],
            .elsewhere(
                "EndToEndTests/Shell/CompletionTests",
                "Tab completes commands, options, values, logins and saved queries"
            )
        ),
        Feature(
            "Manual page",
            [],
            .elsewhere(
                "EndToEndTests/Shell/ManualCommandTests",
                "The manual page has nothing that mandoc warns of"
            )
        ),
    ]
}
