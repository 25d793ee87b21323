/// A part that many documents hold, such as a taxon or a user, encoded once for each API version.
///
/// A page of 200 observations names some thousand users and taxa; copying their bytes keeps such a page at a few
/// milliseconds.
final class SharedJSON: Sendable {
    /// The tree as `/v2` shows it, for picking single fields out of it.
    let v2Value: JSONValue

    private let v1Bytes: [UInt8]
    private let v2Bytes: [UInt8]

    /// - Parameters:
    ///   - value: The tree as `/v1` shows it.
    ///   - schema: What `/v2` keeps of it.
    init(_ value: JSONValue, schema: V2Schema) {
        v2Value = schema.keepingKnownFields(of: value)
        v1Bytes = JSONWriter.bytes(of: value, for: .v1)
        v2Bytes = JSONWriter.bytes(of: v2Value, for: .v2)
    }

    /// The encoded part for one API version.
    func bytes(for version: NodeVersion) -> [UInt8] {
        switch version {
        case .v1: v1Bytes
        case .v2: v2Bytes
        }
    }
}
