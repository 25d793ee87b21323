/// Numbers as people read them, without a locale: `1,284`, `41.65104`.
///
/// Written by hand on integers, because a frame formats hundreds of them and a formatter object costs
/// microseconds each.
package enum NumberText {
    /// A count with a comma between thousands: `1,284`.
    package static func count(_ value: Int) -> String {
        String(unsafeUninitializedCapacity: 32) { room in
            var bytes = TextBytes(room)
            if value < 0 { bytes.append("-") }
            bytes.append(grouped: value.magnitude)
            return bytes.count
        }
    }

    /// A number with exactly so many decimals, rounded half away from zero: `-93.71288`.
    ///
    /// - Parameters:
    ///   - value: finite; anything else, or too large for exact decimals, reads `—`.
    ///   - decimals: 0 to 15.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        String(unsafeUninitializedCapacity: 32) { room in
            var bytes = TextBytes(room)
            bytes.append(value, decimals: decimals)
            return bytes.count
        }
    }
}
