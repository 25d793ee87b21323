import TerminalUI
import Testing

@testable import Browser

/// Help that is searched and does what it tells of, the commands by name, and menus.
@Suite struct PickTests {
    @Test func `help lists every command of every place with its keys, this screen's first`() throws {
        var state = try World.browser()
        state.press(.character("?"))
        guard case .pick(let screen)? = state.screens.last else {
            Issue.record("there is no help")
            return
        }
        for context in Context.allCases where context != .help {
            for command in CommandTable.commands(in: context) {
                let item = screen.items.first { $0.id == .command(command.id, context) }
                let keys = KeyMap.standard.keys(for: command.id, in: context).map(\.label)
                #expect(item?.trailing == keys.joined(separator: " "))
                #expect(item?.group == context.title)
            }
        }
        #expect(screen.items.first?.group == "Observations")
    }

    @Test func `what is typed in help narrows it, Enter does what it found, Escape goes back in two steps`()
        throws
    {
        var state = try World.browser()
        state.press(.character("?"))
        state.type("invert")
        state.press(.enter)
        #expect(state.context == .table)
        #expect(state.table.marks.count == 7)
        state.press(.character("?"))
        state.type("zzzz")
        #expect(state.screenText.contains("zzzz"))
        state.press(.escape)
        #expect(state.context == .help)
        state.press(.escape)
        #expect(state.context == .table)
    }

    @Test func `a command of another screen is told of and not done`() throws {
        var state = try World.browser()
        state.press(.character("?"))
        state.type("turn round")
        state.press(.enter)
        #expect(state.context == .help)
        #expect(state.message?.text == "That is a command of another screen: “Sort”.")
    }

    @Test(arguments: [Key.character(":"), .control("p")])
    func `a command is found by a few letters of its name`(_ key: Key) throws {
        var state = try World.browser()
        state.press(key)
        #expect(state.context == .palette)
        state.type("cnts")
        state.press(.enter)
        #expect(state.context == .facets)
    }

    @Test func `a command that can do nothing now says why`() throws {
        var state = try World.browser()
        state.press(.character(":"))
        state.type("unmark")
        #expect(state.screenText.contains("No row is marked. Space marks one."))
        state.press(.enter)
        #expect(state.message?.text == "No row is marked. Space marks one.")
    }

    @Test func `the keys that a person has bound are the ones that help tells of`() throws {
        var state = try World.browser()
        state.preferences.keys = KeyMap([.init(.function(9), in: .table, to: .sort)])
        state.press(.function(9))
        #expect(state.context == .sort)
        state.press(.escape, .character("?"))
        state.type("sort")
        #expect(state.screenText.contains("F9 s"))
    }

    @Test(arguments: RowAction.Copied.allCases)
    func `everything in the menu can be copied by its letter, and what tells the truth warns`(
        _ copied: RowAction.Copied
    ) throws {
        var state = try World.browser()
        let effects = state.press(.character("y"), .character(copied.key))
        guard case .copy(let text, let said)? = effects.first else {
            Issue.record("nothing was copied: \(effects)")
            return
        }
        #expect(state.context == .table)
        #expect(text.contains("41.602") == copied.tellsTruth)
        #expect((said.role == .warning) == copied.tellsTruth)
        #expect(said.text.contains("Mind where you paste it.") == copied.tellsTruth)
    }

    @Test func `the map is opened at either point, and only at one that is known`() throws {
        var state = try World.browser()
        #expect(
            state.press(.character("O"), .character("m"))
                == [
                    .openWebPage(
                        "https://www.openstreetmap.org/?mlat=41.65104&mlon=-93.71288#map=11/41.65104/-93.71288"
                    )
                ]
        )
        state.press(.down, .down)
        #expect(state.press(.character("O"), .character("M")).isEmpty)
        #expect(state.message?.text == "The true point is not known to this identity.")
    }

    @Test func `help gives the line back that was typed`() throws {
        var browser = try World.browser()
        browser.press(.character("/"))
        browser.type("turt")
        browser.press(.function(1), .escape)
        #expect(browser.context == .find)
    }
}
