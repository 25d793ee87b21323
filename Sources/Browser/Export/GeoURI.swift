package import INaturalist
internal import ObservationExport

/// The `geo:` address of a point (RFC 5870), which phones and maps open: `geo:41.60218,-93.6124;u=330`.
package nonisolated enum GeoURI {
    /// - Parameter location: a point on the earth; its accuracy becomes the uncertainty, metres.
    package static func text(of location: Location) -> String {
        let point = location.point
        // The RFC wants one longitude for a pole, and one name for the 180th meridian.
        let isPole = point.latitude.magnitude >= 90
        let longitude = isPole ? 0 : point.longitude == -180 ? 180 : point.longitude
        let place = DecimalText.degrees(point.latitude) + "," + DecimalText.degrees(longitude)
        guard let accuracy = location.accuracy, accuracy >= 0 else { return "geo:" + place }
        let uncertainty = DecimalText.measure(accuracy)
        return "geo:" + place + (uncertainty.isEmpty ? "" : ";u=" + uncertainty)
    }
}
