internal import OtherPrograms

extension PhotoChoice {
    /// What is asked of the program that draws; nothing leaves it to what the terminal says of itself.
    nonisolated var kind: PictureKind? {
        switch self {
        case .automatic: nil
        case .kitty: .kitty
        case .sixel: .sixel
        case .blocks: .blocks
        }
    }
}
