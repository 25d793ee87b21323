import TerminalUI
import Testing

@testable import Browser

/// Looks, and what is told.
extension Feature {
    static let looks = [
        Feature(
            "Themes",
            [],
            .elsewhere("TerminalUITests/ThemeTests", "a theme is found by its name"),
            .elsewhere("TerminalUITests/ThemeTests", "text can be read on its ground")
        ),
        Feature(
            "Themes of one's own",
            [],
            .elsewhere(
                "BrowserConfigurationTests/OwnThemeTests",
                "A theme of one's own looks as its base, but for what it says"
            )
        ),
        Feature(
            "The terminal's own 16 colours",
            [],
            .here {
                #expect(Theme.named("terminal") != nil)
            },
            .elsewhere(
                "TerminalUITests/ThemeTests",
                "the terminal's theme has its sixteen colours alone, and leaves ordinary text as it is"
            )
        ),
        Feature(
            "No colours where NO_COLOR is set",
            [],
            .elsewhere(
                "EndToEndTests/PlainTerminalJourneys",
                "NO_COLOR leaves bold, underline and reverse, and no colour"
            )
        ),
        Feature(
            "Messages to read again",
            [.messages],
            .here {
                var state = try World.browser()
                state.type("u!")
                #expect(state.context == .messages)
                #expect(state.screenText.contains("Points are written as degrees, minutes, seconds."))
            }
        ),
        Feature(
            "Long work has a count, and an end",
            [.fetchAll, .endJob, .jobs],
            .here {
                var state = try World.browser(showing: World.many((251...450).reversed()), total: 450)
                #expect(state.press(.character("d")).contains { $0.fetch?.lane == .job })
                #expect(state.screenText.contains("fetching 200 of 450"))
                #expect(state.press(.character("x")).contains(.cancel(.job)))
            }
        ),
    ]
}
