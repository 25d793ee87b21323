internal import Coordinates
internal import INaturalist
internal import ObservationStore
internal import TerminalUI

/// What is done with an observation, or with all that are marked.
extension BrowserState {
    /// The observations that commands are about: the one opened, those that are marked, or the one under the cursor.
    nonisolated var targets: [Int] {
        if case .detail(let screen) = screens.last { return [screen.id] }
        if !table.marks.isEmpty { return table.marks.ids.reversed().map { Int($0) } }
        return selectedEntry.map { [$0.observation.id] } ?? []
    }

    /// Does it to all of them, once what is to be known of them was looked up.
    nonisolated mutating func act(_ action: RowAction) -> [Effect] {
        let ids = targets
        guard !ids.isEmpty else { return tell("There is no observation here.") }
        guard ids.count <= action.limit else {
            let limit = NumberText.count(action.limit)
            return tell(
                "\(NumberText.count(ids.count)) are marked, and this is done to at most \(limit) at once. "
                    + "^S writes any number to a file.",
                .warning
            )
        }
        if case .read(let program) = action { return read(ids, with: program) }
        if let effects = byID(action, ids) { return effects }
        // What was looked up for another identity says nothing of what this one may see.
        let entries = ids.compactMap(entry(id:)).filter { $0.lookedUpAs == shownIdentity }
        guard entries.count < ids.count else { return finish(action, entries) }
        guard let key = viewerKey(shownIdentity) else { return tell("Sign in first: press S.", .warning) }
        return [start(.collect(ids, as: key, for: action), in: .action)]
    }

    /// Takes what was looked up for an action.
    nonisolated mutating func take(
        collected rows: [HeldObservation],
        as viewer: ViewerKey,
        for action: RowAction
    ) -> [Effect] {
        // Another identity speaks now: what was found is not its to see.
        guard viewer == viewerKey(shownIdentity) else { return [] }
        return finish(action, rows.map { ObservationList.Entry($0, as: shownIdentity) })
    }

    /// Whether something is to come that takes the screen, the terminal or the clipboard.
    nonisolated var isAwaitingAction: Bool { pending[.action] != nil || pending[.photo] != nil }

    /// Gives up what was asked for, so that it does not come when something else is being done.
    nonisolated mutating func giveUpAction() -> [Effect] {
        // A photo screen asks in the same lane as the list of photos.
        if screens.contains(where: { if case .photos = $0 { true } else { false } }) {
            return cancel(.action)
        }
        return cancel(.action) + cancel(.photo)
    }

    /// What needs nothing but the ids, and is done to what is not held as well; nothing for any other action.
    private nonisolated func byID(_ action: RowAction, _ ids: [Int]) -> [Effect]? {
        func address(_ id: Int) -> String {
            entry(id: id)?.observation.url ?? "\(site)/observations/\(id)"
        }
        switch action {
        case .openWebPage: return ids.map { .openWebPage(address($0)) }
        case .copy(.address): return copy(ids.map(address), .address)
        case .copy(.id): return copy(ids.map(String.init), .id)
        default: return nil
        }
    }

    private nonisolated func copy(_ lines: [String], _ copied: RowAction.Copied) -> [Effect] {
        [
            .copy(
                lines.joined(separator: "\n"),
                said: Message("Copied \(copied.words(count: lines.count)).")
            )
        ]
    }

    private nonisolated func entry(id: Int) -> ObservationList.Entry? {
        if case .detail(let screen) = screens.last, screen.id == id { return screen.entry(in: list) }
        return list.entry(id: id)
    }

    private nonisolated mutating func finish(
        _ action: RowAction,
        _ entries: [ObservationList.Entry]
    ) -> [Effect] {
        guard !entries.isEmpty else {
            return tell("Nothing of it is held here. Enter opens it and asks the server.", .warning)
        }
        switch action {
        case .copy(let copied): return copy(copied, of: entries)
        case .openMap(let face):
            let addresses = entries.compactMap { location(face, of: $0).map(MapAddress.text) }
            guard !addresses.isEmpty else { return tell(unknown(face), .warning) }
            return addresses.map { .openWebPage($0) }
        case .openWebPage, .read: return []
        }
    }

    private nonisolated mutating func copy(
        _ copied: RowAction.Copied,
        of entries: [ObservationList.Entry]
    ) -> [Effect] {
        let texts = entries.compactMap {
            CopiedText(entry: $0, identity: shownIdentity, notation: preferences.notation).text(copied)
        }
        guard !texts.isEmpty else {
            let isOfTruth = copied == .truePoint || copied == .trueGeoURI
            return tell(unknown(isOfTruth ? .trueFace : .publicFace), .warning)
        }
        let left = entries.count - texts.count
        let missing = left == 0 ? "" : " Of \(NumberText.count(left)) it is not known to this identity."
        let text = texts.joined(separator: copied == .text || copied == .summary ? "\n\n" : "\n")
        let warning = copied.tellsTruth ? " Mind where you paste it." : ""
        return [
            .copy(
                text,
                said: Message(
                    "Copied \(copied.words(count: texts.count)).\(missing)\(warning)",
                    copied.tellsTruth || left > 0 ? .warning : .text
                )
            )
        ]
    }

    private nonisolated func location(_ face: RowAction.Face, of entry: ObservationList.Entry) -> Location? {
        switch face {
        case .publicFace: entry.observation.publicFace.location
        case .trueFace: entry.trueLocation(for: shownIdentity)
        }
    }

    private nonisolated func unknown(_ face: RowAction.Face) -> String {
        face == .trueFace ? "The true point is not known to this identity." : "No point of it is public."
    }

    // MARK: - What the server says

    private nonisolated mutating func read(_ ids: [Int], with program: RowAction.TextProgram) -> [Effect] {
        guard session.mayAsk, !isShowingHeld else { return tell("Sign in first: press S.", .warning) }
        message = Message("Asking the server for \(ids.count == 1 ? "it" : "\(ids.count) records")…", .muted)
        return [start(.raw(ids, program, as: session.viewer), in: .action)]
    }
}
