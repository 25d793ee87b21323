import Foundation
import TestSupport
import Testing

@testable import OtherPrograms

/// With the real chafa; a machine without it fails here, as it would show no photo.
@Suite("Photos become pictures of the terminal", .timeLimit(.minutes(5)))
struct PictureMakerTests {
    private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent"]

    private static func frame(
        _ kind: PictureKind,
        _ colours: PictureColours = .direct,
        columns: Int = 8,
        rows: Int = 4,
        isUnicode: Bool = true
    ) -> PictureFrame {
        PictureFrame(columns: columns, rows: rows, kind: kind, colours: colours, isUnicode: isUnicode)
    }

    private static func picture(_ image: [UInt8], _ frame: PictureFrame) async throws -> PhotoPicture {
        try await PictureMaker.picture(of: image, in: frame, environment: environment)
    }

    @Test("A square photo fills 8 by 4 cells of 8 by 16 pixels, red at the left and blue at the right")
    func blocks() async throws {
        let picture = try await Self.picture(SampleImages.png, Self.frame(.blocks))
        #expect(picture.kind == .blocks)
        #expect((picture.columns, picture.rows) == (8, 4))
        #expect(picture.removal.isEmpty)
        for line in picture.lines {
            let text = String(decoding: line, as: UTF8.self)
            let red = try #require(text.firstRange(of: "2;255;0;0"))
            let blue = try #require(text.firstRange(of: "2;0;0;255"))
            #expect(red.lowerBound < blue.lowerBound)
        }
    }

    @Test("A wide room leaves a square photo square")
    func proportions() async throws {
        let picture = try await Self.picture(SampleImages.png, Self.frame(.blocks, columns: 60, rows: 5))
        #expect((picture.columns, picture.rows) == (10, 5))
    }

    @Test(
        "Colours are those that the terminal has",
        arguments: PictureColours.allCases
    )
    func colours(colours: PictureColours) async throws {
        let picture = try await Self.picture(SampleImages.png, Self.frame(.blocks, colours))
        let text = String(decoding: picture.lines.joined(), as: UTF8.self)
        // ECMA-48 and xterm: 38 and 48 take 2 and three parts, or 5 and a number; 30 to 47 are the eight.
        #expect(text.contains("8;2;") == (colours == .direct))
        #expect(text.contains("8;5;") == (colours == .indexed))
        #expect(text.contains("31m") == (colours == .eight))
        #expect(text.contains("\u{1B}") == (colours != .none))
    }

    @Test("A terminal without UTF-8 gets ASCII alone", arguments: [PictureColours.none, .indexed])
    func ascii(colours: PictureColours) async throws {
        let frame = Self.frame(.blocks, colours, columns: 20, rows: 8, isUnicode: false)
        let picture = try await Self.picture(SampleImages.png, frame)
        #expect(picture.lines.joined().allSatisfy { $0 < 0x7F })
    }

    @Test("kitty gets the pixels themselves, says nothing back and moves no cursor")
    func kitty() async throws {
        let picture = try await Self.picture(SampleImages.png, Self.frame(.kitty))
        #expect((picture.columns, picture.rows) == (8, 4))
        #expect(picture.lines.count == 1)
        let text = String(decoding: picture.lines[0], as: UTF8.self)
        #expect(text.hasPrefix("\u{1B}_Ga=T,f=32,s=64,v=64,C=1,q=2,c=8,r=4,m=1;"))
        #expect(text.hasSuffix("\u{1B}\\"))
        // The protocol's base64, put together again, is 64 by 64 points of red, green, blue and opacity.
        let data = text.components(separatedBy: "\u{1B}_G").dropFirst().compactMap { string in
            string.dropLast(2).split(separator: ";", omittingEmptySubsequences: false).last
        }
        let pixels = data.flatMap { Array(Data(base64Encoded: String($0)) ?? Data()) }
        #expect(pixels.count == 64 * 64 * 4)
        // Edges may be a little transparent.
        #expect(Array(pixels.prefix(3)) == [255, 0, 0])
        #expect(Array(pixels.suffix(4).prefix(3)) == [0, 0, 255])
        #expect(String(decoding: picture.removal, as: UTF8.self).contains("a=d,d=A"))
    }

