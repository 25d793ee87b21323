package import INaturalist
internal import ObservationExport

/// The address of a point on the map of OpenStreetMap, with a mark at it.
package nonisolated enum MapAddress {
    /// - Parameter location: a point on the earth; the map is as near as its accuracy allows, paths at the nearest.
    package static func text(of location: Location) -> String {
        let latitude = DecimalText.degrees(location.point.latitude)
        let longitude = DecimalText.degrees(location.point.longitude)
        return "https://www.openstreetmap.org/?mlat=\(latitude)&mlon=\(longitude)"
            + "#map=\(zoom(location.accuracy))/\(latitude)/\(longitude)"
    }

    /// The nearest zoom at which the circle of the accuracy, metres, lies within 800 pixels, 15 at most.
    ///
    /// A pixel is 156,543.03 m on the equator at zoom 0, and half of that at each further one (OpenStreetMap wiki, “Zoom
    /// levels”).
    private static func zoom(_ accuracy: Double?) -> Int {
        var zoom = 15
        var radius = 156_543.03 * 400 / 32_768
        while zoom > 1, let accuracy, accuracy > radius {
            zoom -= 1
            radius *= 2
        }
        return zoom
    }
}
