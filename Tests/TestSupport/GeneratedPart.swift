import Foundation
package import Testing

/// Compares a text with the part of a file of the repository that is made from the program.
///
/// The part stands between the lines `<!-- NAME: … -->` and `<!-- end of NAME -->`. `RECORD_SNAPSHOTS=1` in the
/// environment writes it anew and fails: nothing that was generated can pass unseen.
///
/// - Parameters:
///   - text: what it should be, without a line break at its end.
///   - path: the file, from the repository's folder on.
package func expectGeneratedPart(
    _ text: String,
    named name: String,
    of path: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let whole = try Repository.text(path)
    var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let begin = try #require(
        lines.firstIndex { $0.hasPrefix("<!-- \(name): ") },
        "\(path) has no line that begins with “<!-- \(name): ”.",
        sourceLocation: sourceLocation
    )
    let end = try #require(
        lines[begin...].firstIndex(of: "<!-- end of \(name) -->"),
        "\(path) has no line “<!-- end of \(name) -->” after the beginning of that part.",
        sourceLocation: sourceLocation
    )
    let wanted = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        lines.replaceSubrange(begin + 1..<end, with: wanted)
        let file = Repository.folder.appending(path: path)
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        Issue.record(
            "The part \(name) of \(path) was written: look at it, then run again.",
            sourceLocation: sourceLocation
        )
        return
    }
    let kept = Array(lines[begin + 1..<end])
    guard kept != wanted else { return }
    let old = kept.filter { !wanted.contains($0) }.map { "- \($0)" }
    let new = wanted.filter { !kept.contains($0) }.map { "+ \($0)" }
    Issue.record(
        """
        The part \(name) of \(path) differs; RECORD_SNAPSHOTS=1 writes it anew:
        \((old + new).prefix(24).joined(separator: "\n"))
        """,
        sourceLocation: sourceLocation
    )
}
