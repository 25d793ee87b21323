import TerminalUI
import Testing

@testable import Browser

@Suite struct KeyMapTests {
    @Test func `a key that is bound otherwise does that and nothing else, and is the one that is shown`() {
        let keys = KeyMap([KeyMap.Change(.function(7), in: .table, to: .sort)])
        #expect(keys.command(for: .function(7), in: .table) == .sort)
        #expect(keys.keys(for: .sort, in: .table) == [.function(7), .character("s")])
        #expect(keys.command(for: .function(7), in: .detail) == nil)
    }

    @Test func `a key that had a command loses it`() {
        let keys = KeyMap([KeyMap.Change(.character("s"), in: .table, to: .filter)])
        #expect(keys.command(for: .character("s"), in: .table) == .filter)
        #expect(keys.keys(for: .sort, in: .table).isEmpty)
        #expect(keys.keys(for: .filter, in: .table).first == .character("s"))
    }

    @Test func `a key can be bound to nothing`() {
        let keys = KeyMap([KeyMap.Change(.character("X"), in: .tokens, to: nil)])
        #expect(keys.command(for: .character("X"), in: .tokens) == nil)
        #expect(keys.command(for: .character("X"), in: .accounts) == .signOut)
    }

    @Test func `a command that does not apply in a place is not bound there`() {
        let keys = KeyMap([KeyMap.Change(.character("s"), in: .table, to: .confirm)])
        #expect(keys.command(for: .character("s"), in: .table) == .sort)
    }

    @Test func `a letter stays a letter where text is typed`() {
        let keys = KeyMap([KeyMap.Change(.character("s"), in: .query, to: .saveQuery)])
        #expect(keys.command(for: .character("s"), in: .query) == nil)
        #expect(keys.keys(for: .saveQuery, in: .query) == [.control("s")])
    }

    /// The keys of a keyboard, as the tests name them.
    static let all: [Key] =
        "abcxyzABCXYZ0129?/&#:!+-*~[]".map(Key.character) + "acdhlpz".map(Key.control)
        + [
            .character(" "), .alt("x"), .function(1), .function(12), .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .shiftUp,
            .shiftDown, .shiftLeft, .shiftRight, .controlLeft, .controlRight, .controlUp, .controlDown,
            .controlHome, .controlEnd,
        ]

    @Test(arguments: all) func `every key has a name in the configuration that leads back to it`(_ key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test(arguments: [
        ("Ctrl-F", Key.control("f")), ("ctrl-f", .control("f")), ("C-f", .control("f")),
        ("space", .character(" ")),
        ("ESC", .escape), ("pgdn", .pageDown), ("f5", .function(5)), ("^", .character("^")),
        ("F", .character("F")),
        ("Alt-Q", .alt("Q")),
    ]) func `keys can be named in other ways, too`(_ name: String, _ key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(
        arguments: ["", "  ", "F0", "F25", "F", "Ctrl-", "Ctrl-1", "^Home", "Hyper-x", "ab", "Alt-xy"].filter
        { $0 != "F" }
    )
    func `what is no key is none`(_ name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test(arguments: CommandID.allCases) func `every command has a name that leads back to it`(
        _ id: CommandID
    ) {
        #expect(CommandID(name: id.name) == id)
        #expect(id.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }

    @Test(arguments: Context.allCases) func `every place has a name that leads back to it`(_ context: Context)
    {
        #expect(Context(name: context.name) == context)
    }
}
