import Browser
import TerminalUI
import Testing

@testable import BrowserConfiguration

/// What `bind` makes of the keys.
struct BindingTests {
    private func keys(_ text: String) -> KeyMap {
        let configuration = Configuration(text: text, file: "/f")
        #expect(configuration.problems.isEmpty, "\(configuration.problems)")
        return configuration.preferences.keys
    }

    @Test("A key does what it is bound to in its place, and goes on doing what it did elsewhere")
    func place() {
        let keys = keys("bind: {table: {\"j\": find}}")
        #expect(keys.command(for: .character("j"), in: .table) == .find)
        #expect(keys.command(for: .character("j"), in: .detail) == .moveDown)
        #expect(keys.keys(for: .find, in: .table).first == .character("j"))
        #expect(!keys.keys(for: .moveDown, in: .table).contains(.character("j")))
    }

    @Test("none takes away what a key does")
    func none() {
        let keys = keys("bind: {table: {\"j\": none}}")
        #expect(keys.command(for: .character("j"), in: .table) == nil)
        #expect(keys.command(for: .down, in: .table) == .moveDown)
    }

    @Test("Everywhere is each place where the command applies and the key can be bound")
    func everywhere() {
        let keys = keys("bind: {everywhere: {F9: redraw, \"Z\": help, F8: open}}")
        for context in Context.allCases {
            #expect(keys.command(for: .function(9), in: context) == .redraw)
            let isHelp = KeyMap.standard.keys(for: .help, in: context) != [] && !context.takesText
            #expect((keys.command(for: .character("Z"), in: context) == .help) == isHelp)
            #expect((keys.command(for: .function(8), in: context) == .open) == (context == .table))
        }
    }

    @Test(
        "What is said of a place goes before what is said of everywhere, in whatever order",
        arguments: [
            "bind: {everywhere: {F9: redraw}, table: {F9: find}}",
            "bind: {table: {F9: find}, everywhere: {F9: redraw}}",
        ]
    )
    func precedence(_ text: String) {
        let keys = keys(text)
        #expect(keys.command(for: .function(9), in: .table) == .find)
        #expect(keys.command(for: .function(9), in: .detail) == .redraw)
    }

    @Test(
        "A key can be written in several ways",
        arguments: [
            ("^X", "Ctrl-x"), ("^x", "C-X"), ("Esc", "Escape"), ("PgUp", "pageup"), ("space", "Space"),
            ("f4", "F4"),
            ("alt-x", "Alt-x"),
        ]
    )
    func spellings(_ one: String, _ other: String) {
        let first = keys("bind: {table: {\"\(one)\": find}}").changes
        #expect(first.count == 1)
        #expect(first == keys("bind: {table: {\"\(other)\": find}}").changes)
    }

    @Test("A place may lose its key for quitting when it gets another one in the same file")
    func wayOut() {
        let keys = keys("bind: {table: {\"q\": none, ^C: none, F10: quit}}")
        #expect(keys.keys(for: .quit, in: .table) == [.function(10)])
    }

    @Test("What would leave no way out is passed over where it would, and holds elsewhere")
    func passedOver() {
        let configuration = Configuration(text: "bind: {everywhere: {^C: none}}", file: "/f")
        // On the table q quits as well.
        let problem = configuration.problems.first
        #expect(configuration.problems.count == 1)
        #expect(problem?.fault.hasPrefix("This would leave no key for “quit” in: ") == true)
        #expect(problem?.fault.contains("table") == false)
        let keys = configuration.preferences.keys
        #expect(keys.command(for: .control("c"), in: .table) == nil)
        #expect(keys.command(for: .control("c"), in: .detail) == .quit)
    }

    @Test(
        "Every command can be bound in every place where it applies, and nowhere else",
        arguments: Context.allCases
    )
    func all(_ context: Context) {
        let applying = Set(CommandTable.commands(in: context).map(\.id))
        for command in CommandID.allCases {
            let text = "bind: {\(context.name): {F24: \(command.name)}}"
            let configuration = Configuration(text: text, file: "/f")
            #expect(configuration.problems.isEmpty == applying.contains(command))
            let bound = configuration.preferences.keys.command(for: .function(24), in: context)
            #expect(bound == (applying.contains(command) ? command : nil))
        }
    }
}
