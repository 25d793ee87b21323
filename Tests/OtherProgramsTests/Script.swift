import Foundation
import OtherPrograms
import Testing

/// Programs that a test puts into a folder.
enum Script {
    /// Puts a script of `/bin/sh` there.
    ///
    /// Another process writes it: a program that a child of this one started meanwhile would hold the file open, and
    /// what is open for writing cannot be run.
    static func install(_ name: String, in folder: URL, _ text: String) async throws {
        let path = folder.appending(path: name).path
        let writer = ChildProcess(
            executable: "/bin/sh",
            arguments: ["-c", "cat > \"$1\" && chmod 755 \"$1\"", "sh", path],
            environment: ["PATH": "/usr/bin:/bin"]
        )
        let outcome = await writer.run(input: Array("#!/bin/sh\n\(text)\n".utf8), within: .seconds(30))
        try #require(outcome.ending == .exited(0))
    }
}
