import CNcurses
import CTerminalGuard
import Glibc
package import TerminalUI

/// The terminal while the program has it: raw modes, the second screen, mouse reports.
///
/// It gives the terminal back when it ends, and the guard behind it does so on every signal and crash. Never let
/// the function that owns it end in `exit()`: the session would end after its last use, before later statements.
package struct TerminalSession: ~Copyable {
    /// What screens see of the terminal.
    package let display: CursesDisplay

    /// Takes the terminal at standard input and output. Nothing is written before the first frame.
    ///
    /// - Parameters:
    ///   - theme: how roles look.
    ///   - colours: whether to use colours.
    ///   - mouse: whether to have the mouse reported; the terminal's own selection then needs Shift.
    ///   - usesASCII: whether ASCII signs are drawn although the terminal takes others.
    ///   - environment: for TERM, NO_COLOR, ESCDELAY and TMUX.
    /// - Throws: `TerminalError` if there is no terminal, or none that is known; nothing is changed then.
    package init(
        theme: Theme = .dark,
        colours: ColourChoice = .automatic,
        mouse: Bool = true,
        usesASCII: Bool = false,
        environment: [String: String]
    ) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1 else { throw .notTerminal(stream: "Standard input") }
        guard isatty(STDOUT_FILENO) == 1 else { throw .notTerminal(stream: "Standard output") }
        guard let name = environment["TERM"], !name.isEmpty else { throw .unnamed }
        let isUnicode = Self.takeLocale(environment) && !usesASCII
        guard terminal_guard_install(STDIN_FILENO, STDOUT_FILENO) else {
            throw errno == EBUSY ? .busy : .failed("reading the terminal's modes")
        }
        do {
            let output = TerminalOutput(descriptor: STDOUT_FILENO)
            let cells = output.size ?? (80, 24)
            let painter = try CursesPainter(
                terminal: name,
                size: Size(columns: cells.columns, rows: cells.rows),
                theme: theme,
                colours: colours,
                isUnicode: isUnicode,
                environment: environment
            )
            display = try CursesDisplay(
                painter: painter,
                output: output,
                name: name,
                mouse: mouse,
                environment: environment
            )
        } catch {
            terminal_guard_remove()
            throw error
        }
    }

    deinit {
        let display = display
        MainActor.assumeIsolated { display.end() }
    }

    /// Takes the characters of the person's locale, and nothing else of it: numbers keep their point.
    /// - Returns: whether these are UTF-8.
    private static func takeLocale(_ environment: [String: String]) -> Bool {
        // A locale that is not installed here, as ssh brings along; its name still says what the terminal takes.
        if unsafe setlocale(LC_CTYPE, "") == nil, namesUTF8(environment) {
            unsafe setlocale(LC_CTYPE, "C.UTF-8")
        }
        return unsafe String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8"
    }

    /// Whether the locale's name says that the terminal takes UTF-8.
    package static func namesUTF8(_ environment: [String: String]) -> Bool {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name?.lowercased().filter { $0 != "-" }.contains("utf8") ?? false
    }
}
