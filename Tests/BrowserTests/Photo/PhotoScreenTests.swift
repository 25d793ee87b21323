import TerminalUI
import Testing

@testable import Browser
@testable import INaturalist
@testable import OtherPrograms

@Suite("The screen of photos")
struct PhotoScreenTests {
    private static let photos = [
        Photo(
            id: 1,
            url: "https://h/photos/1/square.jpg",
            license: "cc-by-nc",
            attribution: "(c) Ada Example"
        ),
        Photo(id: 2, url: "https://h/photos/2/square.jpg", license: nil, attribution: nil),
    ]
    private static let rect = Rect(column: 0, row: 1, columns: 40, rows: 12)

    /// 10 by 4 cells of letters.
    private static let picture = PhotoPicture(
        kind: .blocks,
        columns: 10,
        rows: 4,
        lines: Array(repeating: Array("xxxxxxxxxx".utf8), count: 4)
    )

    private static func shown(_ screen: PhotoScreen) -> String {
        var surface = Surface(size: Size(columns: 40, rows: 14))
        screen.draw(on: &surface, in: rect)
        return (0..<14).map { row in
            surface.row(row).map(\.text).joined()
        }.joined(separator: "\n")
    }

    @Test("The room is asked for once, again when it changes, and then with the file")
    func asking() throws {
        var screen = PhotoScreen(id: 7, photos: Self.photos)
        let asked = screen.request(in: Self.rect)
        let request = try #require(asked)
        #expect(request.photo.id == 1)
        // A column at each side and the line below are not the photo's.
        #expect(request.cells == Size(columns: 38, rows: 11))
        #expect(request.file == nil)
        let again = screen.request(in: Self.rect)
        #expect(again == nil)
        let file = PhotoFile(size: .medium, bytes: [1, 2, 3])
        screen.take(PhotoAnswer(file: file, outcome: .picture(Self.picture)), to: request)
        let larger = Rect(column: 0, row: 1, columns: 60, rows: 20)
        let enlarged = screen.request(in: larger)
        #expect(enlarged?.file == file)
    }

    @Test("The picture stands in the middle, and its cells are blank")
    func placing() throws {
        var screen = PhotoScreen(id: 7, photos: Self.photos)
        let asked = screen.request(in: Self.rect)
        let request = try #require(asked)
        #expect(screen.picture(in: Self.rect) == nil)
        #expect(Self.shown(screen).contains("fetching photo 1"))
        let file = PhotoFile(size: .medium, bytes: Array(repeating: 0, count: 47_600))
        screen.take(PhotoAnswer(file: file, outcome: .picture(Self.picture)), to: request)
        let picture = try #require(screen.picture(in: Self.rect))
        #expect(picture.rect == Rect(column: 15, row: 4, columns: 10, rows: 4))
        #expect(picture.lines == Self.picture.lines)
        let lines = Self.shown(screen).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[1..<12].allSatisfy { $0.allSatisfy { $0 == " " } })
        #expect(lines[12].contains("photo 1 of 2 · CC-BY-NC · medium, 48"))
        #expect(screen.caption == "photo 1 of 2 · CC-BY-NC · medium, 48 kB · (c) Ada Example")
        // Meanwhile the window has become smaller than the picture.
        #expect(screen.picture(in: Rect(column: 0, row: 0, columns: 40, rows: 4)) == nil)
    }

    @Test("Next goes round, and a late answer to the photo before is dropped")
    func moving() throws {
        var screen = PhotoScreen(id: 7, photos: Self.photos)
        let asked = screen.request(in: Self.rect)
        let first = try #require(asked)
        let hasMoved = screen.move(by: 1)
        #expect(hasMoved)
        #expect(screen.photo?.id == 2)
        screen.take(PhotoAnswer(file: nil, outcome: .failed("late")), to: first)
        #expect(screen.stage == .coming)
        #expect(screen.caption == "photo 2 of 2 · all rights reserved")
        _ = screen.move(by: 1)
        #expect(screen.index == 0)
        _ = screen.move(by: -1)
        #expect(screen.index == 1)
        var single = PhotoScreen(id: 7, photos: [Self.photos[0]])
        let moves = single.move(by: 1)
        #expect(!moves)
    }

    @Test("What failed says why, and the same photo can be asked for again")
    func failing() throws {
        var screen = PhotoScreen(id: 7, photos: Self.photos)
        let asked = screen.request(in: Self.rect)
        let request = try #require(asked)
        let reason = PhotoPictureError.notInstalled.description
        screen.take(PhotoAnswer(file: nil, outcome: .failed(reason)), to: request)
        #expect(Self.shown(screen).contains("chafa is not installed"))
        screen.forgetFile()
        let again = screen.request(in: Self.rect)
        #expect(again == request)
    }

    @Test("An observation without photos asks for nothing and says so")
    func none() {
        var screen = PhotoScreen(id: 7, photos: [])
        let request = screen.request(in: Self.rect)
        #expect(request == nil)
        #expect(Self.shown(screen).contains("This observation has no photo."))
        #expect(screen.caption.isEmpty)
    }

    @Test(
        "The frame is what the terminal has: its colours, its cells, its characters",
        arguments: [
            (ColourDepth.none, "xterm-kitty", "", PictureColours.none, PictureKind.blocks),
            (.eight, "linux", "", .eight, .blocks),
            (.indexed, "xterm-256color", "", .indexed, .blocks),
            (.indexed, "xterm-256color", "truecolor", .direct, .blocks),
            (.direct, "xterm-kitty", "", .direct, .kitty),
        ]
    )
    func frames(
        depth: ColourDepth,
        terminal: String,
        colorterm: String,
        colours: PictureColours,
        kind: PictureKind
    ) {
        let request = PhotoRequest(photo: Self.photos[0], cells: Size(columns: 30, rows: 10), file: nil)
        let frame = request.frame(
            traits: DisplayTraits(colours: depth, isUnicode: false, cellPixels: (9, 18)),
            environment: ["TERM": terminal, "COLORTERM": colorterm]
        )
        let expected = PictureFrame(
            columns: 30,
            rows: 10,
            cellWidth: 9,
            cellHeight: 18,
            kind: kind,
            colours: colours,
            isUnicode: false
        )
        #expect(frame == expected)
    }
}
