import Coordinates
import INaturalist
import Testing

/// UTM, UPS and MGRS against values that others have published.
@Suite struct GridTests {
    /// The tests of C. Veness' “Geodesy functions” (movable-type.co.uk), in millimetres there; the polar ones are
    /// problems 1 and 3 of DMA TM 8358.2 (1989), page 3-7.
    @Test(
        arguments: [
            (0, 0, "31N 166021.44 0.00"),
            (1, 1, "31N 277438.26 110597.97"),
            (-1, -1, "30M 722561.74 9889402.03"),
            (48.8583, 2.2945, "31U 448251.90 5411943.79"),
            (-33.857, 151.215, "56H 334873.20 6252266.09"),
            (38.8977, -77.0365, "18S 323394.30 4307395.63"),
            (-22.9519, -43.2106, "23K 683466.25 7460687.43"),
            (60.39135, 5.3249, "32V 297508.41 6700645.30"),
            (
                84 + (17 + 14.042 / 60) / 60, -(132 + (14 + 52.761 / 60) / 60),
                "Y 1530125.78 2426773.60"
            ),
            (
                -(87 + (17 + 14.4 / 60) / 60), 132 + (14 + 52.303 / 60) / 60,
                "B 2222979.47 1797474.90"
            ),
        ] as [(Double, Double, String)]
    ) func `UTM and UPS to the centimetre`(latitude: Double, longitude: Double, text: String) {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        #expect(CoordinateFormat.utm.text(of: point, precision: .full) == text)
    }

    /// GeoConvert(1) of GeographicLib for the first four; the rest are Veness' corrected figures for IBM's
    /// “Coordinate conversions made easy”, where UTM is rounded and MGRS cut off.
    @Test(
        arguments: [
            (33.3, 44.4, "38S 444141 3684706", "38SMB 44140 84706"),
            (-1, 3, "31M 500000 9889470", nil),
            (-79.9, 6.1, nil, "32CMS 43247 28161"),
            (61.2, -149.9, "06V 344174 6788521", "06VUN 44173 88521"),
            (0, 0, "31N 166021 0", "31NAA 66021 00000"),
            (0.13, -0.2324, "30N 808084 14386", "30NZF 08084 14385"),
            (-45.6456, 23.3545, "34G 683474 4942631", "34GFQ 83473 42631"),
            (-12.765, -33.8765, "25L 404859 8588691", "25LDF 04859 88691"),
            (23.4578, -135.4545, "08Q 453580 2594273", "08QML 53580 94272"),
            (77.345, 156.9876, "57X 450794 8586116", "57XVF 50793 86116"),
            (90, 0, "Z 2000000 2000000", "ZAH 00000 00000"),
            (-90, 0, "B 2000000 2000000", "BAN 00000 00000"),
        ] as [(Double, Double, String?, String?)]
    ) func `UTM rounds to the metre, MGRS names the square metre`(
        latitude: Double,
        longitude: Double,
        utm: String?,
        mgrs: String?
    ) {
        let point = Coordinate(latitude: latitude, longitude: longitude)
        if let utm { #expect(CoordinateFormat.utm.text(of: point, precision: .table) == utm) }
        if let mgrs {
            #expect(CoordinateFormat.mgrs.text(of: point, precision: .table) == mgrs)
            #expect(CoordinateFormat.mgrs.text(of: point, precision: .full) == mgrs)
        }
    }

    /// Wikipedia, “Universal Transverse Mercator coordinate system”: 17N 630084 4833438 for 43°38′33.24″N
    /// 79°23′13.7″W, both cut off to metres.
    @Test func `the CN Tower stands where the encyclopaedia says`() {
        let tower = Coordinate(
            latitude: 43 + (38 + 33.24 / 60) / 60,
            longitude: -(79 + (23 + 13.7 / 60) / 60)
        )
        let parts = CoordinateFormat.utm.text(of: tower, precision: .full).split(separator: " ")
        #expect(parts.map { $0.prefix { $0 != "." } } == ["17T", "630084", "4833438"])
        #expect(CoordinateFormat.mgrs.text(of: tower, precision: .table).hasSuffix(" 30084 33438"))
    }

    @Test func `the equator belongs to the north, from either side of zero`() {
        let zero = Coordinate(latitude: 0, longitude: 3)
        let minusZero = Coordinate(latitude: -0.0, longitude: 3)
        for format in [CoordinateFormat.utm, .mgrs] {
            #expect(
                format.text(of: zero, precision: .full) == format.text(of: minusZero, precision: .full)
            )
        }
        #expect(CoordinateFormat.utm.text(of: zero, precision: .table) == "31N 500000 0")
        let justSouth = Coordinate(latitude: -1e-9, longitude: 3)
        #expect(CoordinateFormat.utm.text(of: justSouth, precision: .table) == "31M 500000 10000000")
        #expect(CoordinateFormat.mgrs.text(of: justSouth, precision: .table) == "31MEV 00000 99999")
    }

    @Test func `the antimeridian is one line, at the western edge of zone 1`() {
        for format in [CoordinateFormat.utm, .mgrs] {
            let east = format.text(of: Coordinate(latitude: 10, longitude: 180), precision: .full)
            let west = format.text(of: Coordinate(latitude: 10, longitude: -180), precision: .full)
            #expect(east == west)
            #expect(east.hasPrefix("01P"))
        }
    }
}
