/// Why a photo cannot be shown in the terminal.
package enum PhotoPictureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The program that does it is not there.
    case notInstalled
    /// It is none of the formats that photos have here.
    case unknownFormat
    /// There is no room for it.
    case noRoom
    /// The program failed, for that reason, which names it.
    case failed(reason: String)
    /// What the program made does more than show a picture, or is larger than its room.
    case notHarmless
    /// The task was cancelled.
    case cancelled

    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .notInstalled:
            "chafa is not installed, so no photo can be shown here. Install it (Debian: apt install chafa)."
        case .unknownFormat:
            "This is no JPEG, PNG, GIF or WebP picture, so it is not shown. Open it on the website."
        case .noRoom: "There is no room for a photo. Make the window larger."
        case .failed(let reason): "The photo could not be drawn: \(reason). Open it on the website."
        case .notHarmless:
            "What chafa made of the photo is more than a picture, so it is not shown. Open it on the website."
        case .cancelled: "Drawing the photo was stopped."
        }
    }
}
