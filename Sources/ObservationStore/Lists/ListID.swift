/// Names a list of this store. Never given twice, also when the list was forgotten.
package struct ListID: Sendable, Hashable {
    let number: Int64

    init(number: Int64) { self.number = number }

    /// What is added to an observation's id.
    var base: Int64 { number << 32 }
    var first: Int64 { base + 1 }
    var last: Int64 { base + SightKeys.idLimit - 1 }
}
