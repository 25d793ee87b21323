/// Which fields a `/v2` request asks for (API reference 3.6).
indirect enum FieldSelection: Sendable, Hashable {
    /// Only what the schema requires.
    case required
    /// Everything that the schema declares.
    case all
    /// These and the required ones.
    case some([String: FieldSelection])

    /// Reads the parameter `fields`, in any of its forms.
    /// - Returns: nil when it is none of them, which is a 422.
    init?(parameter text: String?) {
        guard let text, !text.isEmpty else {
            self = .required
            return
        }
        if text == "all" {
            self = .all
        } else if Self.isCommaList(text) {
            self = Self.commaList(text)
        } else if text.hasPrefix("{") {
            guard let value = JSONValue(parsing: Array(text.utf8)), let selection = FieldSelection(value)
            else {
                return nil
            }
            self = selection
        } else {
            guard let value = RISON.parse(text), let selection = FieldSelection(value) else { return nil }
            self = selection
        }
    }

    /// Reads an object whose values are `true`, `all` or objects; nil for anything else.
    init?(_ value: JSONValue) {
        switch value {
        case .object(let object):
            var fields: [String: FieldSelection] = [:]
            for (key, member) in object.members {
                if case .boolean(false) = member { continue }
                guard let selection = FieldSelection(member) else { return nil }
                fields[key] = selection
            }
            self = fields["all"] == nil ? .some(fields) : .all
        case .boolean(true), .integer: self = .required
        case .string("all"): self = .all
        case .string, .boolean, .null, .verbatim, .array, .shared: return nil
        }
    }

    /// The server's own test: `^[a-z_.]+(,[a-z_.]+)*$`. There are no digits and no spaces in it.
    private static func isCommaList(_ text: String) -> Bool {
        text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || $0 == 95 || $0 == 46 }
        }
    }

    private static func commaList(_ text: String) -> FieldSelection {
        text.split(separator: ",").reduce(.some([:])) { selection, path in
            selection.adding(path.split(separator: ".").map(String.init)[...])
        }
    }

    private func adding(_ path: ArraySlice<String>) -> FieldSelection {
        guard let name = path.first, self != .all else { return self }
        if name == "all" { return .all }
        var fields: [String: FieldSelection] = if case .some(let known) = self { known } else { [:] }
        let inner = fields[name] ?? .required
        fields[name] = path.count > 1 ? inner.adding(path.dropFirst()) : inner
        return .some(fields)
    }

    /// Whether any of some fields is asked for; what is not need not be made.
    func wantsAny(of names: [String]) -> Bool {
        switch self {
        case .required: false
        case .all: true
        case .some(let fields): names.contains { fields[$0] != nil }
        }
    }

    /// The part of a document that is asked for.
    func picking(from value: JSONValue, as schema: V2Schema) -> JSONValue {
        guard schema.isDeclared else { return value }
        switch value {
        case .object(let object): return .object(picking(from: object, as: schema))
        case .array(let elements): return .array(elements.map { picking(from: $0, as: schema) })
        case .shared(let shared): return self == .all ? value : picking(from: shared.v2Value, as: schema)
        case .null, .boolean, .integer, .verbatim, .string: return value
        }
    }

    private func picking(from object: JSONObject, as schema: V2Schema) -> JSONObject {
        var picked = JSONObject(reserving: object.members.count)
        for (key, member) in object.members {
            guard let selection = selection(of: key, in: schema), let inner = schema.schema(of: key) else {
                continue
            }
            picked.add(key, selection.picking(from: member, as: inner))
        }
        return picked
    }

    private func selection(of key: String, in schema: V2Schema) -> FieldSelection? {
        switch self {
        case .all: return .all
        case .required: return schema.required.contains(key) ? .required : nil
        case .some(let fields): return fields[key] ?? (schema.required.contains(key) ? .required : nil)
        }
    }
}
