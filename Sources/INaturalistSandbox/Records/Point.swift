/// A point on the earth, WGS 84.
struct Point: Sendable, Hashable {
    let latitude: Degrees
    let longitude: Degrees

    init(latitude: Degrees, longitude: Degrees) {
        self.latitude = latitude
        self.longitude = longitude
    }

    init(_ latitude: Double, _ longitude: Double) {
        self.latitude = Degrees(latitude)
        self.longitude = Degrees(longitude)
    }

    /// `"lat,lng"`, as the field `location` has it.
    var locationText: String {
        "\(latitude.text()),\(longitude.text())"
    }

    /// The GeoJSON point, longitude first.
    var geoJSON: JSONValue {
        [
            "type": "Point",
            "coordinates": [
                .verbatim(longitude.text(minimumDecimals: 0)), .verbatim(latitude.text(minimumDecimals: 0)),
            ],
        ]
    }
}
