/// A point on the earth, in degrees WGS 84.
package struct Coordinate: Sendable, Hashable {
    /// North of the equator is positive, -90 to 90.
    package let latitude: Double
    /// East of Greenwich is positive, -180 to 180.
    package let longitude: Double

    /// Puts a point together, without a check.
    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Puts a point together, nil when it is not on the earth.
    package init?(validLatitude latitude: Double?, longitude: Double?) {
        guard
            let latitude, let longitude,
            (-90.0...90.0).contains(latitude), (-180.0...180.0).contains(longitude)
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
