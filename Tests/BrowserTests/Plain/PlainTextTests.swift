import Testing

@testable import Browser

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("    signed in by      a password", "signed in by: a password"),
        ("◐ obscured", "obscured"),
        ("▸ JWT  speaks now", "JWT: speaks now"),
        ("a · b → c", "a, b to c"),
        ("│ Taxon │ 12 │", "Taxon: 12"),
        ("░░░█", ""),
        ("red \u{1B}[31mtext\u{7}", "red [31mtext"),
        ("one  two   three", "one: two, three"),
        ("kept in:  nowhere", "kept in: nowhere"),
        ("\u{202E}turned", "turned"),
    ])
    func `a drawn line becomes words`(_ drawn: String, _ words: String) {
        #expect(PlainText.line(drawn) == words)
    }

    @Test func `what was wrapped under a label is one line again, and empty lines do not pile up`() {
        let lines = ["  label             a value that", "                    goes on", "", "", "next", ""]
        #expect(PlainText.lines(lines) == ["label: a value that goes on", "", "next"])
    }

    @Test(arguments: [
        ("41.65 ± 28 km…", "41.65 +/- 28 km..."), ("Thüringen", "Thuringen"), ("大熊猫", "??????"),
        ("e\u{301}", "e"), ("“x” – y", "\"x\" - y"),
    ])
    func `in ASCII every sign has its twin`(_ text: String, _ ascii: String) {
        #expect(PlainText.ascii(text) == ascii)
    }
}
