import Foundation
import TestSupport
import Testing

/// Secrets to look for in whatever was written, in every form in which they could stand there.
struct SecretHunt: Sendable {
    private let forms: [(name: String, form: Data)]

    /// - Parameter secrets: each with a name for the report; the report never shows the secret.
    init(_ secrets: [String: String]) {
        forms = secrets.flatMap { name, secret in
            Self.forms(of: secret).map { ("\(name) as \($0)", $1) }
        }
    }

    /// The names of those found in some bytes.
    func found(in data: Data) -> [String] {
        forms.filter { data.range(of: $0.form) != nil }.map(\.name)
    }

    /// Expects that none is in some bytes, and none in the text without its line breaks.
    func expectNothing(
        in data: Data,
        called what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let joined = Data(data.filter { $0 != 0x0A && $0 != 0x0D })
        let found = Set(self.found(in: data) + self.found(in: joined)).sorted()
        #expect(found == [], "in \(what)", sourceLocation: sourceLocation)
    }

    /// Expects that none is in a text.
    func expectNothing(
        in text: String,
        called what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectNothing(in: Data(text.utf8), called: what, sourceLocation: sourceLocation)
    }

    /// As it is, percent-encoded, in hexadecimal, reversed, and in base64 wherever it may begin in what is encoded.
    private static func forms(of secret: String) -> [(String, Data)] {
        let bytes = Array(secret.utf8)
        func hex(_ isUpper: Bool, _ mark: String) -> String {
            bytes.map { byte in
                let digits = String(byte, radix: 16, uppercase: isUpper)
                return mark + (digits.count == 1 ? "0" : "") + digits
            }
            .joined()
        }
        var texts = [
            ("it is", secret), ("percent signs", hex(true, "%")), ("small percent signs", hex(false, "%")),
            ("hexadecimal", hex(false, "")), ("HEXADECIMAL", hex(true, "")),
            ("spaced hexadecimal", bytes.map { String($0, radix: 16) }.joined(separator: " ")),
            ("reversed", String(secret.reversed())),
        ]
        let encoded = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
        if encoded != secret { texts.append(("a form's value", encoded)) }
        for shift in 0..<3 {
            // What three bytes share with their neighbours is cut off at both ends.
            let base64 = Data(repeating: 0, count: shift) + Data(bytes)
            let text = base64.base64EncodedString().filter { $0 != "=" }
            let inner = String(text.dropFirst(shift == 0 ? 0 : 4).dropLast(2))
            guard inner.count >= 8 else { continue }
            texts.append(("base64, shifted by \(shift)", inner))
            texts.append(
                ("base64url, shifted by \(shift)", inner.replacing("+", with: "-").replacing("/", with: "_"))
            )
        }
        return texts.map { ($0, Data($1.utf8)) }
    }
}
