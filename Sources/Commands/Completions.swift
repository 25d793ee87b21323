import ArgumentParser

/// `inatty completions`: what a shell needs to complete the words of this program.
struct Completions: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the script with which a shell completes commands, options and their values.",
        discussion: """
            Put it where the shell looks, and start a new shell:

            bash  ~/.local/share/bash-completion/completions/inatty (needs the package bash-completion)
            zsh   a file _inatty in a folder of $fpath that is named before compinit runs in ~/.zshrc
            fish  ~/.config/fish/completions/inatty.fish

            Logins of kept accounts and names of saved queries are completed from this computer's files. No server is \
            asked.

            Examples:
              inatty completions bash > ~/.local/share/bash-completion/completions/inatty
              inatty completions zsh > ~/.zfunc/_inatty
              inatty completions fish > ~/.config/fish/completions/inatty.fish
            """
    )

    /// The shells that there is a script for.
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish

        fileprivate var script: String {
            switch self {
            case .bash: Inatty.completionScript(for: .bash) + "\n" + Self.bashTail
            case .zsh: Inatty.completionScript(for: .zsh).replacing(Self.zshOffer, with: Self.zshOffers)
            case .fish: Inatty.completionScript(for: .fish)
            }
        }

        /// In `taxon:` bash would escape the colon as in the name of a file, and put a space after it, so that the
        /// value were another word.
        private static let bashTail = """

            _inatty_with_colons() {
                _inatty "${@}"
                if [[ "${COMPREPLY[0]}" = *:* && ! -e "${COMPREPLY[0]}" ]]; then
                    compopt +o filenames
                    [[ "${#COMPREPLY[@]}" -eq 1 && "${COMPREPLY[0]}" = *: ]] && compopt -o nospace
                fi
            }

            complete -o filenames -F _inatty_with_colons inatty
            """

        /// The same in zsh: how the parser's script offers candidates, and how it is to offer them.
        private static let zshOffer = "_describe -V '' non_empty_completions -- empty_completions"
        private static let zshOffers = """
            local -ar finished=("${(@)non_empty_completions:#*:}")
                local -ar begun=("${(@M)non_empty_completions:#*:}")
                _describe -V '' finished -- begun -S '' -- empty_completions
            """
    }

    @Argument(help: "The shell.")
    var shell: Shell

    func execute() async throws {
        try await reportingErrors { try output(shell.script) }
    }
}
