import Testing

@testable import OtherPrograms

@Suite("What chafa wrote is a picture and nothing else")
struct PictureReaderTests {
    private static func reads(_ text: String, _ kind: PictureKind) -> PhotoPicture? {
        let frame = PictureFrame(columns: 10, rows: 3, kind: kind, colours: .direct)
        return PictureReader(frame: frame).picture(in: Array(text.utf8))
    }

    private static let kittyText =
        "\u{1B}_Ga=T,f=32,s=8,v=16,c=1,r=1,m=1\u{1B}\\"
        + "\u{1B}_Gm=1;AAAA\u{1B}\\\u{1B}_Gm=0;\u{1B}\\\n"
    private static let sixelText = "\u{1B}P0;1;0q\"1;1;16;16#0;2;0;0;0#0!16~-\u{1B}\\\n"

    @Test("Lines of colours and characters pass as they are, and are measured")
    func blocks() throws {
        let line = "\u{1B}[0m\u{1B}[38;2;1;2;3;48;5;7m▀▄\u{1B}[0m"
        let picture = try #require(Self.reads("\(line)\n\(line)x\n", .blocks))
        #expect((picture.columns, picture.rows) == (3, 2))
        #expect(picture.lines == [Array(line.utf8), Array("\(line)x".utf8)])
    }

    @Test(
        "Anything that could do something else is refused",
        arguments: [
            "\u{1B}[2J", "\u{1B}[1;1Hx", "\u{1B}]52;c;AAAA\u{07}", "\u{1B}]0;title\u{1B}\\", "\u{1B}c",
            "\u{07}x",
            "x\rx", "x\tx", "\u{1B}[?25lx", "\u{1B}[6n", "\u{1B}_Ga=d\u{1B}\\", "\u{1B}P0q~\u{1B}\\",
            "\u{9B}2J",
            "\u{202E}x", "e\u{301}", "x\u{1B}", "x\u{1B}[", "x\u{1B}[3", "\u{1B}[>4m", "日", "",
        ]
    )
    func harmful(text: String) {
        #expect(Self.reads(text + "\n", .blocks) == nil)
    }

    @Test("More than the room is refused", arguments: [String(repeating: "x", count: 11), "x\nx\nx\nx"])
    func room(text: String) {
        #expect(Self.reads(text, .blocks) == nil)
        #expect(Self.reads(String(text.dropLast(text.contains("\n") ? 2 : 1)), .blocks) != nil)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func encoding() {
        let frame = PictureFrame(columns: 10, rows: 3, kind: .blocks, colours: .direct)
        #expect(PictureReader(frame: frame).picture(in: [0x78, 0xFF, 0x0A]) == nil)
    }

    @Test("kitty's strings are made anew: no file, no answer, no movement")
    func kitty() throws {
        let picture = try #require(Self.reads(Self.kittyText, .kitty))
        #expect((picture.columns, picture.rows) == (1, 1))
        let expected =
            "\u{1B}_Ga=T,f=32,s=8,v=16,C=1,q=2,c=1,r=1,m=1;\u{1B}\\"
            + "\u{1B}_Gq=2,m=1;AAAA\u{1B}\\\u{1B}_Gq=2,m=0;\u{1B}\\"
        #expect(String(decoding: picture.lines[0], as: UTF8.self) == expected)
    }

    @Test(
        "Strings of kitty's that do something else are refused",
        arguments: [
            // A file's name, a shared memory's, another action, a second picture, a string that goes on for ever.
            kittyText.replacing("f=32", with: "f=32,t=f"), kittyText.replacing("f=32", with: "f=32,t=s"),
            kittyText.replacing("a=T", with: "a=d"), kittyText + kittyText,
            kittyText.replacing("m=0", with: "m=1"),
            kittyText.replacing("AAAA", with: "AA\u{07}A"), kittyText.replacing("Gm=1", with: "Gm=1,a=d"),
            kittyText + "x", "\u{1B}[2J" + kittyText, kittyText.replacing("s=8", with: "s=800"),
            kittyText.replacing("s=8", with: "s=8888888888888888888888"),
            kittyText.replacing("_Ga", with: "_Xa"),
            String(kittyText.dropLast(3)), "",
        ]
    )
    func harmfulKitty(text: String) {
        #expect(Self.reads(text, .kitty) == nil)
    }

    @Test("One string of sixels passes as it is")
    func sixel() throws {
        let picture = try #require(Self.reads(Self.sixelText, .sixel))
        #expect((picture.columns, picture.rows) == (2, 1))
        #expect(String(decoding: picture.lines[0], as: UTF8.self) + "\n" == Self.sixelText)
    }

    @Test(
        "Strings that are none of sixels are refused",
        arguments: [
            sixelText + sixelText, sixelText.replacing("q\"", with: "$q\""),
            sixelText.replacing("1;1;16;16", with: "1;1;16"),
            sixelText.replacing("16;16", with: "160;16"), sixelText.replacing("#0;2", with: "\u{07}"),
            sixelText.replacing("0q", with: "0+q"), "\u{1B}c" + sixelText, String(sixelText.dropLast(2)), "",
        ]
    )
    func harmfulSixel(text: String) {
        #expect(Self.reads(text, .sixel) == nil)
    }
}
