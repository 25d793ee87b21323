internal import OtherPrograms

/// How photos are drawn in the terminal.
package nonisolated enum PhotoChoice: String, Sendable, Hashable, CaseIterable {
    /// As the terminal can, as far as its name says.
    case automatic
    /// With kitty's graphics.
    case kitty
    /// With sixels.
    case sixel
    /// With half blocks, which every terminal with colours can show.
    case blocks

    /// What is asked of the program that draws; nothing leaves it to what the terminal says of itself.
    var kind: PictureKind? {
        switch self {
        case .automatic: nil
        case .kitty: .kitty
        case .sixel: .sixel
        case .blocks: .blocks
        }
    }
}
