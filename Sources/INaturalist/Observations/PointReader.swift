/// Reads points and accuracies in all the forms that were seen on the wire.
enum PointReader {
    /// A point, from GeoJSON (longitude first) or else from `location` (latitude first); nil when neither has
    /// one.
    static func point(geoJSON: JSONValue?, location: JSONValue?) -> Coordinate? {
        if let geoJSON, let coordinates = geoJSON["coordinates"]?.elements, coordinates.count >= 2,
            let point = Coordinate(validLatitude: coordinates[1].double, longitude: coordinates[0].double)
        {
            return point
        }
        return location.flatMap(point(location:))
    }

    /// Metres; nil when absent, null, negative or no number.
    static func accuracy(_ value: JSONValue?) -> Double? {
        guard let metres = value?.double, metres >= 0 else { return nil }
        return metres
    }

    private static func point(location: JSONValue) -> Coordinate? {
        if location.isArray {
            let parts = location.elements
            guard parts.count == 2 else { return nil }
            return Coordinate(validLatitude: parts[0].double, longitude: parts[1].double)
        }
        guard let text = location.string else { return nil }
        guard
            let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")),
            text.utf8.lastIndex(of: UInt8(ascii: ",")) == comma
        else { return nil }
        return Coordinate(
            validLatitude: number(text[..<comma]),
            longitude: number(text[text.utf8.index(after: comma)...])
        )
    }

    private static func number(_ text: Substring) -> Double? {
        Double(text) ?? Double(text.filter { !$0.isWhitespace })
    }
}
