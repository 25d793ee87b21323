import ArgumentParser
import Browser
import BrowserConfiguration
import Glibc
import TerminalUI

extension ConfigCommand {
    /// `inatty config path`
    struct Path: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say where the configuration is, or would be.",
            discussion: """
                Examples:
                  inatty config path
                  $EDITOR "$(inatty config path)"
                """
        )

        func execute() async throws {
            try await reportingErrors { try output(try ConfigCommand.file().path) }
        }
    }

    /// `inatty config check`
    struct Check: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what in the configuration cannot be used, and what would be right.",
            discussion: """
                Each problem is a line FILE:LINE:COLUMN: what is wrong, as editors and compilers have it. Ends with 65 when \
                there are any.

                Examples:
                  inatty config check
                  XDG_CONFIG_HOME=~/dotfiles inatty config check
                """
        )

        func execute() async throws {
            try await reportingErrors {
                let file = try ConfigCommand.file()
                let problems = file.load().problems
                for problem in problems { try output(TerminalText.sanitised(problem.description)) }
                guard problems.isEmpty else { throw ExitCode(65) }
                let path = TerminalText.sanitised(file.path)
                let isThere = access(file.path, F_OK) == 0
                try output(
                    isThere
                        ? "\(path): all of it can be used."
                        : "\(path) is not there: everything has its default."
                )
            }
        }
    }

    /// `inatty config show`
    struct Show: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the configuration in force as a whole file, with what each entry is for.",
            discussion: """
                Defaults are in it, so it is a template too. What cannot be used of the file is told on standard error. Into \
                the file itself it can go only where there is none yet: the shell empties it before it is read.

                Examples:
                  inatty config show | less
                  inatty config show > config-template.yaml
                """
        )

        func execute() async throws {
            try await reportingErrors {
                let configuration = try ConfigCommand.file().load()
                for problem in configuration.problems { complain(problem.description) }
                try output(String(configuration.text.dropLast()))
            }
        }
    }

    /// `inatty config schema`
    struct Schema: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of the configuration, for completion in editors.",
            discussion: """
                yaml-language-server, which most editors use, takes it from the first line of the file: \
                # yaml-language-server: $schema=config.schema.json

                Examples:
                  inatty config schema > ~/.config/inatty/config.schema.json
                """
        )

        func execute() async throws {
            try await reportingErrors { try output(String(ConfigurationSchema.json.dropLast())) }
        }
    }
}
