/// A value inside a parsed JSON text, read leniently: the servers send numbers as strings in places,
/// and what one version calls a string another calls an array (reference, section 10).
///
/// Three states stay apart: `value["key"]` is nil when the key is absent, and `isNull` when it is null.
package struct JSONValue: Sendable {
    /// The text and its nodes, shared by every value of one document.
    private final class Document: Sendable {
        let bytes: [UInt8]
        let nodes: [JSONNode]

        init(bytes: [UInt8], nodes: [JSONNode]) {
            self.bytes = bytes
            self.nodes = nodes
        }
    }

    private let document: Document
    private let index: Int

    /// Parses a whole text, nil when it is not JSON.
    package init?(parsing bytes: [UInt8]) {
        guard let nodes = JSONParser.nodes(of: bytes) else { return nil }
        document = Document(bytes: bytes, nodes: nodes)
        index = 0
    }

    private init(document: Document, index: Int) {
        self.document = document
        self.index = index
    }

    private var node: JSONNode { document.nodes[index] }

    /// Whether it is null.
    package var isNull: Bool { node.kind == .null }
    /// Whether it has keys.
    package var isObject: Bool { node.kind == .object }
    /// Whether it is a list.
    package var isArray: Bool { node.kind == .array }

    /// The text of the value as it stood in the reply.
    package var source: ArraySlice<UInt8> {
        let node = node
        let isString = node.kind == .string || node.kind == .escapedString
        return document.bytes[Int(node.start) - (isString ? 1 : 0)..<Int(node.end) + (isString ? 1 : 0)]
    }

    /// The value under a key; nil when the key is absent or this is no object.
    package subscript(key: StaticString) -> JSONValue? {
        let object = node
        guard object.kind == .object else { return nil }
        return document.bytes.withUnsafeBufferPointer { bytes in
            document.nodes.withUnsafeBufferPointer { nodes in
                var position = index + 1
                while position < Int(object.next) {
                    if Self.isKey(nodes[position], key, bytes) {
                        return JSONValue(document: document, index: position + 1)
                    }
                    position = Int(nodes[position + 1].next)
                }
                return nil
            }
        }
    }

    private static func isKey(
        _ node: JSONNode,
        _ key: StaticString,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let count = Int(node.end - node.start)
        guard count == key.utf8CodeUnitCount, node.kind == .string else { return false }
        // From the end: keys of one object often begin alike.
        var offset = count
        while offset > 0 {
            offset -= 1
            if bytes[Int(node.start) + offset] != key.utf8Start[offset] { return false }
        }
        return true
    }

    /// The values of an array; empty when this is none.
    package var elements: [JSONValue] {
        guard isArray else { return [] }
        var values: [JSONValue] = []
        var position = index + 1
        let end = Int(node.next)
        while position < end {
            values.append(JSONValue(document: document, index: position))
            position = Int(document.nodes[position].next)
        }
        return values
    }

    /// The keys and the values of an object, in the order of the text; empty when this is none.
    package var members: [(key: String, value: JSONValue)] {
        guard isObject else { return [] }
        var pairs: [(key: String, value: JSONValue)] = []
        var position = index + 1
        let end = Int(node.next)
        while position < end {
            let value = JSONValue(document: document, index: position + 1)
            pairs.append((JSONValue(document: document, index: position).string ?? "", value))
            position = Int(document.nodes[position + 1].next)
        }
        return pairs
    }

    /// The text of a string; nil for anything else.
    package var string: String? {
        let node = node
        switch node.kind {
        case .string: return text(node)
        case .escapedString: return JSONText.unescaped(document.bytes[Int(node.start)..<Int(node.end)])
        default: return nil
        }
    }

    /// The text of a string that is not empty; nil for anything else.
    package var words: String? {
        guard let string, !string.isEmpty else { return nil }
        return string
    }

    /// A number, also one written as a string; nil when it is not finite.
    package var double: Double? {
        let node = node
        guard node.kind == .number || node.kind == .string else { return nil }
        return Double(text(node)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number, also one written as a string or with a fraction of zero.
    package var int: Int? {
        let node = node
        guard node.kind == .number || node.kind == .string else { return nil }
        let text = text(node)
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    }

    /// True or false, also written as a string; nil for anything else.
    package var bool: Bool? {
        switch node.kind {
        case .true: true
        case .false: false
        case .string: Bool(text(node))
        default: nil
        }
    }

    private func text(_ node: JSONNode) -> String {
        document.bytes.withUnsafeBufferPointer { bytes in
            String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
        }
    }
}
