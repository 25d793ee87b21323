import Foundation
import OtherPrograms
import TestSupport
import Testing

@Suite("Programs of the clipboard", .timeLimit(.minutes(5)))
struct ClipboardProgramTests {
    private static let text =
        "41.65104, -93.71288 \u{1F98B}\n" + String(repeating: "Quercus robur ", count: 12_000)
    private static let hasDisplayServer = ["Xvfb", "xclip"].allSatisfy {
        ChildProcess.path(of: $0, in: [:]) != nil
    }

    /// A folder with programs that keep what they are given beside themselves.
    private static func programs(_ names: [String], failing: Set<String> = []) async throws -> TestFolder {
        let folder = try TestFolder()
        let path = folder.url.path
        for name in names {
            let script =
                failing.contains(name)
                ? "echo '\(name): no \u{1B}[31mdisplay' >&2; exit 1"
                : "cat > '\(path)/\(name).text'; echo \"$@\" > '\(path)/\(name).words'"
            try await Script.install(name, in: folder.url, script)
        }
        return folder
    }

    private static func environment(
        _ folder: TestFolder,
        _ variables: [String: String]
    ) -> [String: String] {
        variables.merging(["PATH": "\(folder.url.path):/usr/bin:/bin"]) { $1 }
    }

    private static func contents(_ folder: TestFolder, _ name: String) -> String? {
        try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    @Test(
        "The desktop that is there decides which program is asked first",
        arguments: [
            (["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"], "wl-copy"), (["DISPLAY": ":0"], "xclip"),
            ([:], "pbcopy"), (["WAYLAND_DISPLAY": "", "DISPLAY": ":0"], "xclip"),
        ]
    )
    func order(variables: [String: String], name: String) async throws {
        let folder = try await Self.programs(["wl-copy", "xclip", "xsel", "pbcopy"])
        let environment = Self.environment(folder, variables)
        let outcome = await ClipboardProgram.copy(Self.text, environment: environment)
        #expect(outcome == .taken(by: name))
        #expect(Self.contents(folder, "\(name).text") == Self.text)
        #expect(Self.contents(folder, "\(name).words")?.contains("Quercus") == false)
    }

    @Test("One that fails is passed over, and when all fail their own words are told, harmless")
    func refusals() async throws {
        let folder = try await Self.programs(["wl-copy", "xclip", "xsel"], failing: ["wl-copy", "xclip"])
        let variables = ["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"]
        let environment = Self.environment(folder, variables)
        #expect(await ClipboardProgram.copy("x", environment: environment) == .taken(by: "xsel"))
        let failing = try await Self.programs(["wl-copy"], failing: ["wl-copy"])
        let outcome = await ClipboardProgram.copy(
            "x",
            environment: Self.environment(failing, ["WAYLAND_DISPLAY": "wayland-0"])
        )
        #expect(outcome == .refused("wl-copy says “wl-copy: no [31mdisplay”."))
    }

    @Test("Without a program and without a desktop there is none to ask")
    func none() async throws {
        let folder = try TestFolder()
        let environment = ["PATH": folder.url.path, "DISPLAY": ":0"]
        #expect(await ClipboardProgram.copy("x", environment: environment) == .none)
    }

    @Test("The programs do not get this program's secrets")
    func secrets() async throws {
        let folder = try TestFolder()
        let script = "cat > /dev/null; env > '\(folder.url.path)/variables'"
        try await Script.install("xclip", in: folder.url, script)
        let environment = Self.environment(folder, ["DISPLAY": ":0", "INATTY_TOKEN": "unmistakable"])
        #expect(await ClipboardProgram.copy("x", environment: environment) == .taken(by: "xclip"))
        #expect(Self.contents(folder, "variables")?.contains("DISPLAY=:0") == true)
        #expect(Self.contents(folder, "variables")?.contains("unmistakable") == false)
    }

    @Test(
        "xclip takes a text on a real display and stays to serve it, and nobody waits for that",
        .enabled(if: hasDisplayServer, "Xvfb and xclip are not installed (Debian: apt install xvfb xclip)")
    )
    func realDisplay() async throws {
        try await Self.withDisplay { environment in
            #expect(await ClipboardProgram.copy(Self.text, environment: environment) == .taken(by: "xclip"))
            let xclip = try #require(ChildProcess.path(of: "xclip", in: environment))
            let reader = ChildProcess(
                executable: xclip,
                arguments: ["-selection", "clipboard", "-o"],
                environment: environment
            )
            let outcome = await reader.run(within: .seconds(30))
            #expect(outcome.ending == .exited(0))
            #expect(String(decoding: outcome.output, as: UTF8.self) == Self.text)
            // Another text takes its place.
            #expect(await ClipboardProgram.copy("next", environment: environment) == .taken(by: "xclip"))
            #expect(await reader.run(within: .seconds(30)).output == Array("next".utf8))
        }
    }

    @Test("xclip says that it cannot reach a display that is none", .enabled(if: hasDisplayServer))
    func noDisplay() async throws {
        let environment = ["PATH": "/usr/bin:/bin", "DISPLAY": ":64321"]
        let outcome = await ClipboardProgram.copy("x", environment: environment)
        guard case .refused(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("xclip") && reason.contains(":64321"))
    }

    @Test("tmux keeps the text in its buffer")
    func tmux() async throws {
        let folder = try TestFolder()
        let socket = folder.url.appending(path: "socket").path
        let tmux = try #require(ChildProcess.path(of: "tmux", in: [:]))
        func run(_ words: String...) async -> ChildProcess.Outcome {
            let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
            return await ChildProcess(
                executable: tmux,
                arguments: ["-f", "/dev/null", "-S", socket] + words,
                environment: environment
            ).run(within: .seconds(30))
        }
        #expect(await run("new-session", "-d", "sleep 1000").ending == .exited(0))
        let process = String(decoding: await run("display-message", "-p", "#{pid}").output, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
        let environment = ["PATH": "/usr/bin:/bin", "TMUX": "\(socket),\(process),0"]
        #expect(await ClipboardProgram.copy("Quercus robur", environment: environment) == .taken(by: "tmux"))
        #expect(await run("show-buffer").output == Array("Quercus robur".utf8))
        _ = await run("kill-server")
    }

    @Test(
        "A known terminal takes the text alone; a program goes before an unknown one, but for SSH",
        arguments: [
            (true, true, true, false, true, false), (false, true, true, false, false, true),
            (false, true, true, true, true, true), (false, true, false, false, true, false),
            (false, true, false, true, true, false), (false, false, false, false, false, false),
            (false, false, true, true, false, true),
        ]
    )
    func plan(
        isKnown: Bool,
        mayTake: Bool,
        hasProgram: Bool,
        isRemote: Bool,
        asksTerminal: Bool,
        asksProgram: Bool
    ) async throws {
        let folder = try await Self.programs(hasProgram ? ["xclip"] : [])
        var environment = ["PATH": folder.url.path, "DISPLAY": ":0"]
        if isRemote { environment["SSH_CONNECTION"] = "192.0.2.1 50000 192.0.2.2 22" }
        let plan = ClipboardPlan(isKnown: isKnown, mayTake: mayTake, environment: environment)
        #expect(plan.asksTerminal == asksTerminal)
        #expect(plan.asksProgram == asksProgram)
    }

    /// Runs a display server without a screen for as long as the body, and what serves its clipboard with it.
    private static func withDisplay(_ body: ([String: String]) async throws -> Void) async throws {
        let folder = try TestFolder()
        let files = folder.url.path
        let server = ChildProcess(
            executable: "/bin/sh",
            arguments: [
                "-c",
                """
                echo $$ > '\(files)/process'
                exec Xvfb -displayfd 3 -screen 0 64x64x24 -nolisten tcp 3> '\(files)/display'
                """,
            ],
            environment: ["PATH": "/usr/bin:/bin", "HOME": files]
        )
        #expect(await server.launch(waiting: .milliseconds(50)) == .runs)
        defer {
            if let process = contents(folder, "process").flatMap({ Int32($0.dropLast()) }) {
                kill(process, SIGTERM)
            }
        }
        let display = try #require(
            try await Waiting.answer { contents(folder, "display").flatMap { $0.hasSuffix("\n") ? $0 : nil } }
        )
        try await body(["PATH": "/usr/bin:/bin", "DISPLAY": ":\(display.dropLast())", "HOME": files])
    }
}
