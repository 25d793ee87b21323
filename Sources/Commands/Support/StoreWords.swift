import Browser
import Coordinates
import FoundationEssentials
import INaturalist
import ObservationStore
import TerminalUI

/// A text from a file as one line of a terminal.
func plain(_ text: String) -> String { TerminalText.sanitised(text) }

/// A size for people: `1.2 MB`, in steps of a thousand.
func bytes(_ count: Int) -> String {
    guard count >= 1_000 else { return "\(count) bytes" }
    var (value, unit) = (Double(count), 0)
    let units = ["bytes", "KB", "MB", "GB", "TB"]
    while value >= 999.95, unit < units.count - 1 {
        value /= 1_000
        unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
}

extension ViewerKey {
    /// As `--viewer` takes it.
    var words: String {
        switch self {
        case .anonymous: "anonymous"
        case .file: "file"
        case .jwt(let user): "jwt:\(user)"
        case .oauth(let user): "oauth:\(user)"
        }
    }
}

extension StoreStatus {
    /// What `inatty store status` prints.
    var lines: [String] {
        var lines = [
            plain(path) + (isReadOnly ? " (may only be read)" : ""),
            """
            \(bytes(fileBytes)) in the file, \(bytes(freeBytes)) of it free; \(bytes(logBytes)) in its log; version \
            \(schemaVersion)
            """,
            """
            \(NumberText.count(observations)) observations, \(NumberText.count(deletedObservations)) of them deleted at the \
            server, \(NumberText.count(unlistedObservations)) in no list; \(NumberText.count(changes)) changes noted
            """,
        ]
        if let oldestFetch, let newestFetch {
            lines.append(
                "answers from \(MomentText.minute(of: oldestFetch)) to \(MomentText.minute(of: newestFetch))"
            )
        }
        for viewer in viewers {
            lines.append(
                """
                viewer \(viewer.viewer?.words ?? "unknown"): told of \(NumberText.count(viewer.sights)), the true place of \
                \(NumberText.count(viewer.disclosed)), of \(NumberText.count(viewer.former)) no longer; \
                \(NumberText.count(viewer.lists)) lists, \(NumberText.count(viewer.changes)) changes
                """
            )
        }
        for list in lists {
            let fetched =
                list.progress.fetchedAt.map { "last fetched \(MomentText.minute(of: $0))" } ?? "never fetched"
            let part = list.progress.isComplete ? "" : ", not complete"
            lines.append(
                "list “\(plain(list.query))” of \(list.viewer.words): \(NumberText.count(list.count)) rows\(part), \(fetched)"
            )
        }
        return lines
    }
}

extension SalvageReport {
    /// What `inatty store salvage` prints.
    var lines: [String] {
        var lines = [
            (observations, "observations"), (sights, "answers to viewers"), (descriptions, "descriptions"),
            (lists, "lists"), (members, "rows of lists"), (changes, "changes"),
        ].map { saved, what in
            let expected = saved.expected.map { " of \(NumberText.count($0))" } ?? ""
            return "\(NumberText.count(saved.count))\(expected) \(what) saved"
        }
        if unreadablePages + unreadableRows > 0 {
            lines.append(
                """
                \(NumberText.count(unreadablePages)) pages and \(NumberText.count(unreadableRows)) single rows could not be \
                read
                """
            )
        }
        if unknownViewers > 0 {
            lines.append(
                """
                of \(NumberText.count(unknownViewers)) viewers only the number is left: what they were told is kept, and \
                shown to nobody
                """
            )
        }
        if incompleteLists > 0 {
            lines.append(
                "rows of \(NumberText.count(incompleteLists)) lists may be missing: they are fetched anew"
            )
        }
        lines.append("the store is now in \(plain(path))")
        lines.append("the damaged file is kept as \(plain(damagedPath))")
        return lines
    }
}
