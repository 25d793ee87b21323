/// A whole reply.
package struct HTTPResponse: Sendable {
    /// The status, 100 to 599.
    package let status: Int
    /// The fields, in the order of the reply.
    package let headers: [(name: String, value: String)]
    /// The body, decompressed.
    package let body: [UInt8]

    /// Puts a reply together.
    package init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first field of a name; upper and lower case do not matter.
    package func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// Whether the body is a page for people, by its type or by its first character.
    var isHTML: Bool {
        if let type = header("content-type")?.lowercased(), type.contains("html") { return true }
        return body.first { $0 > 0x20 } == UInt8(ascii: "<")
    }
}
