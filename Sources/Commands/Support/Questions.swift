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
                guard isConversation, let text = TerminalPrompt.line(question), !text.isEmpty else {
                    throw UsageError(description: "Nothing was given for “\(question)”.")
                }
                return text
            },
            secret: { question in
                guard isConversation else { return Secret(bytes: StandardInput.secret()) }
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
    /// Everything up to its end, or a megabyte: no token is longer.
    static func secret() -> SecretBytes {
        var builder = SecretBuilder()
        var byte: UInt8 = 0
        while builder.count < 1 << 20 {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { break }
            builder.append(byte)
        }
        return builder.secret
    }
}
