internal import INaturalist

nonisolated extension QueryField {
    /// The fields of the form in groups, the most used first.
    static let groups: [[QueryField]] = [
        [.observer, .taxon, .place, .project],
        [.obscuration, .geoprivacy, .taxonGeoprivacy],
        [.observedFrom, .observedTo, .quality, .words, .searchOn],
        [.createdFrom, .createdTo, .updatedSince, .id],
        [.iconicTaxon, .withoutTaxon, .highestRank, .lowestRank],
        [.captive, .photos, .geo, .box, .order],
    ]

    /// The fields of the form from the first to the last.
    static let inForm = groups.flatMap(\.self)

    /// Whether a group begins with it, and is not the first.
    var beginsGroup: Bool { Self.groups.dropFirst().contains { $0.first == self } }
}

nonisolated extension QueryScreen {
    /// What can be pressed.
    enum Button: Sendable, Hashable {
        case show, saved, saveAs, copy
        case save, cancel
        case showSaved, editSaved, removeSaved
        case remove, keep

        /// The buttons below the form.
        static let inForm: [Button] = [.show, .saved, .saveAs, .copy]

        /// What stands on it.
        var title: String {
            switch self {
            case .show, .showSaved: "Show"
            case .saved: "Saved…"
            case .saveAs: "Save as…"
            case .copy: "Copy web address"
            case .save: "Save"
            case .cancel: "Back"
            case .editSaved: "Edit"
            case .removeSaved: "Remove…"
            case .remove: "Remove"
            case .keep: "Keep"
            }
        }

        /// What it does, in a sentence.
        var help: String {
            switch self {
            case .show, .showSaved: "Shows the observations of the query in the table."
            case .saved: "The queries that you saved: show one, edit one, remove one."
            case .saveAs: "Keeps the query under a name."
            case .copy: "Copies the address of the same search on the website."
            case .save: "Saves the query under that name."
            case .cancel: "Back to the fields."
            case .editSaved: "Puts the query into the fields."
            case .removeSaved, .remove: "Removes the saved query."
            case .keep: "Keeps the saved query."
            }
        }
    }
}
