import ArgumentParser
import BrowserConfiguration

extension ConfigCommand {
    /// `inatty config bind`
    struct Bind: MainActorCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bind a key: write the line into the configuration.",
            discussion: """
                Comments and all other lines of the file stay as they are; it is made when it is not there. inatty config \
                show names the places, and the keys and commands of each.

                Examples:
                  inatty config bind table ^X sort
                  inatty config bind everywhere F10 quit
                  inatty config bind detail h none
                """
        )

        @Argument(
            help: ArgumentHelp(
                "Where: a place such as table or detail, or everywhere.",
                valueName: "place"
            ),
            completion: .bindingPlaces
        )
        var place: String

        @Argument(
            help: "Which key: a character, ^F, Alt-x, F4, PageDown and so on.",
            completion: .bindableKeys
        )
        var key: String

        @Argument(
            help: "What it does: a command such as sort, or none.",
            completion: .bindableCommands
        )
        var command: String

        func execute() async throws {
            try await reportingErrors { try ConfigCommand.file().bind(place, key, command) }
        }
    }
}

extension CompletionKind {
    fileprivate static let bindingPlaces = custom { _, _, _ in typed(BindingNames.places) }

    /// Those whose names are longer than a character: nobody is helped with one.
    fileprivate static let bindableKeys = custom { _, _, _ in
        typed(BindingNames.keys.filter { $0.count > 1 })
    }

    /// Those that apply in the place, which is two words before.
    fileprivate static let bindableCommands = custom { words, index, _ in
        let place = words.indices.contains(index - 2) ? words[index - 2] : BindingNames.everywhere
        return typed(BindingNames.commands(in: place) + [BindingNames.none])
    }
}
