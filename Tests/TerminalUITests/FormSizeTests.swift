import SecretMemory
import Testing

@testable import TerminalUI

@Suite("Form at every size")
struct FormSizeTests {
    @Test("a form survives every size, with the keyboard at each of its elements", arguments: everySize)
    func sizes(_ size: Size) {
        let ids = Array(0..<4)
        for focus in ids {
            var form = Form(
                [
                    FormElement(0, label: "How", .choice(options: ["JWT", "東京"], selected: 1)),
                    FormElement(
                        1,
                        label: "Token",
                        .secret(SecretField(SecretBytes("secret"))),
                        note: "a note"
                    ),
                    FormElement(2, label: "東京", .field(TextField(hint: "東京"))),
                    FormElement(3, .button("Sign in")),
                ],
                focus: focus
            )
            form[2]?.problem = "A long text about a problem, with 東京 in it, that has to be wrapped somewhere."
            var surface = Surface(size: size)
            form.draw(on: &surface, in: Rect(size))
            #expect(surface.flaws == [])
            for row in 0..<max(1, size.rows) {
                _ = form.click(Position(column: size.columns / 2, row: row), in: Rect(size))
            }
            if let cursor = surface.cursor {
                #expect(Rect(size).contains(cursor))
            }
        }
    }
}
