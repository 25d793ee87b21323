import Foundation
import OtherPrograms
import TestSupport
import Testing

@Suite("Other programs", .timeLimit(.minutes(5)))
struct ChildProcessTests {
    private func shell(_ script: String) -> ChildProcess {
        ChildProcess(
            executable: "/bin/sh",
            arguments: ["-c", script],
            environment: ["PATH": "/usr/bin:/bin"]
        )
    }

    @Test("Input, output, errors and the exit code pass")
    func passes() async {
        let outcome = await shell("cat; echo problem >&2; exit 7").run(
            input: Array("input".utf8),
            within: .seconds(30)
        )
        #expect(outcome.ending == .exited(7))
        #expect(outcome.output == Array("input".utf8))
        #expect(outcome.errors == Array("problem\n".utf8))
    }

    @Test("More than a pipe holds goes in and out at the same time")
    func large() async {
        let input = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
        let outcome = await shell("cat").run(input: input, within: .seconds(30))
        #expect(outcome.ending == .exited(0))
        #expect(outcome.output == input)
    }

    @Test("A child that does not read its input does not end us")
    func brokenPipe() async {
        let input = [UInt8](repeating: 7, count: 600_000)
        let outcome = await shell("exec <&-; echo done").run(input: input, within: .seconds(30))
        #expect(outcome.ending == .exited(0))
        #expect(outcome.output == Array("done\n".utf8))
    }

    @Test("A child is not waited for because its own child holds the pipes")
    func grandchild() async throws {
        let outcome = await shell("sleep 1000 & echo $!").run(within: .seconds(30))
        #expect(outcome.ending == .exited(0))
        let text = String(decoding: outcome.output, as: UTF8.self)
        kill(try #require(Int32(text.trimmingCharacters(in: .newlines))), SIGKILL)
    }

    @Test("A signal, a time limit and a cancelled task are told apart")
    func endings() async {
        #expect(await shell("kill -9 $$").run(within: .seconds(30)).ending == .signalled(9))
        #expect(await shell("exec sleep 1000").run(within: .milliseconds(100)).ending == .timedOut)
        let task = Task { await shell("exec sleep 1000").run(within: .seconds(30)).ending }
        task.cancel()
        #expect(await task.value == .cancelled)
    }

    @Test("What cannot be started is told with the system's number")
    func notStarted() async {
        let child = ChildProcess(executable: "/nonexistent", arguments: [], environment: [:])
        #expect(await child.run(within: .seconds(30)).ending == .notStarted(ENOENT))
    }

    @Test("It gets its three streams, the given variables, no blocked signal, and a process group of its own")
    func surroundings() async throws {
        // In a process of its own: other tests of this one open what is inherited at any moment.
        await #expect(processExitsWith: .success) {
            // One that other programs would inherit.
            guard open("/dev/null", O_RDONLY) >= 0 else { exit(2) }
            let list = ChildProcess(executable: "/bin/ls", arguments: ["/proc/self/fd"], environment: [:])
            let files = await list.run(within: .seconds(30)).output
            // The fourth is the folder that ls reads.
            exit(String(decoding: files, as: UTF8.self) == "0\n1\n2\n3\n" ? 0 : 3)
        }
        let child = ChildProcess(executable: "/usr/bin/env", arguments: [], environment: ["ONLY": "this one"])
        #expect(await child.run(within: .seconds(30)).output == Array("ONLY=this one\n".utf8))
        let status = await shell("grep -E '^Sig(Blk|Ign)' /proc/self/status; ps -o pgid= -p $$; echo $$")
            .run(within: .seconds(30)).output
        let lines = String(decoding: status, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        #expect(lines.first == "SigBlk:")
        #expect(lines.dropFirst().first.map { $0.allSatisfy { $0 == "0" } } == true)
        // Signals 32 and 33 are the C library's own.
        let ignored = lines.dropFirst(3).first.flatMap { UInt64($0, radix: 16) }
        #expect(ignored.map { $0 & ~(3 << 31) } == 0)
        #expect(lines.suffix(2).first == lines.last)
    }

    @Test("What is launched and stays is left to itself, what fails at once says so")
    func launched() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "launch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let stay = shell("echo $$ > '\(folder.path)/process'; exec sleep 1000")
        #expect(await stay.launch(waiting: .milliseconds(300)) == .runs)
        let process = try #require(
            await Waiting.answer { Self.number(in: folder.appending(path: "process")) }
        )
        #expect(kill(process, 0) == 0)
        kill(process, SIGKILL)
        #expect(await shell("exit 3").launch(waiting: .seconds(30)) == .ended(.exited(3)))
        let missing = ChildProcess(executable: "/nonexistent", arguments: [], environment: [:])
        #expect(await missing.launch(waiting: .seconds(30)) == .ended(.notStarted(ENOENT)))
    }

    /// The number that the shell writes there when its turn comes.
    private static func number(in file: URL) -> Int32? {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.hasSuffix("\n") ? Int32(text.dropLast()) : nil
    }

    @Test("Nothing stays open and no child stays behind")
    func leavesNothing() async throws {
        await #expect(processExitsWith: .success) {
            func openFiles() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            }
            let child = ChildProcess(executable: "/bin/cat", arguments: [], environment: [:])
            _ = await child.run(input: [1], within: .seconds(30))
            let before = try openFiles()
            for _ in 0..<20 {
                _ = await child.run(input: [1], within: .seconds(30))
                _ = await child.run(input: [], within: .seconds(30))
            }
            let sleeper = ChildProcess(executable: "/bin/sleep", arguments: ["1000"], environment: [:])
            _ = await sleeper.run(within: .milliseconds(10))
            guard try openFiles() == before else { exit(2) }
            // No child is left to wait for.
            guard waitpid(-1, nil, WNOHANG) == -1, errno == ECHILD else { exit(3) }
            exit(0)
        }
    }
}
