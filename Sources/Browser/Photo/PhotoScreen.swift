package import INaturalist
package import OtherPrograms
package import TerminalUI

/// The photos of one observation, one at a time, with a line below that names it.
package nonisolated struct PhotoScreen: Sendable {
    /// How far showing a photo has come.
    package enum Stage: Sendable, Hashable {
        /// It is being fetched, or drawn.
        case coming
        /// It is there.
        case shown(PhotoPicture)
        /// It is not, for that reason, in whole sentences that say what to do.
        case failed(String)
    }

    /// The observation's id.
    package let id: Int
    /// Its photos, the first one first.
    package let photos: [Photo]
    /// Which of them.
    package private(set) var index = 0
    /// How far showing it has come.
    package private(set) var stage = Stage.coming
    /// The files that were fetched, by their photo: who goes to and fro fetches none twice.
    private var files: [Int: PhotoFile] = [:]
    /// The room that was asked for last.
    private var asked: Size?

    /// Shows the first photo, once it is asked for.
    package init(id: Int, photos: [Photo]) {
        self.id = id
        self.photos = photos
        if photos.isEmpty { stage = .failed("This observation has no photo.") }
    }

    /// The photo that is shown; nil when there is none at all.
    package var photo: Photo? { photos.indices.contains(index) ? photos[index] : nil }

    /// Goes on to another photo, and from the last to the first.
    ///
    /// - Returns: whether it is another one, which then has to be asked for.
    package mutating func move(by step: Int) -> Bool {
        guard photos.count > 1 else { return false }
        index = ((index + step) % photos.count + photos.count) % photos.count
        reset()
        return true
    }

    /// Has what is shown asked for with the next request.
    private mutating func reset() {
        stage = photos.isEmpty ? stage : .coming
        asked = nil
    }

    /// Has the photo fetched anew with the next request.
    package mutating func forgetFile() {
        if let photo { files[photo.id] = nil }
        reset()
    }

    /// What to ask for so that the photo fills its room; nil when that was asked for already.
    ///
    /// - Parameter rect: the whole screen but the bar and the footer; call it again when that changes.
    package mutating func request(in rect: Rect) -> PhotoRequest? {
        let cells = Self.room(in: rect).size
        guard let photo, asked != cells, cells.columns > 0, cells.rows > 0 else { return nil }
        asked = cells
        stage = .coming
        return PhotoRequest(photo: photo, cells: cells, file: files[photo.id])
    }

    /// Takes what came of a request; one for another photo or another room is dropped.
    package mutating func take(_ answer: PhotoAnswer, to request: PhotoRequest) {
        if let file = answer.file { files[request.photo.id] = file }
        guard request.photo == photo, request.cells == asked else { return }
        switch answer.outcome {
        case .picture(let picture): stage = .shown(picture)
        case .failed(let reason): stage = .failed(reason)
        }
    }

    /// What the display is to show over the frame, in the middle of its room; nil when there is nothing.
    package func picture(in rect: Rect) -> Picture? {
        let room = Self.room(in: rect)
        guard case .shown(let picture) = stage, picture.columns <= room.columns, picture.rows <= room.rows
        else {
            return nil
        }
        return Picture(
            rect: Rect(
                column: room.left + (room.columns - picture.columns) / 2,
                row: room.top + (room.rows - picture.rows) / 2,
                columns: picture.columns,
                rows: picture.rows
            ),
            lines: picture.lines,
            removal: picture.removal
        )
    }

    /// Draws all but the photo itself, whose cells stay blank.
    package func draw(on surface: inout Surface, in rect: Rect) {
        let room = Self.room(in: rect)
        switch stage {
        case .shown: break
        case .coming:
            surface.write(StyledLine("fetching photo \(index + 1)…", .muted), in: room.line(0))
        case .failed(let reason):
            let lines = TerminalText.wrapped(reason, to: room.columns)
            for (row, line) in lines.prefix(room.rows).enumerated() {
                surface.write(StyledLine(line, photos.isEmpty ? .muted : .failure), in: room.line(row))
            }
        }
        surface.write(StyledLine(caption, .muted), in: rect.splitBottom(1).bottom.inset(left: 1, right: 1))
    }

    /// `photo 2 of 5 · CC-BY-NC · medium, 48 kB · (c) …`
    package var caption: String {
        guard let photo else { return "" }
        var parts = [
            "photo \(index + 1) of \(photos.count)", photo.license?.uppercased() ?? "all rights reserved",
        ]
        if let file = files[photo.id] {
            parts.append("\(file.size.rawValue), \(Self.words(bytes: file.bytes.count))")
        }
        if let attribution = photo.attribution { parts.append(attribution) }
        return parts.joined(separator: " · ")
    }

    private static func words(bytes: Int) -> String {
        bytes < 1_000 ? "\(bytes) bytes" : "\((bytes + 500) / 1_000) kB"
    }

    /// Where the photo is, above its line.
    private static func room(in rect: Rect) -> Rect {
        rect.splitBottom(1).rest.inset(left: 1, right: 1)
    }
}
