/// Decoded parameters, from a query or a form body, in the order in which they were sent.
struct Query: Sendable, Hashable {
    private var values: [String: [String]] = [:]

    /// The names that were sent, without `[]`.
    var names: some Collection<String> {
        values.keys
    }

    /// Reads `a=1&b=2`, with `+` for a space and `k[]=` for arrays.
    init(_ text: String) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            var name = Self.decoded(parts[0])
            if name.hasSuffix("[]") { name.removeLast(2) }
            values[name, default: []].append(parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// Reads the scalars of a JSON object.
    init(_ object: JSONObject) {
        for (key, value) in object.members {
            if case .array(let elements) = value {
                values[key] = elements.compactMap(\.formText)
            } else if let text = value.formText {
                values[key] = [text]
            }
        }
    }

    /// The last value of a parameter, or nil when it is absent or empty: the servers treat both alike.
    subscript(name: String) -> String? {
        guard let last = values[name]?.last, !last.isEmpty else { return nil }
        return last
    }

    /// The entries of a comma list or an array parameter; empty when it is absent.
    func list(_ name: String) -> [String] {
        (values[name] ?? []).flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// Whether a switch is on; only the word `true` counts, and only `false` is off.
    func flag(_ name: String) -> Bool? {
        switch self[name] {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The number in a parameter, or nil when it is absent or not a number.
    func number(_ name: String) -> Double? {
        self[name].flatMap(Double.init)
    }

    /// The parameters of this one, replaced and completed by those of another.
    func merging(_ other: Query) -> Query {
        var merged = self
        merged.values.merge(other.values) { $1 }
        return merged
    }

    /// Only the parameters of some names.
    func keeping(_ names: Set<String>) -> Query {
        var kept = self
        kept.values = values.filter { names.contains($0.key) }
        return kept
    }

    /// A text that is the same for the same parameters in any order.
    var canonicalText: String {
        values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: ","))" }
            .joined(separator: "&")
    }

    /// Encodes a name or a value for a query or a form body, with `+` for a space.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "*"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                bytes += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Undoes percent-encoding and turns `+` into a space; bytes that are not UTF-8 become U+FFFD.
    static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
