package import INaturalist
package import OtherPrograms
package import TerminalUI

/// Which photo is to be shown, and in how many cells.
package nonisolated struct PhotoRequest: Sendable, Hashable {
    /// The photo.
    package var photo: Photo
    /// The room for it.
    package var cells: Size
    /// Its file, when it was fetched before and only its room has changed.
    package var file: PhotoFile?

    /// The room in the terminal's terms.
    ///
    /// - Parameters:
    ///   - traits: what the terminal is like.
    ///   - environment: what the terminal says of itself.
    ///   - kind: how the person wants it shown; nil for the best that the terminal is known to have.
    package func frame(
        traits: DisplayTraits,
        environment: [String: String],
        kind: PictureKind? = nil
    ) -> PictureFrame {
        // Terminals often have more colours than their terminfo entry knows of, and say so here.
        let isDirect = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased())
        let colours: PictureColours =
            switch traits.colours {
            case .none: .none
            case .eight: .eight
            case .indexed: isDirect ? .direct : .indexed
            case .direct: .direct
            }
        // Without colours everything is drawn in characters, graphics too.
        let best = colours == .none ? .blocks : PictureKind(environment: environment)
        return PictureFrame(
            columns: cells.columns,
            rows: cells.rows,
            cellWidth: traits.cellPixels?.width ?? 8,
            cellHeight: traits.cellPixels?.height ?? 16,
            kind: kind ?? best,
            colours: colours,
            isUnicode: traits.isUnicode
        )
    }
}
