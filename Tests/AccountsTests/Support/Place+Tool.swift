import Foundation
import OtherPrograms

@testable import Accounts

extension Place {
    /// Puts a made-up `secret-tool` into the folder `bin`.
    func makeTool(_ script: String) async throws {
        let bin = folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let file = bin.appending(path: "secret-tool")
        let text = "#!/bin/sh\n[ \"$1\" = ready ] && exit 0\n\(script)\n"
        try text.write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        // Another test's child that was started while the file was open for writing has it open until it is a program
        // of its own, and so long the system refuses to run it (ETXTBSY).
        let tool = ChildProcess(executable: file.path, arguments: ["ready"], environment: [:])
        while await tool.run(within: .seconds(30)).ending == .notStarted(ETXTBSY) {}
    }
}
