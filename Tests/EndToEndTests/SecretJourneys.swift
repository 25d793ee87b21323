import Foundation
import INaturalistSandbox
import TestSupport
import Testing

extension EndToEnd {
    /// Where secrets must not turn up.
    @Suite
    struct SecretJourneys {
        @Test("Neither the command line, the screens nor standard error hold a secret")
        func nowhere() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved("inatty 2> errors")
                let process = try await terminal.process(named: "inatty")
                let line = try String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
                #expect(line == "inatty\0")
                // Through every screen, and through failures that have much to say.
                for key in ["Enter", "a", "?", "L"] {
                    try await terminal.press(key)
                    try await terminal.wait(for: "another screen") {
                        !$0.shows("q quit") || $0.shows("speaks now")
                    }
                    try await terminal.press("Escape")
                    try await terminal.wait(for: " Taxon ", "q quit")
                }
                journey.sandbox.suspend(login: "observer", until: nil)
                try await terminal.press("r")
                try await terminal.wait(for: "suspended")
                journey.sandbox.inject(.railsFailureBehindV1.on("/", count: nil))
                try await terminal.press("r")
                try await terminal.wait(for: "failed")
                try await terminal.press("q")
                try await terminal.waitForPrompt(after: number)
                expectNoSecret(in: terminal.contents(of: "errors"))
                expectNoSecret(in: try await terminal.scrollback())
            }
        }

        @Test(
            "What is pasted as a token is never shown, not even when it is none",
            arguments: [
                "hunter2hunter2hunter2hunter2", "{\"access_token\":\"hunter2hunter2",
                "Bearer hunter2 hunter2",
                "hunter2hunter2.hunter2.hunter2",
                "{\"api_token\":\"eyJodW50ZXIyIjoiaHVudGVyMiJ9.e30.hunter2\"}", "hunter2\u{202E}hunter2",
            ]
        )
        func pastedGarbage(text: String) async throws {
            try await Journey.run { journey in
                let terminal = journey.terminal
                let number = try await journey.start("inatty 2> errors")
                try await terminal.wait(for: "paste it here")
                try await terminal.paste(text)
                try await terminal.wait(for: "•••")
                try await terminal.press("Enter")
                try await terminal.wait(for: "the field again") {
                    $0.modes.hasCursor && !$0.shows("Asking the server")
                }
                try await terminal.press("F1")
                try await terminal.wait(for: "help")
                try await terminal.press("C-c")
                try await terminal.waitForPrompt(after: number)
                let seen =
                    terminal.history + [try await terminal.scrollback(), terminal.contents(of: "errors")]
                for picture in seen { #expect(!picture.contains("hunter") && !picture.contains("aHVudGVy")) }
            }
        }

        @Test("The web browser gets the address, and no variable with a secret in it")
        func webBrowser() async throws {
            let folder = URL(filePath: NSTemporaryDirectory()).appending(
                path: "opener-\(UUID().uuidString.prefix(8))"
            )
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let opener = folder.appending(path: "xdg-open")
            try "#!/bin/sh\n{ echo \"asked to open $*\"; env; } > \"$HOME/opened\"\n"
                .write(to: opener, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener.path)
            let path = folder.path + ":" + BuiltBinary.searchPath + ":/usr/bin:/bin"
            try await Journey.run(signedInAs: .observer, by: .password, environment: ["PATH": path]) {
                journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("o")
                try await terminal.wait(for: "Opened \(journey.sandbox.baseURL)/observations/")
                let opened = terminal.contents(of: "opened")
                #expect(opened.hasPrefix("asked to open \(journey.sandbox.baseURL)/observations/3"))
                expectNoSecret(in: opened)
                #expect(!opened.contains("INAT_PASSWORD") && !opened.contains("INAT_APP_SECRET"))
                try await journey.leave(number)
            }
        }

        @Test("y copies what everyone may see, Y the true point, and only where it may be seen")
        func clipboard() async throws {
            try await Journey.run(signedInAs: .observer) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("y", "y")
                try await terminal.wait(for: "Copied the address, the name and the public point.")
                let open = try await terminal.clipboard()
                #expect(open.contains("41.6510400, -93.7128800") && open.contains("/observations/3"))
                #expect(!open.contains("41.602"))
                try await terminal.press("Y")
                try await terminal.wait(for: "Copied the TRUE point.")
                #expect(try await terminal.clipboard() == "41.6021800, -93.6124000")
                try await terminal.press("t")
                try await terminal.wait(for: "anonymous · the public view", "withheld")
                try await terminal.press("y", "y")
                try await terminal.wait(for: "Copied the address, the name and the public point.")
                try await terminal.press("Y")
                try await terminal.wait(for: "The true point is not known to this identity.")
                let last = try await terminal.clipboard()
                #expect(!last.contains("41.602"))
                try await journey.leave(number)
            }
        }

        @Test("Tokens go to the two servers alone, over GET but for signing in, without cookies, as inatty")
        func requests() async throws {
            try await Journey.run(signedInAs: .observer, by: .password) { journey in
                let terminal = journey.terminal
                let number = try await journey.startProved()
                try await terminal.press("Enter")
                try await terminal.wait(for: "Quality grade")
                try await terminal.press("t")
                try await terminal.wait(for: "anonymous · the public view", "withheld")
                try await terminal.press("Escape")
                try await terminal.wait(for: "q quit")
                try await journey.leave(number)
                let requests = journey.sandbox.requests
                let posts = requests.filter { $0.method != "GET" }.map { $0.method + " " + $0.path }
                #expect(Set(posts).isSubset(of: ["POST /oauth/token", "POST /oauth/revoke"]))
                #expect(requests.allSatisfy { !$0.hasCookie })
                #expect(requests.allSatisfy { $0.userAgent?.hasPrefix("inatty/") == true })
            }
        }
    }
}
