/// RISON, the compact notation in which `/v2` takes nested `fields`: `(id:!t,user:(login:!t))`.
enum RISON {
    /// The value of a text, or nil when it is not RISON.
    static func parse(_ text: String) -> JSONValue? {
        var parser = Parser(rest: text[...])
        guard let value = parser.value(), parser.rest.isEmpty else { return nil }
        return value
    }

    private struct Parser {
        var rest: Substring

        mutating func value() -> JSONValue? {
            switch rest.first {
            case "(": object()
            case "!": special()
            case "'": quoted()
            default: bare()
            }
        }

        private mutating func object() -> JSONValue? {
            var object = JSONObject()
            rest.removeFirst()
            if skip(")") { return .object(object) }
            repeat {
                let key = word()
                guard !key.isEmpty, skip(":"), let value = value() else { return nil }
                object.add(key, value)
            } while skip(",")
            return skip(")") ? .object(object) : nil
        }

        /// `!t`, `!f`, `!n`, or an array in `!(` and `)`.
        private mutating func special() -> JSONValue? {
            rest.removeFirst()
            switch rest.popFirst() {
            case "t": return .boolean(true)
            case "f": return .boolean(false)
            case "n": return .null
            case "(":
                var elements: [JSONValue] = []
                if skip(")") { return .array(elements) }
                repeat {
                    guard let element = value() else { return nil }
                    elements.append(element)
                } while skip(",")
                return skip(")") ? .array(elements) : nil
            default: return nil
            }
        }

        /// Text in single quotes, in which `!` escapes.
        private mutating func quoted() -> JSONValue? {
            rest.removeFirst()
            var text = ""
            while let character = rest.popFirst() {
                if character == "'" { return .string(text) }
                guard character == "!" else {
                    text.append(character)
                    continue
                }
                guard let escaped = rest.popFirst() else { return nil }
                text.append(escaped)
            }
            return nil
        }

        private mutating func bare() -> JSONValue? {
            let text = word()
            guard !text.isEmpty else { return nil }
            return Int(text).map { .integer($0) } ?? .string(text)
        }

        private mutating func word() -> String {
            let end = rest.firstIndex { "(),:!' ".contains($0) } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(rest[..<end])
        }

        private mutating func skip(_ character: Character) -> Bool {
            guard rest.first == character else { return false }
            rest.removeFirst()
            return true
        }
    }
}
