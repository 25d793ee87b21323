/// How many colours a picture made of characters may have; the raw value is chafa's word for it.
package enum PictureColours: String, Sendable, Hashable, CaseIterable {
    /// Red, green and blue in 256 steps each.
    case direct = "full"
    /// The palette of 256.
    case indexed = "256"
    /// Eight colours.
    case eight = "8"
    /// The terminal's own two.
    case none
}
