import Foundation
import INaturalist
import INaturalistSandbox
import MemoryScan
import Subprocess
import Testing

/// Signs in over a real socket in another process, which then searches its own memory: the sandbox, which reads the
/// password, is in this one.
struct ForgettingTests {
    /// A sign-in, and what the process prints about it.
    struct Case: Sendable, CustomTestStringConvertible {
        let password: Needle
        let outcome: String
        var testDescription: String { "\(password.count) bytes, \(outcome)" }
    }

    @Test(
        "A sign-in leaves neither the password nor the application's secret in memory",
        arguments: [
            Case(password: Needle(Sandbox.account(.observer).password), outcome: "signed in"),
            Case(password: Needle(length: 12), outcome: INaturalistError.wrongPassword.description),
            Case(password: Needle(length: 40), outcome: INaturalistError.wrongPassword.description),
        ]
    )
    func signIn(_ example: Case) async throws {
        let lines = try await probe(example.password)
        #expect(lines.contains("typed 1 1"))
        #expect(lines.contains(example.outcome))
        #expect(lines.contains("ended 0 0"))
        #expect(lines.contains("closed 0 0"))
    }

    @Test("Nor does one that nobody answers: a port that refuses, a server that takes the form and goes")
    func unanswered() async throws {
        let port = try HeldPort()
        let refused = try await probe(Needle(length: 12), at: "http://127.0.0.1:\(port.number)")
        #expect(refused.contains("ended 0 0"))
        let taken = try await RawServer.run([.bytesThenClose([])]) { server in
            try await probe(Needle(length: 40), at: server.address)
        }
        #expect(taken.contains("ended 0 0"))
    }

    @Test("The search would find a password that was a String on the way", arguments: [12, 40])
    func control(_ length: Int) async throws {
        let lines = try await probe(Needle(length: length), "--keep-string")
        #expect(!lines.contains("ended 0 0"))
        #expect(lines.contains { $0.hasPrefix("ended ") })
    }

    private func probe(_ password: Needle, _ options: String...) async throws -> [String] {
        let sandbox = try await Sandbox.start(SandboxConfiguration(observationCount: 200))
        let lines = try await probe(password, at: sandbox.baseURL, options)
        await sandbox.stop()
        return lines
    }

    private func probe(
        _ password: Needle,
        at address: String,
        _ options: [String] = []
    ) async throws -> [String] {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let folder = URL(filePath: own).deletingLastPathComponent().path
        let application = SandboxApplication.working
        let result = try await Subprocess.run(
            .name("SignInProbe"),
            arguments: Arguments(
                [address, Sandbox.account(.observer).login, application.clientID] + options
            ),
            environment: .custom(["PATH": folder]),
            input: .array(password.masked + [0] + Needle(application.clientSecret).masked),
            output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20)
        )
        #expect(result.standardError.isEmpty)
        return result.standardOutput.split(separator: "\n").map(String.init)
    }
}
