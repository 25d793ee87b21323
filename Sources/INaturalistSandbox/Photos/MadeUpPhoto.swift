/// A picture that nobody took, worked out from a number: sky, sun, and hills.
struct MadeUpPhoto: Sendable {
    /// Decides the colours and the places.
    let id: Int
    /// Pixels.
    let width: Int
    let height: Int

    /// The file.
    var png: [UInt8] {
        PNGWriter.file(width: width, height: height, palette: palette) { x, y in
            colour(x: Double(x) / Double(width), y: Double(y) / Double(height))
        }
    }

    /// Sky from above to the horizon, the sun, and two hills.
    private var palette: [(red: UInt8, green: UInt8, blue: UInt8)] {
        let tone = id % 7 * 12
        let sky = (0..<12).map { step in
            (UInt8(70 + step * 10 + tone / 2), UInt8(120 + step * 9), UInt8(225 - step * 4))
        }
        return sky + [
            (255, 226, 90), (UInt8(60 + tone), 130, 70), (UInt8(30 + tone), UInt8(86 + tone / 2), 44),
            (40, 30, 24),
        ]
    }

    /// The palette's number of a place, both counted from 0 to 1.
    private func colour(x: Double, y: Double) -> UInt8 {
        let shift = Double(id % 11) / 11
        // Parabolas instead of waves: no mathematics library is needed for a hill.
        if y > 0.62 + (x - shift) * (x - shift) * 0.5 { return 14 }
        if y > 0.5 + (x - 1 + shift) * (x - 1 + shift) * 0.7 { return 13 }
        let sun = (x: 0.2 + shift * 0.6, y: 0.24)
        let across = (x - sun.x) * Double(width) / Double(max(height, 1))
        if across * across + (y - sun.y) * (y - sun.y) < 0.012 { return 12 }
        return UInt8(min(max(y * 14, 0), 11))
    }
}
