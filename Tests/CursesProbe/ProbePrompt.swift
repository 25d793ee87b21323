import Curses
import Glibc
import MemoryScan

/// `CursesProbe --prompt HEX`: asks one question whose answer is not shown, and says whether the answer is the secret
/// that was announced, masked as ``Needle`` does.
nonisolated enum ProbePrompt {
    /// Asks when the arguments say so; the exit code then.
    static func run(arguments: [String]) -> Int32? {
        guard let index = arguments.firstIndex(of: "--prompt"), index + 1 < arguments.count else {
            return nil
        }
        let needle = Needle(hexadecimal: arguments[index + 1])
        do {
            guard let answer = try TerminalPrompt.secret("Secret: ") else {
                print("stopped.")
                return 130
            }
            print(answer == needle.secret ? "the whole answer." : "another answer.")
            return 0
        } catch {
            print("\(error)")
            return 75
        }
    }
}

extension Needle {
    /// A masked secret as an argument.
    nonisolated init(hexadecimal: String) {
        let digits = Array(hexadecimal.utf8)
        self.init(
            masked: stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
        )
    }
}
