import ArgumentParser
import Browser
import Curses
import Glibc
import INaturalist
import SecretMemory

/// Questions on the terminal, or answers that are piped in.
enum Questions {
    /// - Parameter readsStandardInput: whether the secret is piped in although somebody might be asked.
    @MainActor
    static func onTerminal(readsStandardInput: Bool) -> SignInDialogue.Questions {
        let isConversation = isatty(STDIN_FILENO) == 1 && !readsStandardInput
        return SignInDialogue.Questions(
            line: { question in
                let name = String(question.reversed().drop { ": ".contains($0) }.reversed())
                guard isConversation else {
                    throw UsageError(
                        description: """
                            Standard input is not a terminal, so nobody can be asked for “\(name)”. Give it as an option \
                            or a variable: inatty auth login --help names them.
                            """
                    )
                }
                guard let text = TerminalPrompt.line(question), !text.isEmpty else {
                    throw UsageError(description: "Nothing was given for “\(name)”.")
                }
                return text
            },
            secret: { question in
                guard isConversation else { return Secret(bytes: try StandardInput.secret()) }
                guard let typed = try TerminalPrompt.secret(question) else {
                    // As a shell sees a program that Ctrl-C ended.
                    complain("stopped. Nothing was changed.")
                    throw ExitCode(130)
                }
                return Secret(bytes: typed)
            },
            tell: complain,
            isConversation: isConversation
        )
    }
}

/// What is piped into the program.
enum StandardInput {
    /// No token is longer than a megabyte.
    private static let limit = 1 << 20

    /// Everything up to its end, but for the line break that `echo` and editors put there: one, and no other blank,
    /// because a password may end with one.
    ///
    /// - Throws: `UsageError` when it cannot be read, or never seems to end.
    static func secret() throws -> SecretBytes {
        var builder = SecretBuilder()
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = String(cString: strerror(errno))
                throw UsageError(description: "Standard input could not be read: \(reason).")
            }
            guard count == 1 else { return withoutLineBreak(builder.secret) }
            guard builder.count < limit else {
                throw UsageError(description: "Standard input is longer than a megabyte; no secret is.")
            }
            builder.append(byte)
        }
    }

    private static func withoutLineBreak(_ secret: SecretBytes) -> SecretBytes {
        let length = secret.withBytes { bytes in
            guard bytes.last == 0x0A else { return 0 }
            return bytes.dropLast().last == 0x0D ? 2 : 1
        }
        return length == 0 ? secret : secret.replacing(secret.count - length..<secret.count)
    }
}
