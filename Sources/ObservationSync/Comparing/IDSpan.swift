/// Ids between two bounds, both of which lie outside.
struct IDSpan: Sendable, Hashable {
    /// All ids are above this.
    var above: Int
    /// All ids are below this.
    var below: Int

    /// Every id, up to the largest bound that the server's search takes (reference 3.4).
    static let all = IDSpan(above: 0, below: 2_147_483_647)
}
