/// How points are written: a choice of the person, the same on every screen.
package enum CoordinateFormat: String, CaseIterable, Sendable, Hashable {
    /// Degrees with decimals, latitude first: `41.65104, -93.71288`.
    case decimal
    /// Degrees, minutes and seconds, latitude first: `41°39′03.7″N 93°42′46.4″W`.
    case degreesMinutesSeconds = "dms"
    /// Zone and latitude band, easting, northing, in metres: `15T 440639 4611278`; UPS near the poles.
    case utm
    /// The square metre of the Military Grid Reference System: `15TVG 40639 11278`.
    case mgrs

    /// How exactly a point is written.
    package enum Precision: Sendable, Hashable {
        /// What a column of a table shows: a metre, and in degrees the nearest step to it. Never wider than
        /// ``CoordinateFormat/tableColumns``.
        case table
        /// What is shown alone or copied: about a centimetre. MGRS stays at its square metre, the finest that its
        /// standard (NGA.STND.0037) knows and that its readers take.
        case full
    }

    /// What the format is called where it is chosen.
    package var title: String {
        switch self {
        case .decimal: "decimal degrees"
        case .degreesMinutesSeconds: "degrees, minutes, seconds"
        case .utm: "UTM"
        case .mgrs: "MGRS"
        }
    }

    /// The format after this one, for a key that goes round.
    package var next: CoordinateFormat {
        switch self {
        case .decimal: .degreesMinutesSeconds
        case .degreesMinutesSeconds: .utm
        case .utm: .mgrs
        case .mgrs: .decimal
        }
    }

    /// The columns that the widest point on the earth takes in a table.
    package var tableColumns: Int {
        switch self {
        case .decimal: 21  // -89.99999, -179.99999
        case .degreesMinutesSeconds: 26  // 89°59′59.9″S 179°59′59.9″W
        case .utm: 19  // 30M 166021 10000000, a step south of the equator
        case .mgrs: 17  // 15TVG 40639 11278
        }
    }
}
