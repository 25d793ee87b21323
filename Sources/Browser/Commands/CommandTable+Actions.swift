internal import TerminalUI

nonisolated extension CommandTable {
    /// What is done with an observation, or with all that are marked.
    static let actions: [Command] = [
        Command(
            id: .openWebPage,
            title: "web page",
            help: "Open the observation on the website.",
            keys: [.character("o")],
            contexts: [.table, .detail],
            footer: 13
        ),
        Command(
            id: .openMenu,
            title: "open…",
            help: "Open the web page, or a map at either point.",
            keys: [.character("O")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .copyMenu,
            title: "copy",
            help: "Copy the id, the address, either point, a geo: address, or all of it as text or JSON.",
            keys: [.character("y")],
            contexts: [.table, .detail],
            footer: 7
        ),
        Command(
            id: .copyTrue,
            title: "copy true point",
            help: "Copy the true point. Mind where you paste it.",
            keys: [.character("Y")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .showPhotos,
            title: "photos",
            help: "Show the photos, in the terminal.",
            keys: [.character("p")],
            contexts: [.table, .detail],
            footer: 14
        ),
        Command(
            id: .page,
            title: "read JSON",
            help: "Read the JSON of it, as the server says it, in the program that $PAGER names.",
            keys: [.character("P")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .edit,
            title: "edit JSON",
            help:
                "Open the JSON of it in the program that $EDITOR names: a copy, from which nothing comes back.",
            keys: [.character("E")],
            contexts: [.table, .detail],
            footer: nil
        ),
        Command(
            id: .export,
            title: "export",
            help: "Write the rows, or those that are marked, to a file: CSV, GeoJSON or JSON.",
            keys: [.control("s")],
            contexts: [.table],
            footer: nil
        ),
        Command(
            id: .next,
            title: "next",
            help: "The next observation of the table.",
            keys: [.character("]"), .character("n")],
            contexts: [.detail],
            footer: 15
        ),
        Command(
            id: .previous,
            title: "previous",
            help: "The observation before.",
            keys: [.character("["), .character("N")],
            contexts: [.detail],
            footer: nil
        ),
        Command(
            id: .next,
            title: "next photo",
            help: "The next photo.",
            keys: [.right, .character("l"), .character("n"), .character(" "), .down, .character("j")],
            contexts: [.photos],
            footer: 1
        ),
        Command(
            id: .previous,
            title: "previous photo",
            help: "The photo before.",
            keys: [.left, .character("h"), .character("N"), .up, .character("k")],
            contexts: [.photos],
            footer: 2
        ),
        Command(
            id: .openWebPage,
            title: "open it",
            help: "Open the photo in the web browser.",
            keys: [.character("o"), .enter],
            contexts: [.photos],
            footer: 3
        ),
        Command(
            id: .reload,
            title: "fetch again",
            help: "Fetch the photo again.",
            keys: [.character("r"), .function(5)],
            contexts: [.photos],
            footer: 4
        ),
    ]
}