    @Test("kitty enlarges: a large window asks for no more than a million pixels")
    func large() async throws {
        var frame = Self.frame(.kitty, columns: 200, rows: 60)
        frame.cellWidth = 20
        frame.cellHeight = 40
        let picture = try await Self.picture(SampleImages.png, frame)
        // A square of 60 lines is 120 columns wide, but for what rounding to 8 pixels leaves out.
        #expect(58...60 ~= picture.rows)
        #expect(116...120 ~= picture.columns)
        #expect(picture.lines[0].count < 1_000_000 * 4 * 3 / 2)
    }

    @Test("Sixels come as one string of the room's pixels")
    func sixel() async throws {
        let picture = try await Self.picture(SampleImages.png, Self.frame(.sixel))
        #expect((picture.columns, picture.rows) == (8, 4))
        let text = String(decoding: picture.lines[0], as: UTF8.self)
        #expect(text.hasPrefix("\u{1B}P"))
        // Sixels are six pixels high, so the last four lines of 64 have no room.
        #expect(text.contains("q\"1;1;64;60#"))
    }

    @Test("A JPEG is read from standard input too")
    func jpeg() async throws {
        let picture = try await Self.picture(SampleImages.jpeg, Self.frame(.blocks))
        #expect((picture.columns, picture.rows) == (8, 2))
    }

    @Test("What is no photo never gets to the program")
    func formats() async throws {
        let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)
        await #expect(throws: PhotoPictureError.unknownFormat) {
            try await Self.picture(drawing, Self.frame(.blocks))
        }
    }

    @Test("A photo that is cut off, a program that is missing, a room that is none: each is said")
    func failures() async throws {
        let broken = await #expect(throws: PhotoPictureError.self) {
            try await Self.picture(Array(SampleImages.png.prefix(30)), Self.frame(.blocks))
        }
        #expect(broken?.description.contains("chafa") == true)
        await #expect(throws: PhotoPictureError.notInstalled) {
            try await PictureMaker.picture(
                of: SampleImages.png,
                in: Self.frame(.blocks),
                environment: ["PATH": "/nonexistent"]
            )
        }
        #expect(PhotoPictureError.notInstalled.description.contains("apt install chafa"))
        await #expect(throws: PhotoPictureError.noRoom) {
            try await Self.picture(SampleImages.png, Self.frame(.blocks, columns: 0))
        }
    }

    @Test("A program that hangs is ended, and so is one that is not wanted any more")
    func hanging() async throws {
        let folder = try TestFolder()
        try await Script.install("chafa", in: folder.url, "exec sleep 1000")
        let environment = ["PATH": "\(folder.url.path):/usr/bin:/bin"]
        await #expect(throws: PhotoPictureError.failed(reason: "chafa took too long")) {
            try await PictureMaker.picture(
                of: SampleImages.png,
                in: Self.frame(.blocks),
                environment: environment,
                within: .milliseconds(100)
            )
        }
        let task = Task {
            try await PictureMaker.picture(
                of: SampleImages.png,
                in: Self.frame(.blocks),
                environment: environment
            )
        }
        task.cancel()
        await #expect(throws: PhotoPictureError.cancelled) { try await task.value }
    }

    @Test(
        "The kind is the best that the terminal is known to have",
        arguments: [
            (["TERM": "xterm-kitty"], PictureKind.kitty), (["TERM": "xterm-ghostty"], .kitty),
            (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], .kitty),
            (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], .kitty),
            (["TERM": "foot"], .sixel), (["TERM": "foot-extra"], .sixel), (["TERM": "mlterm"], .sixel),
            (["TERM": "xterm-256color"], .blocks), (["TERM": "linux"], .blocks), ([:], .blocks),
            (["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1", "TMUX": "/tmp/x,1,0"], .blocks),
            (["TERM": "xterm-kitty", "STY": "1.pts"], .blocks), (["TERM": "footage"], .blocks),
        ]
    )
    func kinds(environment: [String: String], kind: PictureKind) {
        #expect(PictureKind(environment: environment) == kind)
    }
}
