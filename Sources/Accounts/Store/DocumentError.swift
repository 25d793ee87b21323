internal import FoundationEssentials

/// Why a document of this module cannot be read. No value of the document is in its text, because it may be a token.
enum DocumentError: Error, Equatable {
    /// It is not what this program writes; the reason is half a sentence.
    case malformed(String)
    /// A newer version of the program wrote it.
    case newer(version: Int)

    private struct Versioned: Decodable {
        let version: Int
    }

    /// Reads a document whose version is known.
    static func decoding<Document: Decodable>(
        _ type: Document.Type,
        from json: [UInt8],
        knownVersion: Int
    ) throws(DocumentError) -> Document {
        let decoder = JSONDecoder()
        let data = Data(json)
        do {
            let version = try decoder.decode(Versioned.self, from: data).version
            if version > knownVersion { throw DocumentError.newer(version: version) }
            guard version == knownVersion else { throw DocumentError.malformed("its version is \(version)") }
            return try decoder.decode(type, from: data)
        } catch let error as DocumentError {
            throw error
        } catch let error as DecodingError {
            throw .malformed(reason(error))
        } catch {
            throw .malformed("it is not the JSON that inatty writes")
        }
    }

    /// Writes a document.
    static func encoding(_ document: some Encodable, isForPeople: Bool) throws(DocumentError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isForPeople { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return try Array(encoder.encode(document))
        } catch {
            throw .malformed("it cannot be written as JSON")
        }
    }

    /// Places and names alone: `debugDescription` would quote the document.
    private static func reason(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + (last.map { [$0] } ?? [])
            return keys.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return "“\(place(context, key))” is missing"
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
            .valueNotFound(_, let context) where !context.codingPath.isEmpty,
            .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "“\(place(context))” is not what inatty writes there"
        default: return "it is not whole JSON"
        }
    }
}

extension DocumentError {
    /// As an error about a file.
    func inFile(_ path: String) -> AccountStoreError {
        switch self {
        case .malformed(let reason): .broken(path: path, reason: reason)
        case .newer(let version): .newerVersion(path: path, version: version)
        }
    }

    /// As an error about an item of the keyring.
    func inKeyring(_ owner: TokenOwner) -> AccountStoreError {
        switch self {
        case .malformed(let reason): .brokenKeyringItem(login: owner.login, reason: reason)
        case .newer(let version):
            .brokenKeyringItem(login: owner.login, reason: "a newer inatty wrote it (version \(version))")
        }
    }
}
