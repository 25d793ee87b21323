/// One reason for hiding: the observer's own choice, or that of the taxon's conservation status.
package enum Geoprivacy: Sendable, Hashable {
    /// Nothing is hidden.
    case open
    /// The public point is somewhere in the same cell of 0.2 degrees.
    case obscured
    /// There is no public point.
    case `private`
    /// A word that the servers did not have when this was written.
    case other(String)

    /// Reads the server's word.
    package init(word: String) {
        switch word {
        case "open": self = .open
        case "obscured": self = .obscured
        case "private": self = .private
        default: self = .other(word)
        }
    }

    /// The server's word.
    package var word: String {
        switch self {
        case .open: "open"
        case .obscured: "obscured"
        case .private: "private"
        case .other(let word): word
        }
    }

    /// How much this reason alone hides. An unknown word is taken to hide, never to show.
    package var obscuration: Obscuration {
        switch self {
        case .open: .none
        case .obscured, .other: .obscured
        case .private: .private
        }
    }
}
