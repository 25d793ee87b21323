import Foundation
package import Testing

/// Compares a text with the file of that name in the folder `Snapshots` beside the test.
///
/// A missing file, or `RECORD_SNAPSHOTS=1` in the environment, writes the file and fails: no recording can pass
/// unseen. On a difference the text as it is now is attached.
package func expectSnapshot(
    _ text: String,
    named name: String,
    file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots")
    let path = folder.appending(path: name + ".txt")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let kept = try? String(contentsOf: path, encoding: .utf8)
    if isRecording || kept == nil {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: path, atomically: true, encoding: .utf8)
            Issue.record(
                "The snapshot \(name) was written: look at it, then run again.",
                sourceLocation: sourceLocation
            )
        } catch {
            Issue.record(
                "The snapshot \(name) could not be written: \(error)",
                sourceLocation: sourceLocation
            )
        }
        return
    }
    guard text != kept else { return }
    Attachment.record(text, named: name + ".txt", sourceLocation: sourceLocation)
    Issue.record(
        "The snapshot \(name) differs:\n\(difference(kept ?? "", text))",
        sourceLocation: sourceLocation
    )
}

/// The lines that differ, each as it was and as it is.
private func difference(_ old: String, _ new: String) -> String {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(before.count, after.count) where lines.count < 24 {
        let (was, now) = (index < before.count ? before[index] : "", index < after.count ? after[index] : "")
        if was != now { lines += ["- \(was)", "+ \(now)"] }
    }
    return lines.joined(separator: "\n")
}
