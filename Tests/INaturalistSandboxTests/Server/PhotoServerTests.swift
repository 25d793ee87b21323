import Foundation
import TestBrowser
import Testing

@testable import INaturalistSandbox

@Suite("The sandbox has photos of its own")
struct PhotoServerTests {
    @Test(
        "Each size has its longest side",
        arguments: [
            ("square", 75, 75), ("thumb", 100, 75), ("small", 240, 180), ("medium", 500, 375),
            ("large", 1_024, 768), ("original", 2_048, 1_536),
        ]
    )
    func sizes(name: String, width: Int, height: Int) async throws {
        try await withSandbox(SandboxConfiguration(observationCount: 200)) { _, browser in
            let rows = try await browser.get("/v1/observations?photos=true&per_page=1").results()
            let url = try #require(rows.first?["photos"]?[0]?["url"]?.string)
            let square = url.replacing(/^http:\/\/[^\/]+/, with: "")
            let page = try await browser.get(square.replacing("square", with: name))
            #expect(page.status == 200)
            #expect(page.header("Content-Type") == "image/png")
            // PNG, section 11.2.2: width and height come first in IHDR, big-endian.
            let header = Array(page.body[16..<24])
            #expect(header.prefix(4).reduce(0) { $0 << 8 | Int($1) } == width)
            #expect(header.suffix(4).reduce(0) { $0 << 8 | Int($1) } == height)
        }
    }

    @Test(
        "What is no photo is not found",
        arguments: [
            "1/tiny.jpg", "1/square", "1/square.gif", "x/square.jpg", "0/square.jpg", "1/square.jpg.exe",
        ]
    )
    func missing(path: String) async throws {
        try await withSandbox(SandboxConfiguration(observationCount: 200)) { _, browser in
            let page = try await browser.get("/photos/\(path)")
            #expect(page.status == 404)
        }
    }

    // Made with Python's zlib and struct.
    @Test("A file of four points is what another writer makes of them")
    func file() throws {
        let palette: [(red: UInt8, green: UInt8, blue: UInt8)] = [
            (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255),
        ]
        let file = PNGWriter.file(width: 2, height: 2, palette: palette) { UInt8($0 + 2 * $1) }
        #expect(Data(file).base64EncodedString() == Self.fourPoints)
    }

    private static let fourPoints =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACBAMAAACAmBAXAAAADFBMVEUAAAD/AAAA/wAAAP+bwBPcAAAA"
        + "D0lEQVR4AQEEAPv/AAEAIwAqACVLjxI7AAAAAElFTkSuQmCC"

    @Test("The same photo looks the same, another one looks different")
    func variety() {
        let photos = (1...3).map { MadeUpPhoto(id: $0, width: 75, height: 75).png }
        #expect(photos[0] == MadeUpPhoto(id: 1, width: 75, height: 75).png)
        #expect(Set(photos).count == 3)
    }
}
