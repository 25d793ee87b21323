import Foundation
import TestBrowser

/// Pages of the servers have megabytes, for which Foundation's decoder needs seconds without optimisation.
extension JSON {
    /// The text was not JSON.
    struct Malformed: Error, CustomStringConvertible {
        let position: Int
        var description: String { "Not JSON at byte \(position)." }
    }

    init(parsing data: Data) throws {
        self = try data.withUnsafeBytes { bytes in
            var parser = Parser(bytes: bytes)
            let value = try parser.value()
            guard parser.position == bytes.count else { throw Malformed(position: parser.position) }
            return value
        }
    }

    /// Reads JSON without white space between its parts, which is how the servers write it.
    private struct Parser {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        mutating func value() throws -> JSON {
            guard position < bytes.count else { throw Malformed(position: position) }
            switch bytes[position] {
            case UInt8(ascii: "{"): return .object(try object())
            case UInt8(ascii: "["): return .array(try array())
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try word("true", .boolean(true))
            case UInt8(ascii: "f"): return try word("false", .boolean(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func object() throws -> [String: JSON] {
            var members: [String: JSON] = [:]
            try list(until: UInt8(ascii: "}")) { parser in
                let key = try parser.string()
                guard parser.skip(UInt8(ascii: ":")) else { throw Malformed(position: parser.position) }
                let isRepeated = members.updateValue(try parser.value(), forKey: key) != nil
                if isRepeated { throw Malformed(position: parser.position) }
            }
            return members
        }

        private mutating func array() throws -> [JSON] {
            var elements: [JSON] = []
            try list(until: UInt8(ascii: "]")) { elements.append(try $0.value()) }
            return elements
        }

        private mutating func list(until end: UInt8, _ element: (inout Parser) throws -> Void) throws {
            position += 1
            if skip(end) { return }
            repeat { try element(&self) } while skip(UInt8(ascii: ","))
            guard skip(end) else { throw Malformed(position: position) }
        }

        private mutating func string() throws -> String {
            let start = position
            var isEscaped = false
            position += 1
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                if bytes[position] == UInt8(ascii: "\\") {
                    isEscaped = true
                    position += 1
                }
                position += 1
            }
            guard skip(UInt8(ascii: "\"")) else { throw Malformed(position: position) }
            if isEscaped { return try JSONDecoder().decode(String.self, from: Data(bytes[start..<position])) }
            guard let text = String(validating: bytes[(start + 1)..<(position - 1)], as: UTF8.self) else {
                throw Malformed(position: start)
            }
            return text
        }

        private mutating func number() throws -> JSON {
            let start = position
            while position < bytes.count, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            if let integer = Int(text) { return .integer(integer) }
            guard let number = Double(text) else { throw Malformed(position: start) }
            return .number(number)
        }

        private mutating func word(_ text: String, _ value: JSON) throws -> JSON {
            guard bytes[position...].starts(with: text.utf8) else { throw Malformed(position: position) }
            position += text.utf8.count
            return value
        }

        private mutating func skip(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }
    }
}
