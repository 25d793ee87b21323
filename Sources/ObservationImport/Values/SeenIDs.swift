/// The ids that were there before, sixteen bytes each at most.
struct SeenIDs {
    private var slots: [UInt32]
    private var count = 0

    init() {
        slots = Array(repeating: 0, count: 1 << 12)
    }

    /// - Parameter id: 1 to 2,147,483,647.
    /// - Returns: whether it was not there before.
    mutating func insert(_ id: Int) -> Bool {
        if count * 2 >= slots.count { grow() }
        guard Self.put(UInt32(truncatingIfNeeded: id), into: &slots) else { return false }
        count += 1
        return true
    }

    /// Whether it was there.
    func contains(_ id: Int) -> Bool {
        let id = UInt32(truncatingIfNeeded: id)
        var index = Self.slot(of: id, in: slots.count)
        while slots[index] != 0 {
            if slots[index] == id { return true }
            index = (index + 1) & (slots.count - 1)
        }
        return false
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        for id in slots where id != 0 { _ = Self.put(id, into: &larger) }
        slots = larger
    }

    private static func put(_ id: UInt32, into slots: inout [UInt32]) -> Bool {
        let mask = slots.count - 1
        var index = slot(of: id, in: slots.count)
        while slots[index] != 0 {
            if slots[index] == id { return false }
            index = (index + 1) & mask
        }
        slots[index] = id
        return true
    }

    /// Knuth's multiplicative hashing: neighbouring ids go far apart.
    private static func slot(of id: UInt32, in count: Int) -> Int {
        Int((id &* 2_654_435_769) >> 7) & (count - 1)
    }
}
