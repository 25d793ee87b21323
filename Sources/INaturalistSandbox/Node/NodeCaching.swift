/// The `Cache-Control` headers of the node server (API reference 3.5.1).
enum NodeCaching {
    /// The header of an endpoint that is cached for so many seconds unless the query says otherwise.
    /// - Parameter defaultSeconds: -1 for an endpoint that is not to be cached.
    static func header(
        _ query: Query,
        version: NodeVersion,
        defaultSeconds: Int
    ) -> (name: String, value: String) {
        let asked = query["ttl"].flatMap { Int($0) }
        let seconds = asked ?? defaultSeconds
        // `/v1` compares the parameter, a text, with the number -1, and so never finds them equal.
        let isPrivate = seconds < 0 && (version == .v2 || asked == nil)
        return (
            "Cache-Control",
            isPrivate ? "private, no-cache, no-store, must-revalidate" : "public, max-age=\(seconds)"
        )
    }

    /// A weak entity tag like Express's: the length, and a number that depends on every byte.
    static func entityTag(of body: [UInt8]) -> String {
        let hash = body.withUnsafeBytes { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var position = 0
            while position + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                hash = (hash ^ word) &* 0x0000_0100_0000_01B3
                position += 8
            }
            for byte in bytes[position...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return hash
        }
        return "W/\"\(String(body.count, radix: 16))-\(String(hash, radix: 16))\""
    }
}
