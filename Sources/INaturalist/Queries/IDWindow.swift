/// A part of the observations by their ids. The bounds themselves are outside (reference 3.2).
package enum IDWindow: Sendable, Hashable {
    /// All of them.
    case all
    /// Ids below that one.
    case below(Int)
    /// Ids above that one.
    case above(Int)
    /// Ids between the two.
    case between(above: Int, below: Int)

    /// The window as the API takes it, and the order in which its rows come.
    var parameters: [(name: String, value: String)] {
        let falling = [("order_by", "id"), ("order", "desc")]
        return switch self {
        case .all: falling
        case .below(let id): [("id_below", String(id))] + falling
        case .above(let id): [("id_above", String(id)), ("order_by", "id"), ("order", "asc")]
        case .between(let above, let below):
            [("id_above", String(above)), ("id_below", String(below))] + falling
        }
    }
}
