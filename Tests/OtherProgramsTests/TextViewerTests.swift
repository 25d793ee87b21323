import Foundation
import TestSupport
import Testing

@testable import OtherPrograms

@Suite("The person's pager and editor", .timeLimit(.minutes(5)))
struct TextViewerTests {
    /// A program that notes how it was started, and what it got.
    private static func notebook(_ folder: TestFolder, ending: String = "exit 0") async throws -> String {
        let script = """
            cd '\(folder.url.path)'
            for word; do last=$word; done
            echo "$#" > count
            echo "$last" > path
            stat -c %a "$last" > mode
            stat -c %a "${last%/*}" > folder-mode
            cat "$last" > text
            env > variables
            echo changed >> "$last"
            touch "$last.swap"
            \(ending)
            """
        try await Script.install("notebook", in: folder.url, script)
        return folder.url.appending(path: "notebook").path
    }

    private static func contents(_ folder: TestFolder, _ name: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    @Test(
        "The text lies in a file that nobody else can read, and it is gone afterwards with what was put beside it",
        arguments: TextViewer.Kind.allCases
    )
    func file(kind: TextViewer.Kind) async throws {
        let folder = try TestFolder()
        let program = try await Self.notebook(folder)
        let variable = kind == .pager ? "PAGER" : "EDITOR"
        let viewer = TextViewer(
            kind,
            environment: [
                "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": folder.url.path, "INATTY_TOKEN": "unmistakable",
                variable: "'\(program)' -x 'two words'",
            ]
        )
        let text = "{\n  \"description\": \"caf\u{E9} \u{1F98B}\"\n}\n"
        #expect(await viewer.show(text, named: "observation-12.json") == .shown)
        #expect(try Self.contents(folder, "text") == text)
        #expect(try Self.contents(folder, "count") == "3\n")
        #expect(try Self.contents(folder, "mode") == "600\n")
        #expect(try Self.contents(folder, "folder-mode") == "700\n")
        #expect(try !Self.contents(folder, "variables").contains("unmistakable"))
        let path = try Self.contents(folder, "path").dropLast()
        #expect(path.hasPrefix("\(folder.url.path)/inatty-") && path.hasSuffix("/observation-12.json"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(!left.contains { $0.hasPrefix("inatty-") })
    }

    @Test("A large text is whole")
    func large() async throws {
        let folder = try TestFolder()
        let viewer = TextViewer(
            .pager,
            environment: ["PAGER": try await Self.notebook(folder), "PATH": "/usr/bin:/bin"]
        )
        let text = String(repeating: "Platanthera praeclara\n", count: 100_000)
        #expect(await viewer.show(text, named: "list") == .shown)
        #expect(try Self.contents(folder, "text") == text)
    }

    @Test(
        "How it ended is told in words",
        arguments: [
            ("exit 3", "ended with code 3"), ("kill -9 $$", "ended with code 137"),
        ]
    )
    func endings(ending: String, words: String) async throws {
        let folder = try TestFolder()
        let program = try await Self.notebook(folder, ending: ending)
        let viewer = TextViewer(.pager, environment: ["PAGER": program, "PATH": "/usr/bin:/bin"])
        guard case .failed(let reason) = await viewer.show("x", named: "x") else {
            Issue.record("It is said to have been shown.")
            return
        }
        #expect(reason.contains(words) && reason.contains("PAGER"))
    }

    @Test("A program that is not there is named, with the variables to change")
    func missing() async throws {
        let viewer = TextViewer(.editor, environment: ["VISUAL": "no-such-editor", "PATH": "/usr/bin:/bin"])
        let outcome = await viewer.show("x", named: "x")
        #expect(
            outcome == .failed("“no-such-editor” is not there. Name another program in VISUAL or EDITOR.")
        )
        let none = TextViewer(.pager, environment: ["PATH": "/nonexistent"])
        let reason = "There is no pager: install less, or name a program in PAGER."
        #expect(await none.show("x", named: "x") == .failed(reason))
    }

    @Test(
        "VISUAL goes before EDITOR, both before what is installed; a blank one does not count",
        arguments: [
            (TextViewer.Kind.pager, ["PAGER": "most"], "most"), (.pager, [:], "less"),
            (.pager, ["PAGER": " "], "less"), (.editor, ["VISUAL": "vim", "EDITOR": "ed"], "vim"),
            (.editor, ["EDITOR": "ed -s"], "ed -s"), (.editor, ["VISUAL": ""], "vi"),
        ]
    )
    func choice(kind: TextViewer.Kind, variables: [String: String], command: String) async throws {
        let folder = try TestFolder()
        for name in ["less", "more", "vi", "nano"] {
            try await Script.install(name, in: folder.url, "")
        }
        let environment = variables.merging(["PATH": folder.url.path]) { $1 }
        #expect(TextViewer(kind, environment: environment).command == command)
    }

    @Test("What moves a cursor or turns text around is written as JSON writes it, and means the same")
    func harmless() throws {
        let text = "{\n\t\"a\": \"x\u{9B}2J\u{7F}\u{202E}y\u{2028}caf\u{E9}\"\n}"
        let harmless = TextViewer.harmless(text)
        #expect(harmless == "{\n\t\"a\": \"x\\u009b2J\\u007f\\u202ey\\u2028caf\u{E9}\"\n}")
        let before = try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        #expect(try JSONDecoder().decode([String: String].self, from: Data(harmless.utf8)) == before)
    }
}
