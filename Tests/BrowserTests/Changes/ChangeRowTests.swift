import INaturalist
import ObservationStore
import TerminalUI
import Testing

@testable import Browser

@Suite struct ChangeRowTests {
    private func row(
        _ kind: ObservationChange.Kind,
        _ before: ObservationChange.Value?,
        _ after: ObservationChange.Value?,
        of held: HeldObservation? = nil
    ) -> ChangeRow {
        ChangeRow(ChangeSamples.change(1, 9_104, kind, before, after), of: held)
    }

    @Test(
        arguments: [
            (.geoprivacy, .geoprivacy(.obscured), .geoprivacy(.private), "geoprivacy obscured → private"),
            (.geoprivacy, nil, .geoprivacy(.obscured), "geoprivacy open → obscured"),
            (.taxonGeoprivacy, .geoprivacy(.obscured), nil, "taxon geoprivacy obscured → none"),
            (.publicAccuracy, .accuracy(27_754), .accuracy(330), "public accuracy 28 km → 330 m"),
            (.trueAccuracy, nil, .accuracy(8), "true accuracy unknown → 8.0 m"),
            (.publicPoint, nil, .point(ChangeSamples.publicPoint), "public point appeared"),
            (.publicPoint, .point(ChangeSamples.publicPoint), nil, "public point is gone"),
            (.access, .access(.granted), .access(.withheld), "no longer granted to you"),
            (.access, .access(.open), .access(.withheld), "withheld from you now"),
            (.access, .access(.withheld), .access(.granted), "granted to you now"),
            (.access, .access(.open), .access(.granted), "hidden now, granted to you"),
            (.access, .access(.withheld), .access(.open), "open to all now"),
            (.deletion, nil, .date(World.now), "deleted from the site"),
            (.deletion, .date(World.now), nil, "there again"),
        ] as [(ObservationChange.Kind, ObservationChange.Value?, ObservationChange.Value?, String)]
    ) func `a change is told in a few words`(
        _ kind: ObservationChange.Kind,
        _ before: ObservationChange.Value?,
        _ after: ObservationChange.Value?,
        _ words: String
    ) {
        #expect(row(kind, before, after).words == words)
    }

    @Test func `both values are told in full`() {
        let moved = row(.publicPoint, .point(ChangeSamples.publicPoint), .point(ChangeSamples.truePoint))
        #expect(moved.values == "41.65104, -93.71288 → 41.60218, -93.61240")
        #expect(row(.privatePlace, .place("Bog"), nil).values == "Bog → none")
        #expect(row(.access, .access(.granted), .access(.withheld)).values == "granted → withheld")
    }

    @Test func `a point that moved says how far`() {
        let moved = row(.publicPoint, .point(ChangeSamples.publicPoint), .point(ChangeSamples.truePoint))
        // The distance of the orchid.
        #expect(moved.words == "public point moved 10.0 km")
    }

    @Test func `access that is lost stands out in words, a sign and a role`() {
        let lost = row(.access, .access(.granted), .access(.withheld))
        #expect(lost.isConspicuous)
        #expect(lost.role == .failure)
        #expect(lost.remark.contains("kept"))
        #expect(!row(.access, .access(.withheld), .access(.granted)).isConspicuous)
    }

    @Test(arguments: [(Geoprivacy.private, Geoprivacy.obscured), (.obscured, .open), (.private, .open)])
    func `what is hidden less than before stands out`(_ before: Geoprivacy, _ after: Geoprivacy) {
        #expect(row(.geoprivacy, .geoprivacy(before), .geoprivacy(after)).isConspicuous)
        #expect(!row(.geoprivacy, .geoprivacy(after), .geoprivacy(before)).isConspicuous)
    }

    @Test func `a public point that came nearer to a true point that is granted stands out`() {
        let held = ChangeSamples.observation(9_104, "Platanthera praeclara")
        let nearer = row(
            .publicPoint,
            .point(ChangeSamples.publicPoint),
            .point(ChangeSamples.closePoint),
            of: held
        )
        #expect(nearer.isConspicuous)
        #expect(nearer.words.hasSuffix(", closer"))
        #expect(nearer.remark.contains("from the true point now, and was 10.0 km"))
        let farther = row(
            .publicPoint,
            .point(ChangeSamples.closePoint),
            .point(ChangeSamples.publicPoint),
            of: held
        )
        #expect(!farther.isConspicuous)
        #expect(!farther.words.contains("closer"))
    }

    @Test(arguments: [Disclosure.withheld, .nothingHidden])
    func `without a granted true point nothing is said of how near the public one is`(
        _ disclosure: Disclosure
    ) {
        let held = ChangeSamples.observation(9_104, "Platanthera praeclara", disclosure: disclosure)
        let moved = row(
            .publicPoint,
            .point(ChangeSamples.publicPoint),
            .point(ChangeSamples.closePoint),
            of: held
        )
        #expect(moved.remark.isEmpty)
        #expect(!moved.isConspicuous)
    }

    @Test func `a true point that was granted once and is not any more is not compared with`() {
        let granted = ChangeSamples.observation(9_104, "Platanthera praeclara", disclosure: .withheld)
        let former = HeldObservation(
            observation: granted.observation,
            isAnswered: true,
            fetchedAt: World.now,
            former: FormerTruth(
                face: TrueFace(location: Location(point: ChangeSamples.truePoint, accuracy: 8), place: nil),
                until: World.now
            )
        )
        let moved = row(
            .publicPoint,
            .point(ChangeSamples.publicPoint),
            .point(ChangeSamples.closePoint),
            of: former
        )
        #expect(moved.remark.isEmpty && !moved.isConspicuous)
    }
}
