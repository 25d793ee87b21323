import Foundation
import OtherPrograms

@testable import Accounts

extension Place {
    /// A file or folder in the state folder; a star at the end is the only JSON file there.
    func find(_ name: String) throws -> URL {
        guard name.hasSuffix("*") else { return name.isEmpty ? state : state.appending(path: name) }
        let folder = state.appending(path: String(name.dropLast()))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".json")
        }
        guard names.count == 1, let only = names.first else { throw CocoaError(.fileNoSuchFile) }
        return folder.appending(path: only)
    }
}

/// Does what a person does with a command from a message.
func shell(_ command: String) async -> ChildProcess.Ending {
    let shell = ChildProcess(
        executable: "/bin/sh",
        arguments: ["-c", command],
        environment: ["PATH": "/usr/bin:/bin"]
    )
    return await shell.run(within: .seconds(30)).ending
}
