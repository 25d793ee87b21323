internal import Coordinates
package import INaturalist

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A box of coordinates as people write it: its four edges, or a point and how far around it.
package nonisolated enum BoxText {
    /// Why a text is no box, and what would be one, in whole sentences.
    package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        package let description: String

        init(_ description: String) { self.description = description }
    }

    /// Reads `41.5, -94, 42, -93.5` (south, west, north, east; degrees) or `41.6, -93.7 ± 10 km` (latitude, longitude
    /// and a distance, in kilometres where no unit is given).
    package static func parse(_ text: String) throws(Problem) -> CoordinateBox {
        let text = text.replacing("+/-", with: "±").replacing("+-", with: "±")
        let parts = text.split(separator: "±", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return try edges(text) }
        guard parts.count == 2 else { throw Problem("There is more than one “±”. \(example)") }
        return box(around: try point(String(parts[0])), metres: try length(String(parts[1])))
    }

    /// `41.5, -94, 42, -93.5`: what ``parse(_:)`` reads.
    package static func text(of box: CoordinateBox) -> String {
        [box.south, box.west, box.north, box.east].map { shortest($0) }.joined(separator: ", ")
    }

    /// A point and how far around it, as ``parse(_:)`` reads it: `41.60218, -93.6124 ± 10 km`.
    ///
    /// - Parameter kilometres: more than 0.
    package static func text(around point: Coordinate, kilometres: Double) -> String {
        "\(shortest(point.latitude)), \(shortest(point.longitude)) ± \(shortest(kilometres)) km"
    }

    /// The edges for people: `41.5 to 42.0 N, 94.0 to 93.5 W`.
    package static func words(of box: CoordinateBox) -> String {
        func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
            shortest(value.magnitude) + (value == 0 ? "" : " " + (value < 0 ? negative : positive))
        }
        let latitudes = "\(degrees(box.south, "N", "S")) to \(degrees(box.north, "N", "S"))"
        let longitudes = "\(degrees(box.west, "E", "W")) to \(degrees(box.east, "E", "W"))"
        return latitudes + ", " + longitudes + (box.west > box.east ? ", across the antimeridian" : "")
    }

    /// The box that holds every point within a distance of a point.
    ///
    /// A little larger than it must be: a degree of latitude is taken as short as it is anywhere (110,574 m, at the
    /// equator), and one of longitude as short as at the edge that is nearer to a pole.
    package static func box(around point: Coordinate, metres: Double) -> CoordinateBox {
        let latitude = metres / 110_574
        let south = max(-90, point.latitude - latitude)
        let north = min(90, point.latitude + latitude)
        let nearest = max(abs(south), abs(north))
        // Around a pole every longitude is near.
        guard nearest < 90 else { return CoordinateBox(south: south, west: -180, north: north, east: 180) }
        let longitude = metres / (111_320 * cos(nearest * .pi / 180))
        guard longitude < 180 else { return CoordinateBox(south: south, west: -180, north: north, east: 180) }
        return CoordinateBox(
            south: south,
            west: wrapped(point.longitude - longitude),
            north: north,
            east: wrapped(point.longitude + longitude)
        )
    }

    private static let example =
        "Write south, west, north, east: “41.5, -94, 42, -93.5”, or a point: “41.6, -93.7 ± 10 km”."

    private static func edges(_ text: String) throws(Problem) -> CoordinateBox {
        let numbers = try numbers(text)
        guard numbers.count == 4 else {
            let hint = numbers.count == 2 ? " After a point say how far around it: “± 10 km”." : ""
            throw Problem(
                "A box has four edges; here \(numbers.count == 1 ? "is 1 number" : "are \(numbers.count) numbers").\(hint) \(example)"
            )
        }
        let box = CoordinateBox(south: numbers[0], west: numbers[1], north: numbers[2], east: numbers[3])
        for (name, value) in [("south", box.south), ("north", box.north)] where !(-90...90).contains(value) {
            throw Problem(
                "\(shortest(value)) is no latitude for the \(name): -90 to 90 is. The order is south, west, north, east."
            )
        }
        for (name, value) in [("west", box.west), ("east", box.east)] where !(-180...180).contains(value) {
            throw Problem("\(shortest(value)) is no longitude for the \(name): -180 to 180 is.")
        }
        guard box.south <= box.north else {
            throw Problem(
                "The south, \(shortest(box.south)), lies north of the north, \(shortest(box.north)). The order is south, west, north, east."
            )
        }
        return box
    }

    private static func point(_ text: String) throws(Problem) -> Coordinate {
        let numbers = try numbers(text)
        guard numbers.count == 2 else {
            throw Problem("Before “±” stands a point: latitude and longitude, as “41.6, -93.7”.")
        }
        guard (-90...90).contains(numbers[0]) else {
            throw Problem("\(shortest(numbers[0])) is no latitude: -90 to 90 is. The latitude comes first.")
        }
        guard (-180...180).contains(numbers[1]) else {
            throw Problem("\(shortest(numbers[1])) is no longitude: -180 to 180 is.")
        }
        return Coordinate(latitude: numbers[0], longitude: numbers[1])
    }

    /// - Returns: metres.
    private static func length(_ text: String) throws(Problem) -> Double {
        let text = text.lowercased().filter { !$0.isWhitespace }
        let unit = String(text.reversed().prefix { $0.isLetter }.reversed())
        guard let number = Double(text.dropLast(unit.count)), number.isFinite, number > 0,
            ["", "m", "km"].contains(unit)
        else {
            throw Problem("After “±” stands a distance in km or m, as “10 km”; “\(text)” is none.")
        }
        let metres = unit == "m" ? number : number * 1_000
        guard metres <= 20_000_000 else {
            throw Problem("No point on the earth is farther than 20,000 km away.")
        }
        return metres
    }

    private static func numbers(_ text: String) throws(Problem) -> [Double] {
        var numbers: [Double] = []
        for word in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace || $0 == "°" }) {
            // The sign for minus is copied from maps and papers.
            guard let number = Double(word.replacing("−", with: "-")), number.isFinite else {
                throw Problem("“\(word)” is no number. \(example)")
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func wrapped(_ longitude: Double) -> Double {
        longitude < -180 ? longitude + 360 : (longitude > 180 ? longitude - 360 : longitude)
    }

    /// At most six decimals, a tenth of a metre, and none that says nothing.
    private static func shortest(_ value: Double) -> String {
        var text = NumberText.fixed(value, decimals: 6)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
