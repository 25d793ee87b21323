internal import FoundationEssentials

extension BuiltBinary {
    /// The program's file.
    ///
    /// - Throws: ``TestTerminalError`` when it is not built.
    package static var path: String {
        get throws {
            let candidates = searchPath.split(separator: ":").map { "\($0)/inatty" }
            guard let path = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
            else {
                throw TestTerminalError("inatty is not built: swift build --product inatty.")
            }
            return path
        }
    }
}
