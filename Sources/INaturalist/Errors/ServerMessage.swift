/// A server's own words, made fit to be shown: no HTML, no control characters, one line, not endless, no
/// secret.
enum ServerMessage {
    private static let limit = 300

    /// The message in an error body, nil when there is none.
    ///
    /// The shapes are those of reference 1.6 and 7.3: `error_description`, `error` as a text or as an object
    /// from the site behind the API, `errors` as a list, and JSON inside a string.
    static func text(in body: [UInt8], hiding secrets: [Secret]) -> String? {
        guard let json = JSONValue(parsing: body) else { return nil }
        return text(in: json, depth: 0).flatMap { shown($0, hiding: secrets) }
    }

    private static func text(in json: JSONValue, depth: Int) -> String? {
        guard depth < 8 else { return nil }
        if let string = json.words {
            guard string.hasPrefix("{"), let inner = JSONValue(parsing: Array(string.utf8)) else {
                return string
            }
            return text(in: inner, depth: depth + 1)
        }
        if json.isArray {
            let parts = json.elements.prefix(5).compactMap { text(in: $0, depth: depth + 1) }
            return parts.isEmpty ? nil : parts.joined(separator: "; ")
        }
        if let message = json["message"].flatMap({ text(in: $0, depth: depth + 1) }) {
            return json["path"]?.words.map { "\($0) \(message)" } ?? message
        }
        for value in [json["error_description"], json["errors"], json["error"], json["original"]] {
            if let value, let found = text(in: value, depth: depth + 1) { return found }
        }
        return nil
    }

    /// A text fit to be shown, nil when nothing is left of it.
    static func shown(_ raw: String, hiding secrets: [Secret]) -> String? {
        var text = raw
        for secret in secrets where secret.length >= 4 {
            text = secret.hidden(in: text)
        }
        let words = entitiesDecoded(tagsRemoved(text))
            .unicodeScalars
            .split { $0.properties.isWhitespace || isUnprintable($0) }
            .map { String(Substring($0)) }
        let line = words.joined(separator: " ")
        guard !line.isEmpty else { return nil }
        return line.count <= limit ? line : line.prefix(limit) + "…"
    }

    private static func tagsRemoved(_ text: String) -> String {
        var kept = ""
        var rest = Substring(text)
        while let opening = rest.firstIndex(of: "<") {
            kept += rest[..<opening]
            let after = rest.index(after: opening)
            // “a < b” is no tag.
            guard
                let first = rest[after...].first, first.isLetter || first == "/" || first == "!",
                let closing = rest[after...].firstIndex(of: ">")
            else {
                kept.append("<")
                rest = rest[after...]
                continue
            }
            rest = rest[rest.index(after: closing)...]
        }
        return kept + rest
    }

    private static func entitiesDecoded(_ text: String) -> String {
        var text = text
        let entities = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&"),
        ]
        for (entity, character) in entities { text.replace(entity, with: character) }
        return text
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            true
        default: false
        }
    }
}
