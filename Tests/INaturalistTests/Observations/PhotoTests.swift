import Testing

@testable import INaturalist

struct PhotoTests {
    private static func photo(_ url: String?) -> Photo {
        Photo(id: 1, url: url, license: nil, attribution: nil)
    }

    @Test(
        "The other sizes have the same address with another stem",
        arguments: [
            ("https://h/photos/1/square.jpg", Photo.Size.large, "https://h/photos/1/large.jpg"),
            ("https://h/photos/1/square.jpeg?123", .original, "https://h/photos/1/original.jpeg?123"),
            ("https://h/photos/1/square", .medium, "https://h/photos/1/medium"),
            ("https://h/photos/1/square.JPG", .square, "https://h/photos/1/square.JPG"),
            ("https://h/square/square.png", .thumb, "https://h/square/thumb.png"),
        ]
    )
    func makesSizes(url: String, size: Photo.Size, expected: String) {
        #expect(Self.photo(url).url(size: size) == expected)
    }

    @Test(
        "Placeholders and foreign addresses stay as they are",
        arguments: [
            "https://h/assets/copyright-infringement-square.png", "https://h/assets/media-hidden-square.png",
            "https://h/attachment_defaults/local_photos/square.png", "https://h/photos/1/picture.jpg",
            "square.jpg",
        ]
    )
    func keepsPlaceholders(url: String) {
        #expect(Self.photo(url).url(size: .large) == url)
    }

    @Test("No address stays none")
    func keepsNone() {
        #expect(Self.photo(nil).url(size: .large) == nil)
    }
}
