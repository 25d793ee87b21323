/// What `/v2` knows of an object: it sends declared fields and drops all others, and always sends required ones.
///
/// The names are those of the published OpenAPI document of `/v2` (API reference 9).
final class V2Schema: Sendable {
    /// The fields that come without being asked for, in the order of the document.
    let required: [String]

    private let fields: [String: V2Schema]

    /// - Parameters:
    ///   - required: Names of the fields that are always sent.
    ///   - scalars: Names of the other fields, set apart by white space, whose values are passed on as they are.
    ///   - nested: Fields that hold an object, or an array of objects, with a schema of its own.
    init(required: [String] = [], _ scalars: String, nested: [String: V2Schema] = [:]) {
        self.required = required
        var fields = nested
        for name in required + scalars.split(whereSeparator: \.isWhitespace).map(String.init) {
            fields[name] = fields[name] ?? Self.anything
        }
        self.fields = fields
    }

    private init() {
        required = []
        fields = [:]
    }

    /// Stands for a scalar, or for an object of which nothing is declared.
    static let anything = V2Schema()

    /// Whether the object's fields are declared at all.
    var isDeclared: Bool {
        !fields.isEmpty
    }

    /// The schema of a field, or nil when the field is not declared.
    func schema(of field: String) -> V2Schema? {
        fields[field]
    }

    /// A document without the fields that are not declared.
    func keepingKnownFields(of value: JSONValue) -> JSONValue {
        guard isDeclared else { return value }
        switch value {
        case .object(let object):
            var kept = JSONObject(reserving: object.members.count)
            for (key, member) in object.members {
                if let schema = schema(of: key) { kept.add(key, schema.keepingKnownFields(of: member)) }
            }
            return .object(kept)
        case .array(let elements):
            return .array(elements.map { keepingKnownFields(of: $0) })
        case .null, .boolean, .integer, .verbatim, .string, .shared:
            return value
        }
    }
}
