import INaturalist
import Testing

@testable import Browser

/// Addresses that name a point.
@Suite struct PointAddressTests {
    private func location(_ latitude: Double, _ longitude: Double, _ accuracy: Double?) -> Location {
        Location(point: Coordinate(latitude: latitude, longitude: longitude), accuracy: accuracy)
    }

    @Test(
        arguments: [
            (41.60218, -93.6124, 330, "geo:41.60218,-93.6124;u=330"),
            // The examples of RFC 5870, sections 1 and 6.1, and its rules for poles and the 180th meridian (3.4.2).
            (48.2010, 16.3695, nil, "geo:48.201,16.3695"),
            (48.198634, 16.371648, 40, "geo:48.198634,16.371648;u=40"),
            (90, -22.43, 0, "geo:90,0;u=0"), (-90, 30, nil, "geo:-90,0"), (22.3, -180, nil, "geo:22.3,180"),
            (0.00000001, -0.0, 2.505, "geo:0,0;u=2.51"), (1e-7, 1, nil, "geo:0.0000001,1"),
            (1, 2, -5, "geo:1,2"), (1, 2, .infinity, "geo:1,2"),
        ] as [(Double, Double, Double?, String)]
    ) func `a geo address has a point and its uncertainty`(
        _ latitude: Double,
        _ longitude: Double,
        _ accuracy: Double?,
        _ address: String
    ) {
        #expect(GeoURI.text(of: location(latitude, longitude, accuracy)) == address)
    }

    @Test(
        arguments: [
            (330, 15), (nil, 15), (0, 15),
            // 400 pixels at zoom 15 are 1,911 m on the equator, and twice as many at each zoom before it.
            (1_910, 15), (1_912, 14), (28_000, 11), (1e9, 1),
        ] as [(Double?, Int)]
    ) func `a map has a mark at the point, and shows all of the circle that it may be in`(
        _ accuracy: Double?,
        _ zoom: Int
    ) {
        #expect(
            MapAddress.text(of: location(41.60218, -93.6124, accuracy))
                == "https://www.openstreetmap.org/?mlat=41.60218&mlon=-93.6124#map=\(zoom)/41.60218/-93.6124"
        )
    }
}
