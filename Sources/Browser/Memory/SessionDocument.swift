internal import FoundationEssentials
internal import INaturalist

/// The text of the file with what the last runs left: `{"version": 1, "sites": [{"site": …, …}, …]}`.
///
/// Only the entry that is changed is written anew; the others, and what a newer version has put beside them, stay as
/// they came.
nonisolated struct SessionDocument {
    /// What a file's bytes are.
    enum Finding {
        case whole(SessionDocument)
        /// The number that it names.
        case newer(Int)
        case damaged
    }

    private static let version = 1

    /// What stands beside `version` and `sites`.
    private var others: [(key: String, value: [UInt8])] = []
    private var entries: [JSONValue] = []

    /// No entry.
    init() {}

    /// Reads a file's bytes; nothing at all is a file without an entry.
    static func reading(_ bytes: [UInt8]) -> Finding {
        guard !bytes.isEmpty else { return .whole(SessionDocument()) }
        guard let json = JSONValue(parsing: bytes), let version = json["version"]?.int else {
            return .damaged
        }
        guard version == Self.version else { return .newer(version) }
        guard let sites = json["sites"], sites.isArray else { return .damaged }
        var document = SessionDocument()
        document.entries = sites.elements
        document.others = json.members.compactMap { member in
            ["version", "sites"].contains(member.key) ? nil : (member.key, Array(member.value.source))
        }
        return .whole(document)
    }

    /// What there is of a website.
    func entry(of site: String) -> JSONValue? { entries.first { $0["site"]?.string == site } }

    /// The file's bytes, an entry a line, with this one in the place of its website's entry. What that has under names
    /// that this version does not know is kept.
    func bytes(with record: SessionRecord) -> [UInt8] {
        let old = entry(of: record.site)
        let known = Set(SessionRecord.CodingKeys.allCases.map(\.rawValue))
        var members = Self.members(of: record)
        members += (old?.members ?? []).compactMap { member in
            known.contains(member.key) ? nil : (member.key, Array(member.value.source))
        }
        let fresh = Self.object(members)
        var lines = entries.map { $0["site"]?.string == record.site ? fresh : Array($0.source) }
        if old == nil { lines.append(fresh) }
        let sites = Array("[\n".utf8) + Array(lines.joined(separator: Array(",\n".utf8))) + Array("\n]".utf8)
        let own: [(key: String, value: [UInt8])] = [
            ("version", Array(String(Self.version).utf8)), ("sites", sites),
        ]
        return Self.object(own + others) + Array("\n".utf8)
    }

    private static func members(of record: SessionRecord) -> [(key: String, value: [UInt8])] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Names and whole numbers alone are in it, so that encoding cannot fail.
        let text = (try? encoder.encode(record)) ?? Data()
        return (JSONValue(parsing: Array(text))?.members ?? []).map { ($0.key, Array($0.value.source)) }
    }

    private static func object(_ members: [(key: String, value: [UInt8])]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let texts = members.map { member in
            Array((try? encoder.encode(member.key)) ?? Data()) + Array(": ".utf8) + member.value
        }
        return Array("{".utf8) + Array(texts.joined(separator: Array(", ".utf8))) + Array("}".utf8)
    }
}
