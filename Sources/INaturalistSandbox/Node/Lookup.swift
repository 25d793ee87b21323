/// What the lists of places, projects, taxa and users have in common.
struct Lookup {
    let call: Call
    let version: NodeVersion

    /// How many rows are wanted; nonsense and too many are the default and the most.
    func size(default ordinary: Int, maximum: Int) -> Int {
        guard let wanted = call.query["per_page"].flatMap({ Int($0) }), wanted >= 0 else { return ordinary }
        return min(wanted, maximum)
    }

    /// An envelope whose `page` is what the query said: in `/v1` a text (API reference 3.1).
    func envelope(_ results: [JSONValue], total: Int, size: Int) -> JSONValue {
        var object = JSONObject(reserving: 4)
        object.add("total_results", .integer(total))
        object.add("page", page)
        object.add("per_page", .integer(min(total, size)))
        object.add("results", .array(results))
        return .object(object)
    }

    private var page: JSONValue {
        guard let text = call.query["page"] else { return 1 }
        return version == .v1 ? .string(text) : .integer(Int(text) ?? 1)
    }

    /// The names in a path: ids, and slugs where they are allowed.
    /// - Throws: ``NodeError/badIDs`` for anything else.
    func names(slugs: Bool) throws(NodeError) -> [String] {
        let text = call.captures["ids"] ?? ""
        let isValid = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","): true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"): slugs
            default: false
            }
        }
        guard isValid, !text.isEmpty, !text.hasSuffix(",") else { throw .badIDs }
        return text.split(separator: ",").map(String.init)
    }
}
