import SecretMemory
import Testing

@testable import TerminalUI

@Suite struct FormTests {
    private enum Name: Hashable, Sendable, CaseIterable {
        case kind, login, secret, send, leave
    }

    private func form() -> Form<Name> {
        Form(
            [
                FormElement(.kind, label: "Kind", .choice(options: ["one", "two", "three"], selected: 0)),
                FormElement(
                    .login,
                    label: "Login",
                    .field(TextField()),
                    note: Span("as on the website", .muted)
                ),
                FormElement(.secret, label: "Secret", .secret(SecretField())),
                FormElement(.send, .button("Send")),
                FormElement(.leave, .button("Leave")),
            ],
            focus: .login
        )
    }

    private func drawn(_ form: Form<Name>, _ columns: Int, _ rows: Int) -> Surface {
        var surface = Surface(size: Size(columns: columns, rows: rows))
        form.draw(on: &surface, in: Rect(surface.size))
        return surface
    }

    @Test func `the keyboard goes round, past what is left out`() {
        var form = form()
        form[.secret]?.isHidden = true
        var visited: [Name] = []
        for _ in 0..<5 {
            visited.append(form.focus)
            form.focusNext()
        }
        #expect(visited == [.login, .send, .leave, .kind, .login])
        form.focusPrevious()
        #expect(form.focus == .login)
    }

    @Test func `a choice turns both ways and round its ends`() {
        var form = form()
        form.focus(on: .kind)
        #expect(form.handle(.key(.left)) == .changed(.kind))
        #expect(form[.kind]?.selection == 2)
        #expect(form.handle(.key(.character(" "))) == .changed(.kind))
        #expect(form[.kind]?.selection == 0)
    }

    @Test func `typing changes the field that has the keyboard and takes its problem away`() {
        var form = form()
        form[.login]?.problem = "Type a login."
        #expect(form.handle(.key(.character("x"))) == .changed(.login))
        #expect(form[.login]?.text == "x")
        #expect(form[.login]?.problem == nil)
        #expect(form[.secret]?.text == "")
    }

    @Test func `a secret is typed like a text, and is no text`() {
        var form = form()
        form.focus(on: .secret)
        form[.secret]?.problem = "Type the secret."
        #expect(form.handle(.key(.character("s"))) == .changed(.secret))
        #expect(form[.secret]?.problem == nil)
        #expect(form.handle(.paste(PastedText("ecret\n"))) == .changed(.secret))
        #expect(form.handle(.key(.left)) == .moved)
        #expect(form.handle(.key(.character("\u{1B}"))) == .moved)
        #expect(form.handle(.key(.up)) == .ignored)
        #expect(form[.secret]?.secret == SecretBytes("secret"))
        #expect(form[.secret]?.text == "")
        #expect(form[.login]?.secret == .empty)
        #expect(form.accept(submit: .send) == .pressed(.send))
    }

    @Test func `Enter goes on to the next field, and from the last one submits`() {
        var form = form()
        #expect(form.accept(submit: .send) == .moved)
        #expect(form.focus == .secret)
        #expect(form.accept(submit: .send) == .pressed(.send))
        form.focus(on: .leave)
        #expect(form.accept(submit: .send) == .pressed(.leave))
    }

    @Test func `a click goes where it points, and presses a button`() throws {
        var form = form()
        let rect = Rect(column: 0, row: 0, columns: 60, rows: 20)
        let lines = drawn(form, 60, 20).lines
        let send = try #require(lines.firstIndex { $0.contains("Send") })
        let secret = try #require(lines.firstIndex { $0.contains("Secret") })
        #expect(form.click(Position(column: 12, row: secret), in: rect) == .moved)
        #expect(form.focus == .secret)
        #expect(form.click(Position(column: 12, row: send), in: rect) == .pressed(.send))
        #expect(form.click(Position(column: 12, row: 19), in: rect) == .ignored)
    }

    @Test func `a problem stands in the note's place`() {
        var form = form()
        #expect(drawn(form, 60, 20).lines.contains { $0.contains("as on the website") })
        form[.login]?.problem = "Type a login."
        let lines = drawn(form, 60, 20).lines
        #expect(lines.contains { $0.contains("Type a login.") })
        #expect(!lines.contains { $0.contains("as on the website") })
    }

    @Test(arguments: 1...8) func `what has the keyboard is seen however few lines there are`(_ rows: Int) {
        var form = form()
        form[.login]?.problem = "Type a login. It is the name in the address of your own page."
        for name in Name.allCases {
            form.focus(on: name)
            let wanted =
                form[name]?.label.isEmpty == false ? form[name]?.label : (name == .send ? "Send" : "Leave")
            #expect(drawn(form, 40, rows).lines.contains { $0.contains(wanted ?? "") })
        }
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 10), (5, 20), (8, 3)])
    func `no size is too small to draw in`(_ columns: Int, _ rows: Int) {
        #expect(drawn(form(), columns, rows).size == Size(columns: columns, rows: rows))
    }
}
