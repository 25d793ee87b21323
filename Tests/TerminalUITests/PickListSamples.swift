@testable import TerminalUI

/// Lists as a command palette has them.
enum PickListSamples {
    static let items: [PickItem<String>] = [
        PickItem(id: "down", title: "Down", detail: "One line down.", trailing: "↓ j ^N", group: "Moving"),
        PickItem(id: "up", title: "Up", detail: "One line up.", trailing: "↑ k ^P", group: "Moving"),
        PickItem(
            id: "end",
            title: "Last line",
            detail: "To the last line; fetches the rest of the list on the way.",
            trailing: "End G",
            group: "Moving"
        ),
        PickItem(
            id: "sort",
            title: "Sort",
            detail: "By one column or several.",
            trailing: "s",
            group: "Table"
        ),
        PickItem(
            id: "columns",
            title: "Choose columns",
            detail: "Show, hide, move.",
            trailing: "C",
            group: "Table"
        ),
        PickItem(
            id: "units",
            title: "Switch the coordinate format",
            detail:
                "Decimal degrees, then degrees, minutes and seconds, then UTM, then MGRS; the whole table and "
                + "every record follow, and what is copied is in the same format as what is shown on the screen.",
            trailing: "u",
            group: "Table"
        ),
        PickItem(
            id: "id",
            title: "Copy the id",
            detail: "The number of the observation.",
            trailing: "y i",
            group: "Copy"
        ),
        PickItem(
            id: "true",
            title: "Copy the true point",
            detail: "The point that only permitted viewers may see.",
            trailing: "y t",
            group: "Copy",
            disabledReason: "You may not see the true point of this observation."
        ),
        PickItem(id: "public", title: "Copy the public point", detail: "", trailing: "y p", group: "Copy"),
        PickItem(id: "wide", title: "東京へ行く", detail: "A title of wide characters: 東京.", group: "Copy"),
    ]

    /// As many items as there are commands in all.
    static let many: [PickItem<String>] = (0..<90).map { number in
        PickItem(
            id: "\(number)",
            title: "Command \(number)",
            detail: "What command \(number) does.",
            trailing: number.isMultiple(of: 3) ? "F\(number % 12 + 1)" : "",
            group: "Group \(number / 9)"
        )
    }

    static func typing(_ text: String, into list: PickList<String>) -> PickList<String> {
        var list = list
        for character in text { _ = list.handle(.key(.character(character))) }
        list.settle()
        return list
    }
}

extension PickList {
    /// What is shown, from the top: headings as they are, items by their titles, "" before a heading.
    var titles: [String] {
        rows.map { row in
            switch row {
            case .blank: ""
            case .heading(let group): group
            case .item(let index, _, _): items[index].title
            }
        }
    }
}
