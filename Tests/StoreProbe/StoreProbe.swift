import FoundationEssentials
import INaturalist
import ObservationStore

/// Writes to a store in a process of its own, beside the test's.
///
/// `StoreProbe PATH FIRST COUNT`: opens the list “probe” and writes so many observations from that id on, twelve at a
/// time; after each page it looks at what it wrote. Prints how many of them were new, or what went wrong.
@main
struct StoreProbe {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let first = Int(arguments[2]), let count = Int(arguments[3]) else {
            print("StoreProbe PATH FIRST COUNT")
            return
        }
        do {
            print(try write(from: first, count: count, to: ObservationStore(path: arguments[1])))
        } catch {
            print("failed: \(error)")
        }
    }

    private static func write(from first: Int, count: Int, to store: ObservationStore) throws -> Int {
        let viewer = ViewerKey.jwt(user: 11)
        let list = try store.openList(
            named: "probe",
            as: viewer,
            at: Date(timeIntervalSince1970: 1_700_000_000)
        ).id
        var new = 0
        for start in stride(from: first, to: first + count, by: 12) {
            let ids = Array(start..<min(start + 12, first + count))
            let report = try store.write(
                ids.map(observation),
                of: list,
                as: viewer,
                at: Date(timeIntervalSince1970: 1_700_000_100),
                progress: nil
            )
            new += report.new.count
            let held = try store.rows(ids, as: viewer).map(\.id)
            guard held == ids else { throw Mismatch(ids: ids, held: held) }
        }
        store.close()
        return new
    }

    private static func observation(_ id: Int) -> Observation {
        let location = Location(point: Coordinate(latitude: 1, longitude: Double(id % 180)), accuracy: nil)
        return Observation(
            id: id,
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: Taxon(id: 1, name: "Probus probus \(id)"),
            geoprivacy: .obscured,
            publicFace: PublicFace(location: location, place: "Probe Hill"),
            disclosure: .disclosed(TrueFace(location: location, place: "Burrow \(id)")),
            description: "Row \(id)"
        )
    }

    private struct Mismatch: Error {
        let ids: [Int]
        let held: [Int]
    }
}
