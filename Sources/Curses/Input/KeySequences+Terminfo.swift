import CNcurses
import TerminalUI

extension KeySequences {
    /// Capabilities by terminfo's names (terminfo(5), and user_caps(5) for the modified ones) and their keys.
    nonisolated private static let capabilities: [(name: String, key: Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
            ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
            ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
            ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
            ("kUP", .shiftUp), ("kDN", .shiftDown),
            ("kUP5", .controlUp), ("kDN5", .controlDown), ("kLFT5", .controlLeft), ("kRIT5", .controlRight),
            ("kHOM5", .controlHome), ("kEND5", .controlEnd),
            ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
        ] + (1...12).map { ("kf\($0)", .function($0)) }

    /// What the keys of the terminal that ncurses set up last send, as its terminfo entry tells.
    static func ofCurrentTerminal() -> KeySequences {
        var sequences = KeySequences()
        for (name, key) in capabilities {
            if let bytes = Terminfo.string(name) { sequences.insert(bytes, key) }
        }
        return sequences
    }
}
