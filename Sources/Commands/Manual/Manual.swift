import ArgumentParser

/// `inatty manual`: the man page, made from what the program itself knows of its commands and keys.
struct Manual: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual page: every command, option, key, file and exit code.",
        discussion: """
            It is written for man, which shows it with headings and searches in it.

            Examples:
              inatty manual | man -l -
              inatty manual > ~/.local/share/man/man1/inatty.1
            """
    )

    func execute() async throws {
        try await reportingErrors {
            for line in ManualPage(of: try CommandInfo.ofProgram()).lines { try output(line) }
        }
    }
}
