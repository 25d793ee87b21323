#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Places as the node server writes them.
enum PlaceDocument {
    /// A place with its outline, which makes up most of the bytes (API reference 6).
    static func place(_ place: Place, withOutline: Bool = true) -> JSONValue {
        var object = JSONObject(reserving: 14)
        object.add("id", .integer(place.id))
        object.add("uuid", .string(place.uuid))
        object.add("name", .string(place.name))
        object.add("display_name", .string(place.displayName))
        object.add("slug", .string(place.slug))
        object.add("admin_level", .optional(place.adminLevel))
        object.add("place_type", .optional(place.placeType))
        object.add("ancestor_place_ids", .integers(place.ancestorIDs))
        object.add("bbox_area", number(place.boxArea))
        let latitude = (place.latitudes.lowerBound + place.latitudes.upperBound) / 2
        let longitude = (place.longitudes.lowerBound + place.longitudes.upperBound) / 2
        object.add("location", .string("\(Degrees(latitude).text()),\(Degrees(longitude).text())"))
        if withOutline {
            object.add("bounding_box_geojson", box(of: place))
            object.add("geometry_geojson", outline(of: place))
        }
        return .object(object)
    }

    private static func number(_ value: Double) -> JSONValue {
        .verbatim(Degrees(value).text(minimumDecimals: 0))
    }

    private static func point(_ longitude: Double, _ latitude: Double) -> JSONValue {
        .array([number(longitude), number(latitude)])
    }

    private static func box(of place: Place) -> JSONValue {
        let (south, north) = (place.latitudes.lowerBound, place.latitudes.upperBound)
        let (west, east) = (place.longitudes.lowerBound, place.longitudes.upperBound)
        let corners = [
            point(west, south), point(west, north), point(east, north), point(east, south),
            point(west, south),
        ]
        return ["type": "Polygon", "coordinates": .array([.array(corners)])]
    }

    /// A ragged ellipse that fills the box.
    private static func outline(of place: Place) -> JSONValue {
        var generator = SplitMix64(seed: UInt64(place.id))
        let (south, north) = (place.latitudes.lowerBound, place.latitudes.upperBound)
        let (west, east) = (place.longitudes.lowerBound, place.longitudes.upperBound)
        var corners = (0..<place.cornerCount).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(place.cornerCount)
            let reach = Double(generator.within(850, 1_000)) / 2_000
            return point(
                (west + east) / 2 + (east - west) * reach * cos(angle),
                (south + north) / 2 + (north - south) * reach * sin(angle)
            )
        }
        if let first = corners.first { corners.append(first) }
        return ["type": "MultiPolygon", "coordinates": .array([.array([.array(corners)])])]
    }
}
