/// Which observations of a list are marked: what is done then is done to all of them.
///
/// Four bytes a mark, in order of their ids, so that a million marks are no burden and one is found in twenty steps.
package nonisolated struct Marks: Sendable, Hashable {
    /// The ids, rising.
    package private(set) var ids: [Int32] = []

    package init() {}

    /// How many there are.
    package var count: Int { ids.count }
    /// Whether there is none.
    package var isEmpty: Bool { ids.isEmpty }

    /// Whether that observation is marked.
    package func contains(_ id: Int) -> Bool {
        guard !ids.isEmpty, let id = Int32(exactly: id) else { return false }
        let place = place(of: id)
        return place < ids.count && ids[place] == id
    }

    /// Marks an observation, or takes its mark away.
    package mutating func toggle(_ id: Int) {
        guard let id = Int32(exactly: id) else { return }
        let place = place(of: id)
        if place < ids.count, ids[place] == id { ids.remove(at: place) } else { ids.insert(id, at: place) }
    }

    /// Marks these too.
    package mutating func insert(_ more: some Sequence<Int32>) { ids = Self.union(ids, Self.rising(more)) }

    /// Marks those of a list that are not marked, and takes the marks of the others away; what is not in the list
    /// keeps its mark.
    package mutating func invert(in list: some Sequence<Int32>) {
        let list = Self.rising(list)
        var result: [Int32] = []
        result.reserveCapacity(ids.count + list.count)
        Self.merge(ids, list) { id, isMarked, isListed in if isMarked != isListed { result.append(id) } }
        ids = result
    }

    private func place(of id: Int32) -> Int {
        var range = ids.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = ids[middle] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    private static func rising(_ ids: some Sequence<Int32>) -> [Int32] {
        var ids = Array(ids)
        // The table's own order is by falling ids.
        if zip(ids, ids.dropFirst()).allSatisfy(>) {
            ids.reverse()
            return ids
        }
        ids = sorted(ids)
        var last: Int32?
        ids.removeAll { id in
            defer { last = id }
            return id == last
        }
        return ids
    }

    /// In rising order, eleven bits at a time from the lowest: a million ids of a sorted table are no wait.
    private static func sorted(_ ids: [Int32]) -> [Int32] {
        var (ids, other) = (ids, [Int32](repeating: 0, count: ids.count))
        for shift in stride(from: 0, to: 32, by: 11) {
            var places = [Int](repeating: 0, count: 2_049)
            for id in ids { places[Int(id >> Int32(shift) & 0x7FF) + 1] += 1 }
            for digit in 1...2_048 { places[digit] += places[digit - 1] }
            for id in ids {
                let digit = Int(id >> Int32(shift) & 0x7FF)
                other[places[digit]] = id
                places[digit] += 1
            }
            swap(&ids, &other)
        }
        return ids
    }

    private static func union(_ left: [Int32], _ right: [Int32]) -> [Int32] {
        var result: [Int32] = []
        result.reserveCapacity(left.count + right.count)
        merge(left, right) { id, _, _ in result.append(id) }
        return result
    }

    /// Goes through two rising lists in order; each id comes once, with where it is.
    private static func merge(_ left: [Int32], _ right: [Int32], _ take: (Int32, Bool, Bool) -> Void) {
        var (first, second) = (0, 0)
        while first < left.count || second < right.count {
            let isLeft = second == right.count || first < left.count && left[first] <= right[second]
            let id = isLeft ? left[first] : right[second]
            let isBoth = isLeft && second < right.count && right[second] == id
            take(id, isLeft, isBoth || !isLeft)
            if isLeft { first += 1 }
            if isBoth || !isLeft { second += 1 }
        }
    }
}
