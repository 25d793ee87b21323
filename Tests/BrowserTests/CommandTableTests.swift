import TerminalUI
import Testing

@testable import Browser

@Suite struct CommandTableTests {
    @Test(arguments: Context.allCases) func `no key does two things in one place`(_ context: Context) {
        var owners: [Key: CommandID] = [:]
        for command in CommandTable.commands(in: context) {
            for key in command.keys {
                #expect(
                    owners[key] == nil,
                    "\(key.label) is \(owners[key].map(\.rawValue) ?? "") and \(command.id)"
                )
                owners[key] = command.id
            }
        }
    }

    @Test(arguments: CommandID.allCases) func `every command can be reached by some key`(_ id: CommandID) {
        let reachable = Context.allCases.contains { context in
            CommandTable.commands(in: context).contains { command in
                command.id == id
                    && command.keys.contains { KeyMap.standard.command(for: $0, in: context) == id }
            }
        }
        #expect(reachable)
    }

    @Test(arguments: CommandTable.all) func `every command has a key, a title and a sentence`(
        _ command: Command
    ) {
        #expect(!command.keys.isEmpty)
        #expect(!command.title.isEmpty)
        #expect(command.help.hasSuffix("."))
    }

    @Test(arguments: Context.allCases.filter(\.takesText))
    func `a key that types a character is no command where text is typed`(_ context: Context) {
        for character in "abcdefghijklmnopqrstuvwxyzSYGNJ?/&+- 0123456789" {
            #expect(KeyMap.standard.command(for: .character(character), in: context) == nil)
        }
    }

    @Test(arguments: Context.allCases) func `control-C leaves from everywhere`(_ context: Context) {
        #expect(KeyMap.standard.command(for: .control("c"), in: context) == .quit)
    }

    @Test(arguments: Context.allCases, [(80, 24), (60, 15), (12, 3), (1, 1)])
    func `every command can be given in every place without a trap`(
        _ context: Context,
        _ size: (Int, Int)
    ) throws {
        var there = try World.browser(size.0, size.1).state
        there.go(to: context)
        #expect(there.context == context)
        for command in CommandID.allCases {
            var state = there
            _ = state.perform(command)
            _ = state.update(.woke, at: World.now)
            #expect(state.drawn.size == Size(columns: size.0, rows: size.1))
        }
    }
}

extension BrowserState {
    /// Brings the browser to where the keyboard is in that context.
    mutating func go(to context: Context) {
        switch context {
        case .table: break
        case .signIn: press(.character("S"))
        case .detail: press(.enter)
        case .tokens: press(.character("a"))
        case .accounts: press(.character("A"))
        case .signOut: press(.character("a"), .character("X"))
        case .help: press(.character("?"))
        case .chooser: press(.character("L"))
        case .find: press(.character("/"))
        case .filter: press(.character("&"))
        case .box: press(.character("b"))
        case .sort: press(.character("s"))
        case .facets: press(.character("f"))
        case .changes: press(.character("c"))
        case .since: press(.character("c"), .character("s"))
        case .jobs: press(.character("J"))
        case .query: press(.character("e"))
        case .goTo: press(.character("#"))
        case .columns: press(.character("C"))
        case .palette: press(.character(":"))
        case .menu: press(.character("y"))
        case .messages: press(.character("!"))
        case .photos: _ = push(.photos(PhotoScreen(id: 9_104, photos: World.photos)))
        case .export: press(.control("s"))
        }
    }
}
