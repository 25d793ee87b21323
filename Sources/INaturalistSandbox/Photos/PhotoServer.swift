/// Serves the photos of the records: pictures that are made up too, a hill under a sun in colours of the photo's own.
enum PhotoServer {
    /// The longest side of each size, in pixels (API reference 6).
    static let sizes = [
        "square": 75, "thumb": 100, "small": 240, "medium": 500, "large": 1_024, "original": 2_048,
    ]

    /// `/photos/ID/SIZE.EXTENSION`; always a PNG file, whatever the extension says.
    static func photo(_ call: Call) -> Reply {
        let parts = (call.captures["file"] ?? "").split(separator: ".")
        guard let id = Int(call.captures["id"] ?? ""), id > 0, parts.count == 2,
            let side = sizes[String(parts[0])], ["jpg", "jpeg", "png"].contains(parts[1])
        else {
            return Reply(
                status: 404,
                headers: [("Content-Type", "application/xml")],
                body: Array("<Error><Code>NoSuchKey</Code></Error>".utf8)
            )
        }
        let height = parts[0] == "square" ? side : side * 3 / 4
        return Reply(
            headers: [("Content-Type", "image/png"), ("Cache-Control", "public, max-age=31536000")],
            body: MadeUpPhoto(id: id, width: side, height: height).png
        )
    }
}
