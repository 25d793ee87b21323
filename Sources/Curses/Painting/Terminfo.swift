import CNcurses
import Glibc

/// What the terminfo entry says of the terminal that ncurses set up last.
enum Terminfo {
    /// A string capability without its padding; nil where the terminal lacks it.
    static func string(_ name: String) -> [UInt8]? {
        guard let text = unsafe curses_capability(name) else { return nil }
        return unsafe withoutPadding(bytes(of: text))
    }

    /// A string capability with two numbers in it, such as `cup` with row and column.
    static func string(_ name: String, _ first: Int, _ second: Int) -> [UInt8]? {
        guard let capability = unsafe curses_capability(name),
            let text = unsafe curses_expand(capability, Int32(clamping: first), Int32(clamping: second))
        else { return nil }
        return unsafe withoutPadding(bytes(of: text))
    }

    /// Whether a capability that may be a flag, a number or a text is there.
    static func has(_ name: String) -> Bool {
        unsafe tigetflag(name) > 0 || tigetnum(name) > 0 || curses_capability(name) != nil
    }

    /// A number; negative where the terminal lacks it.
    static func number(_ name: String) -> Int {
        unsafe Int(tigetnum(name))
    }

    /// Terminals of today need no pauses: `$<5>` and the like are dropped.
    nonisolated static func withoutPadding(_ capability: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < capability.count {
            let rest = capability[index...]
            if rest.starts(with: [0x24, 0x3C]), let end = rest.firstIndex(of: 0x3E) {
                index = end + 1
            } else {
                result.append(capability[index])
                index += 1
            }
        }
        return result
    }

    private static func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
        unsafe UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:))
    }
}
