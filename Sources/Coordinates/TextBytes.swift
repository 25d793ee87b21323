/// Writes numbers as UTF-8 into the room of a string that is being made, so that a cell of a table costs one string.
///
/// Whoever makes the room makes it large enough: a number with decimals takes 20 bytes at most, an angle 20.
struct TextBytes {
    /// The bytes written so far.
    private(set) var count = 0

    private let room: UnsafeMutableBufferPointer<UInt8>

    init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    mutating func append(byte: UInt8) {
        room[count] = byte
        count += 1
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes in
            for byte in bytes { append(byte: byte) }
        }
    }

    /// A number with zeros before it, up to so many digits.
    mutating func append(_ value: UInt, digits: Int = 1) {
        var divisor: UInt = 1
        var left = 1
        while left < digits || value / divisor >= 10 {
            divisor *= 10
            left += 1
        }
        while divisor > 0 {
            append(byte: UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    /// A number with a comma between thousands.
    mutating func append(grouped value: UInt) {
        guard value >= 1_000 else { return append(value) }
        append(grouped: value / 1_000)
        append(",")
        append(value % 1_000, digits: 3)
    }

    /// A number with exactly so many decimals, rounded half away from zero; `—` when it is not finite or too large.
    mutating func append(_ value: Double, decimals: Int) {
        let scale = Self.scale(decimals)
        let scaled = (value.magnitude * Double(scale)).rounded()
        guard scaled < 9e15 else { return append("—") }
        let whole = UInt(scaled)
        if value < 0, whole != 0 { append("-") }
        append(whole / scale)
        guard decimals > 0 else { return }
        append(".")
        append(whole % scale, digits: decimals)
    }

    /// An angle in degrees, minutes, seconds and the letter of its side; zero has the letter of the positive side.
    ///
    /// The rounding comes first, in the last decimal of a second, so that no 60 is ever written.
    ///
    /// - Parameter degrees: -180 to 180.
    mutating func appendAngle(
        _ degrees: Double,
        decimals: Int,
        positive: StaticString,
        negative: StaticString
    ) {
        let scale = Self.scale(decimals)
        let whole = UInt((degrees.magnitude * Double(3_600 * scale)).rounded())
        let seconds = whole / scale
        append(seconds / 3_600)
        append("°")
        append(seconds / 60 % 60, digits: 2)
        append("′")
        append(seconds % 60, digits: 2)
        append(".")
        append(whole % scale, digits: decimals)
        append("″")
        append(degrees < 0 && whole != 0 ? negative : positive)
    }

    private static func scale(_ decimals: Int) -> UInt {
        var scale: UInt = 1
        for _ in 0..<decimals { scale *= 10 }
        return scale
    }
}
