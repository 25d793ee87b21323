import Foundation
import INaturalistSandbox
import Subprocess
import TestSupport
import Testing

extension EndToEnd {
    /// What is left of a password in the memory of the program that used it.
    @Suite(.enabled(if: ProcessMemory.isReadable, "the kernel lets nobody read another process's memory"))
    struct MemoryJourneys {
        /// A made-up password of letters and digits, which no file and no program has in it.
        private func password(length: Int) -> String {
            let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
            return String((0..<length).compactMap { _ in letters.randomElement() })
        }

        @Test(
            "A password that was typed or pasted is gone once it was used",
            arguments: [12, 40],
            [true, false]
        )
        func password(length: Int, isPasted: Bool) async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let password = password(length: length)
                journey.sandbox.changePassword(login: "observer", to: password)
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.choose(.password)
                try await terminal.type("observer")
                try await terminal.press("Tab")
                if isPasted { try await terminal.paste(password) } else { try await terminal.type(password) }
                try await terminal.wait(for: String(repeating: "•", count: length))
                let process = try await terminal.process(named: "inatty")
                // The search finds what is there: the field holds it.
                #expect(try !ProcessMemory.places(of: password, in: process).isEmpty)
                try await terminal.press("Tab")
                try await terminal.fillApplication(.working)
                try await terminal.press("Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                _ = try await terminal.settled()
                let left = try ProcessMemory.places(of: password, in: process)
                #expect(left == [], "whole copies of the password are left")
                // Half of it would help a thief as well.
                #expect(
                    try ProcessMemory.places(of: String(password.suffix(length * 2 / 3)), in: process) == []
                )
                try await journey.leave(number)
            }
        }

        @Test("The program looks up no function later, with a secret in the registers that are saved then")
        func boundAtStart() async throws {
            let result = try await Subprocess.run(
                .name("sh"),
                arguments: ["-c", "exec readelf --dynamic --wide \"$(command -v inatty)\""],
                environment: .custom(["PATH": "\(BuiltBinary.searchPath):/usr/bin:/bin", "LC_ALL": "C"]),
                output: .string(limit: 1 << 16)
            )
            #expect(result.standardOutput.contains("BIND_NOW"))
        }

        @Test("A password that was refused and cleared, or whose sign-in was left, is gone")
        func refused() async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let wrong = password(length: 24)
                let number = try await journey.start()
                try await terminal.wait(for: "paste it here")
                try await terminal.fillPasswordForm(password: wrong)
                try await terminal.press("Enter")
                try await terminal.wait(for: "does not accept this user name and password")
                let process = try await terminal.process(named: "inatty")
                try await terminal.press("C-u")
                try await terminal.wait(for: "an empty field") {
                    $0.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "Password" }
                }
                try await terminal.type(Sandbox.account(.observer).password)
                try await terminal.press("Enter", "Enter", "Enter")
                try await terminal.wait(for: "observer · JWT · proved", Orchid.truePoint)
                _ = try await terminal.settled()
                #expect(try ProcessMemory.places(of: wrong, in: process) == [])
                try await journey.leave(number)
            }
        }
    }
}
