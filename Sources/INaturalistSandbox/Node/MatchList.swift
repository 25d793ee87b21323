/// The indices of the records that answer a search, rising or in the search's own order.
enum MatchList: Sendable {
    /// So many, all from the first on.
    case all(Int)
    case some([Int32])

    var count: Int {
        switch self {
        case .all(let count): count
        case .some(let indices): indices.count
        }
    }

    subscript(position: Int) -> Int {
        switch self {
        case .all: position
        case .some(let indices): Int(indices[position])
        }
    }

    /// The first position whose index is not below a limit; for rising lists alone.
    func position(of limit: Int) -> Int {
        guard case .some(let indices) = self else { return min(limit, count) }
        var (low, high) = (0, indices.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(indices[middle]) < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
