internal import INaturalist
package import OtherPrograms

/// What came of a ``PhotoRequest``.
package nonisolated struct PhotoAnswer: Sendable, Hashable {
    /// The file, when it could be fetched.
    package let file: PhotoFile?
    /// What the terminal is to show, or why nothing, in whole sentences.
    package let outcome: Outcome

    /// The two ways to end.
    package enum Outcome: Sendable, Hashable {
        case picture(PhotoPicture)
        case failed(String)
    }

    /// Puts an answer together.
    package init(file: PhotoFile?, outcome: Outcome) {
        self.file = file
        self.outcome = outcome
    }
}
