extension Colour {
    /// The names of the terminal's own sixteen colours, by their numbers.
    package static let names = eight + eight.map { "bright-\($0)" }

    private static let eight = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    /// The colour that a person names: one of ``names``, a number of xterm's 256, or `#rrggbb`.
    package init?(name: String) {
        if let number = Self.names.firstIndex(of: name.lowercased()) {
            self.init(ansi: UInt8(number))
        } else if name.hasPrefix("#") {
            let digits = name.dropFirst()
            guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let rgb = UInt32(digits, radix: 16)
            else { return nil }
            self.init(rgb: rgb)
        } else if name.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt8(name) {
            if number < 16 {
                self.init(ansi: number)
            } else {
                self.init(number, eight: Colour(rgb: Self.rgb(of: number)).index8)
            }
        } else {
            return nil
        }
    }
}
