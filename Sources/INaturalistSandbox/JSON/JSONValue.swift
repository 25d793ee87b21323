/// A JSON document while it is put together: key order is kept, and no value is looked at twice.
enum JSONValue: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number whose digits are already written, such as a coordinate.
    case verbatim(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
    /// A part that many documents share and that is encoded already.
    case shared(SharedJSON)

    static func optional(_ text: String?) -> JSONValue {
        text.map { .string($0) } ?? .null
    }

    static func optional(_ number: Int?) -> JSONValue {
        number.map { .integer($0) } ?? .null
    }

    static func integers(_ numbers: some Sequence<Int>) -> JSONValue {
        .array(numbers.map { .integer($0) })
    }

    static func strings(_ texts: some Sequence<String>) -> JSONValue {
        .array(texts.map { .string($0) })
    }
}

/// The members of a JSON object in the order in which they were added.
struct JSONObject: Sendable {
    private(set) var members: [(key: String, value: JSONValue)]

    init(reserving capacity: Int = 0) {
        members = []
        members.reserveCapacity(capacity)
    }

    init(_ members: [(key: String, value: JSONValue)]) {
        self.members = members
    }

    /// Adds a member; the caller adds each key once.
    mutating func add(_ key: String, _ value: JSONValue) {
        members.append((key, value))
    }

    /// Puts another value in the place of a member's.
    mutating func replace(_ key: String, _ value: JSONValue) {
        guard let index = members.firstIndex(where: { $0.key == key }) else { return add(key, value) }
        members[index].value = value
    }

    /// The value of a key, for the few places that read a document back.
    subscript(key: String) -> JSONValue? {
        members.first { $0.key == key }?.value
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(nilLiteral: ()) {
        self = .null
    }

    init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }

    init(integerLiteral value: Int) {
        self = .integer(value)
    }

    init(stringLiteral value: String) {
        self = .string(value)
    }

    init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { (key: $0.0, value: $0.1) }))
    }
}
