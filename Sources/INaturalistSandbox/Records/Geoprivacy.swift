/// How an observer or a taxon's conservation status wants coordinates to be shown, from the mildest to the strictest.
enum Geoprivacy: String, Sendable, Hashable, Comparable, CaseIterable {
    case open
    case obscured
    case `private`

    /// Whether the true point is kept from the public.
    var hides: Bool {
        self != .open
    }

    private var strictness: Int {
        switch self {
        case .open: 0
        case .obscured: 1
        case .private: 2
        }
    }

    static func < (left: Geoprivacy, right: Geoprivacy) -> Bool {
        left.strictness < right.strictness
    }
}
