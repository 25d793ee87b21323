/// How much of the place is hidden from the public: the stricter of both geoprivacies (reference 4.1).
package enum Obscuration: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing.
    case none
    /// The point is drawn at random inside its cell of 0.2 degrees.
    case obscured
    /// The point is not shown.
    case `private`

    /// From open to private.
    package static func < (left: Self, right: Self) -> Bool {
        left.strictness < right.strictness
    }

    private var strictness: Int {
        switch self {
        case .none: 0
        case .obscured: 1
        case .private: 2
        }
    }
}
