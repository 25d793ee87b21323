#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Boxes and circles. Both look at public points alone, even for the observer (API reference 3.3).
struct GeographyConditions {
    let query: Query

    var conditions: [@Sendable (RecordKey) -> Bool] {
        [box, circle].compactMap(\.self)
    }

    private var box: (@Sendable (RecordKey) -> Bool)? {
        let (south, north) = (query.number("swlat"), query.number("nelat"))
        let (west, east) = (query.number("swlng"), query.number("nelng"))
        guard south != nil || north != nil || west != nil || east != nil else { return nil }
        return { key in
            guard key.traits.contains(.publicPoint) else { return false }
            let (latitude, longitude) = (key.latitude.value, key.longitude.value)
            guard latitude >= south ?? -90, latitude <= north ?? 90 else { return false }
            let (left, right) = (west ?? -180, east ?? 180)
            // A box whose east lies west of its west goes around 180 degrees.
            return left <= right
                ? longitude >= left && longitude <= right : longitude >= left || longitude <= right
        }
    }

    private var circle: (@Sendable (RecordKey) -> Bool)? {
        guard let latitude = query.number("lat"), let longitude = query.number("lng") else { return nil }
        let radius = query.number("radius") ?? 10
        return { key in
            guard key.traits.contains(.publicPoint) else { return false }
            return Self.kilometres(latitude, longitude, key.latitude.value, key.longitude.value) <= radius
        }
    }

    /// The great-circle distance on a sphere of 6,371 km.
    private static func kilometres(
        _ latitude: Double,
        _ longitude: Double,
        _ north: Double,
        _ east: Double
    ) -> Double {
        let radians = Double.pi / 180
        let a = sin((north - latitude) * radians / 2)
        let b = sin((east - longitude) * radians / 2)
        let haversine = a * a + b * b * cos(latitude * radians) * cos(north * radians)
        return 2 * 6_371 * asin(min(1, haversine.squareRoot()))
    }
}
