#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The shortest line between two points on the WGS 84 ellipsoid.
///
/// T. Vincenty, “Direct and inverse solutions of geodesics on the ellipsoid with application of nested
/// equations”, Survey Review 23 (176), 1975. Right to half a millimetre.
enum Geodesic {
    /// Half the equator's diameter, metres.
    private static let equatorialRadius = 6_378_137.0
    private static let flattening = 1 / 298.257223563
    /// The radius of the sphere with the ellipsoid's mean radius, metres; for the fallback alone.
    private static let meanRadius = 6_371_008.8

    /// The length in metres and the direction at the first point, in degrees clockwise from north.
    ///
    /// For points nearly opposite each other Vincenty's series does not converge; then the great circle is
    /// returned, which is right to half a per cent. No public point lies that far from its true one.
    static func inverse(
        from start: Coordinate,
        to end: Coordinate
    ) -> (distance: Double, initialBearing: Double) {
        guard start != end else { return (0, 0) }
        return vincenty(from: start, to: end) ?? greatCircle(from: start, to: end)
    }

    private static func vincenty(from start: Coordinate, to end: Coordinate) -> (Double, Double)? {
        let polarRadius = equatorialRadius * (1 - flattening)
        let difference = radians(normalized(end.longitude - start.longitude))
        let first = atan((1 - flattening) * tan(radians(start.latitude)))
        let second = atan((1 - flattening) * tan(radians(end.latitude)))
        let (sine1, cosine1, sine2, cosine2) = (sin(first), cos(first), sin(second), cos(second))
        var lambda = difference
        for _ in 0..<200 {
            let (sineLambda, cosineLambda) = (sin(lambda), cos(lambda))
            let across = cosine2 * sineLambda
            let along = cosine1 * sine2 - sine1 * cosine2 * cosineLambda
            let sineSigma = (across * across + along * along).squareRoot()
            // Both points are one, though their numbers differ (longitudes 180 and -180, or a pole).
            if sineSigma == 0 { return cosineLambda > 0 || abs(cosine1) < 1e-12 ? (0, 0) : nil }
            let cosineSigma = sine1 * sine2 + cosine1 * cosine2 * cosineLambda
            let sigma = atan2(sineSigma, cosineSigma)
            let sineAlpha = cosine1 * cosine2 * sineLambda / sineSigma
            let cosineSquaredAlpha = 1 - sineAlpha * sineAlpha
            // On the equator the line has no midpoint off it.
            let cosineMiddle =
                cosineSquaredAlpha < 1e-15 ? 0 : cosineSigma - 2 * sine1 * sine2 / cosineSquaredAlpha
            let factor =
                flattening / 16 * cosineSquaredAlpha * (4 + flattening * (4 - 3 * cosineSquaredAlpha))
            let middleTerm =
                cosineMiddle + factor * cosineSigma * (2 * cosineMiddle * cosineMiddle - 1)
            let next =
                difference + (1 - factor) * flattening * sineAlpha * (sigma + factor * sineSigma * middleTerm)
            guard abs(next) <= .pi * 1.0001 else { return nil }
            if abs(next - lambda) < 1e-12 {
                let squared =
                    cosineSquaredAlpha * (equatorialRadius * equatorialRadius - polarRadius * polarRadius)
                    / (polarRadius * polarRadius)
                let distance =
                    polarRadius * scale(squared)
                    * (sigma - correction(squared, sineSigma, cosineSigma, cosineMiddle))
                return (distance, bearing(across, along))
            }
            lambda = next
        }
        return nil
    }

    private static func scale(_ squared: Double) -> Double {
        1 + squared / 16384 * (4096 + squared * (-768 + squared * (320 - 175 * squared)))
    }

    private static func correction(
        _ squared: Double,
        _ sineSigma: Double,
        _ cosineSigma: Double,
        _ cosineMiddle: Double
    ) -> Double {
        let factor = squared / 1024 * (256 + squared * (-128 + squared * (74 - 47 * squared)))
        let double = 2 * cosineMiddle * cosineMiddle - 1
        let last =
            factor / 6 * cosineMiddle * (4 * sineSigma * sineSigma - 3)
            * (4 * cosineMiddle * cosineMiddle - 3)
        return factor * sineSigma * (cosineMiddle + factor / 4 * (cosineSigma * double - last))
    }

    private static func greatCircle(from start: Coordinate, to end: Coordinate) -> (Double, Double) {
        let (latitude1, latitude2) = (radians(start.latitude), radians(end.latitude))
        let difference = radians(normalized(end.longitude - start.longitude))
        let across = cos(latitude2) * sin(difference)
        let along = cos(latitude1) * sin(latitude2) - sin(latitude1) * cos(latitude2) * cos(difference)
        let inward = sin(latitude1) * sin(latitude2) + cos(latitude1) * cos(latitude2) * cos(difference)
        let angle = atan2((across * across + along * along).squareRoot(), inward)
        return (meanRadius * angle, bearing(across, along))
    }

    private static func bearing(_ across: Double, _ along: Double) -> Double {
        let degrees = atan2(across, along) * 180 / .pi
        let positive = degrees < 0 ? degrees + 360 : degrees
        return positive >= 360 ? 0 : positive
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    /// A difference of longitudes the short way round.
    private static func normalized(_ degrees: Double) -> Double {
        let rest = degrees.truncatingRemainder(dividingBy: 360)
        return rest > 180 ? rest - 360 : rest < -180 ? rest + 360 : rest
    }
}
