internal import Coordinates
package import FoundationEssentials
internal import INaturalist
package import ObservationStore
package import TerminalUI

/// One change in words, for a line of a table and for a sentence.
///
/// What it says of true points comes from the change itself and from the observation as this viewer was told it;
/// nothing is worked out about points that are withheld.
package nonisolated struct ChangeRow: Sendable, Hashable, Identifiable {
    /// The change's own id; rises with time.
    package let id: Int64
    /// The observation's id.
    package let observation: Int
    /// What it is of, as far as that is held.
    package let name: String
    /// When the change was noticed.
    package let noticedAt: Date
    /// What became different, in a few words: `geoprivacy obscured → open`.
    package let words: String
    /// What it was and what it became, in full: `41.65104, -93.71288 → 41.60218, -93.61240`.
    package let values: String
    /// A second sentence for what matters most; empty for most changes.
    package let remark: String
    /// How much it matters.
    package let role: Role
    /// Whether it is to be looked at: access that was lost, or a place that is hidden less than before.
    package let isConspicuous: Bool

    /// - Parameters:
    ///   - held: the observation as this viewer was told it, when it is held.
    ///   - notation: how points and lengths are written.
    package init(_ change: ObservationChange, of held: HeldObservation?, _ notation: Notation = Notation()) {
        id = change.id
        observation = change.observation
        name = held?.observation.displayName ?? ""
        noticedAt = change.noticedAt
        values =
            Self.text(change.before, of: change.kind, notation) + " → "
            + Self.text(change.after, of: change.kind, notation)
        let telling = Telling(change, of: held, notation)
        words = telling.words
        remark = telling.remark
        role = telling.role
        isConspicuous = telling.isConspicuous
    }

    static func text(
        _ value: ObservationChange.Value?,
        of kind: ObservationChange.Kind,
        _ notation: Notation
    ) -> String {
        switch value {
        case .geoprivacy(let geoprivacy): geoprivacy.word
        case .point(let point): notation.tablePoint(point)
        case .accuracy(let metres): notation.units.length(metres)
        case .place(let place): place
        case .access(let access): Self.word(access)
        case .date(let date): MomentText.day(of: date)
        case nil:
            switch kind {
            case .geoprivacy: "open"
            case .taxonGeoprivacy, .publicPoint, .truePoint, .privatePlace: "none"
            case .publicAccuracy, .trueAccuracy: "unknown"
            case .access, .deletion: "—"
            }
        }
    }

    static func word(_ access: Access) -> String {
        switch access {
        case .open: "open to all"
        case .granted: "granted"
        case .withheld: "withheld"
        }
    }
}

/// What is said of one change.
private nonisolated struct Telling {
    var words: String
    var remark = ""
    var role = Role.text
    var isConspicuous = false
    private let notation: Notation

    init(_ change: ObservationChange, of held: HeldObservation?, _ notation: Notation) {
        self.notation = notation
        let before = ChangeRow.text(change.before, of: change.kind, notation)
        let after = ChangeRow.text(change.after, of: change.kind, notation)
        switch change.kind {
        case .geoprivacy:
            words = "geoprivacy \(before) → \(after)"
            tellHiding(change)
        case .taxonGeoprivacy:
            words = "taxon geoprivacy \(before) → \(after)"
            tellHiding(change)
        case .publicPoint:
            words = Self.movement("public point", change, notation)
            role = .publicFace
            tellApproach(change, of: held)
        case .truePoint:
            words = Self.movement("true point", change, notation)
            role = .trueFace
        case .publicAccuracy:
            words = "public accuracy \(before) → \(after)"
            role = .publicFace
        case .trueAccuracy:
            words = "true accuracy \(before) → \(after)"
            role = .trueFace
        case .privatePlace:
            words = "true place, in words"
            role = .trueFace
        case .access:
            words = "access"
            tellAccess(change)
        case .deletion:
            words = change.after == nil ? "there again" : "deleted from the site"
            role = .muted
        }
    }

    /// `public point moved 12.3 km`.
    private static func movement(
        _ what: String,
        _ change: ObservationChange,
        _ notation: Notation
    ) -> String {
        switch (change.before, change.after) {
        case (.point(let before), .point(let after)):
            what + " moved " + notation.units.distance(Displacement(from: before, to: after).distance)
        case (nil, .point): what + " appeared"
        case (.point, nil): what + " is gone"
        default: what
        }
    }

    private mutating func tellHiding(_ change: ObservationChange) {
        func obscuration(_ value: ObservationChange.Value?) -> Obscuration {
            if case .geoprivacy(let geoprivacy) = value { geoprivacy.obscuration } else { .none }
        }
        let (before, after) = (obscuration(change.before), obscuration(change.after))
        guard after < before else { return }
        isConspicuous = true
        role = .warning
        remark = after == .none ? "By this nothing is hidden any more." : "It is hidden less than before."
    }

    private mutating func tellAccess(_ change: ObservationChange) {
        guard case .access(let after) = change.after else { return }
        let before: Access? = if case .access(let access) = change.before { access } else { nil }
        switch (before, after) {
        case (.granted, .withheld):
            words = "no longer granted to you"
            remark = "What was granted before is kept and marked as no longer granted."
            role = .failure
            isConspicuous = true
        case (_, .withheld):
            words = "withheld from you now"
            role = .withheld
            isConspicuous = true
        case (_, .granted):
            words = before == .open ? "hidden now, granted to you" : "granted to you now"
            role = .success
        case (_, .open):
            words = "open to all now"
            role = .warning
            isConspicuous = before == .granted || before == .withheld
        }
    }

    /// Whether the public point came nearer to the true one; told only where the true one is granted to this viewer.
    private mutating func tellApproach(_ change: ObservationChange, of held: HeldObservation?) {
        guard
            let held, held.isAnswered, held.observation.access == .granted,
            let truth = held.observation.trueLocation?.point, case .point(let after) = change.after
        else { return }
        let now = Displacement(from: after, to: truth).distance
        guard case .point(let before) = change.before else {
            remark = "It is \(notation.units.distance(now)) from the true point."
            return
        }
        let then = Displacement(from: before, to: truth).distance
        remark =
            "It is \(notation.units.distance(now)) from the true point now, and was \(notation.units.distance(then))."
        guard now < then else { return }
        words += ", closer"
        role = .warning
        isConspicuous = true
    }
}
