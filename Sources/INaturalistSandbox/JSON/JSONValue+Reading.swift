import FoundationEssentials

extension JSONValue: Decodable {
    /// The document in a request's body, or nil when the body is not JSON.
    init?(parsing bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
            var object = JSONObject(reserving: keyed.allKeys.count)
            for key in keyed.allKeys {
                object.add(key.stringValue, try keyed.decode(JSONValue.self, forKey: key))
            }
            self = .object(object)
        } else if var unkeyed = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !unkeyed.isAtEnd { elements.append(try unkeyed.decode(JSONValue.self)) }
            self = .array(elements)
        } else {
            self = try Self.scalar(in: decoder.singleValueContainer())
        }
    }

    private static func scalar(in container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let flag = try? container.decode(Bool.self) { return .boolean(flag) }
        if let number = try? container.decode(Int.self) { return .integer(number) }
        if let number = try? container.decode(Double.self) { return .verbatim(String(number)) }
        return .string(try container.decode(String.self))
    }

    /// A scalar as the text that a form field would carry, or nil for arrays, objects and null.
    var formText: String? {
        switch self {
        case .string(let text), .verbatim(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .null, .array, .object, .shared: nil
        }
    }

    /// A key of any name.
    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }
}
