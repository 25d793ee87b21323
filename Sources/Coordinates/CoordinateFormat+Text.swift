internal import CGeographic
package import INaturalist

extension CoordinateFormat {
    /// The point as text, without a locale.
    ///
    /// Eastings and northings of UTM are rounded, those of MGRS are cut off, as both are defined: the first names a
    /// point, the second the square that holds it.
    ///
    /// - Parameters:
    ///   - point: degrees WGS 84. One that is not on the earth is written in decimal degrees in every format.
    ///   - precision: a table's, or the full one.
    package func text(of point: Coordinate, precision: Precision) -> String {
        guard Self.isOnEarth(point) else { return Self.decimal(of: point, precision) }
        let text =
            switch self {
            case .decimal: nil as String?
            case .degreesMinutesSeconds: Self.degreesMinutesSeconds(of: point, precision)
            case .utm: Self.utm(of: point, precision)
            case .mgrs: Self.mgrs(of: point)
            }
        return text ?? Self.decimal(of: point, precision)
    }

    /// Five decimals of a degree are 1.1 m at most, seven are 1.1 cm.
    private static func decimal(of point: Coordinate, _ precision: Precision) -> String {
        let decimals = precision == .table ? 5 : 7
        return String(unsafeUninitializedCapacity: 64) { room in
            var bytes = TextBytes(room)
            bytes.append(point.latitude, decimals: decimals)
            bytes.append(", ")
            bytes.append(point.longitude, decimals: decimals)
            return bytes.count
        }
    }

    /// A decimal of a second is 3.1 m at most, three are 3.1 cm.
    private static func degreesMinutesSeconds(of point: Coordinate, _ precision: Precision) -> String {
        let decimals = precision == .table ? 1 : 3
        return String(unsafeUninitializedCapacity: 64) { room in
            var bytes = TextBytes(room)
            bytes.appendAngle(point.latitude, decimals: decimals, positive: "N", negative: "S")
            bytes.append(" ")
            bytes.appendAngle(point.longitude, decimals: decimals, positive: "E", negative: "W")
            return bytes.count
        }
    }

    private static func utm(of point: Coordinate, _ precision: Precision) -> String? {
        var grid = geographic_grid_point()
        guard geographic_grid(point.latitude, point.longitude, &grid) == 1 else { return nil }
        let decimals = precision == .table ? 0 : 2
        return String(unsafeUninitializedCapacity: 64) { room in
            var bytes = TextBytes(room)
            if grid.zone > 0 { bytes.append(UInt(grid.zone), digits: 2) }
            bytes.append(byte: UInt8(truncatingIfNeeded: grid.band))
            bytes.append(" ")
            bytes.append(grid.easting, decimals: decimals)
            bytes.append(" ")
            bytes.append(grid.northing, decimals: decimals)
            return bytes.count
        }
    }

    /// Five digits each of easting and northing, set apart as people read them out.
    private static func mgrs(of point: Coordinate) -> String? {
        withUnsafeTemporaryAllocation(
            of: CChar.self,
            capacity: Int(GEOGRAPHIC_GRID_REFERENCE_SIZE)
        ) { reference in
            let count = Int(geographic_grid_reference(point.latitude, point.longitude, reference.baseAddress))
            guard count > 10 else { return nil }
            return String(unsafeUninitializedCapacity: 24) { room in
                var bytes = TextBytes(room)
                for index in 0..<count {
                    if index == count - 10 || index == count - 5 { bytes.append(" ") }
                    bytes.append(byte: UInt8(truncatingIfNeeded: reference[index]))
                }
                return bytes.count
            }
        }
    }

    private static func isOnEarth(_ point: Coordinate) -> Bool {
        (-90.0...90.0).contains(point.latitude) && (-180.0...180.0).contains(point.longitude)
    }
}
