import MemoryScan
import SecretMemory
import Testing

@testable import TerminalUI

@Suite("What a secret field leaves in memory")
struct SecretFieldForgettingTests {
    @Test(
        "Nothing of a password that was typed key by key, corrected, drawn and let go",
        arguments: [12, 40]
    )
    func typed(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try Self.use { form in
                for index in 0..<length {
                    _ = form.handle(.key(.character(Character(Unicode.Scalar(needle.byte(index))))))
                    _ = form.handle(.key(.character("x")))
                    _ = form.handle(.key(.backspace))
                }
                try #expect(MemoryScan.findings(of: needle).count == 1)
                var surface = Surface(size: Size(columns: 60, rows: 5))
                form.draw(on: &surface, in: Rect(surface.size))
                _ = form.handle(.key(.left))
                _ = form.handle(.key(.character("y")))
                #expect(form[1]?.secret.count == length + 1)
            }
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    @Test("Nothing of a password that was pasted, sent on and cleared", arguments: [12, 40])
    func pasted(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let needle = Needle(length: length)
            try Self.use { form in
                for event in [InputEvent.paste(PastedText(needle.secret))] { _ = form.handle(event) }
                try #expect(MemoryScan.findings(of: needle).count == 1)
                #expect(form[1]?.secret == needle.secret)
                form[1]?.content = .secret(SecretField())
                try #expect(MemoryScan.findings(of: needle).isEmpty)
            }
            try #expect(MemoryScan.findings(of: needle).isEmpty)
        }
    }

    /// Apart, so that the form is let go when it returns.
    private static func use(_ body: (inout Form<Int>) throws -> Void) throws {
        var form = Form([FormElement(1, label: "Password", .secret(SecretField()))], focus: 1)
        try body(&form)
    }
}
