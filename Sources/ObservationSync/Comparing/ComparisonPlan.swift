/// How two sets of ids that are far apart are compared with few questions: the server's and the held one.
///
/// Both are counted. Where the counts are the same nothing more is asked; where they differ the span is cut where half
/// of the held ids lie on either side, and the upper part is counted at the server; the rest of the server's ids lies in
/// the lower part. What is small enough is listed. So one deletion among a hundred thousand costs about ten questions,
/// and none costs one.
///
/// Equal numbers of ids on one side only are not noticed in a span. A sync that fetches everything anew finds those.
struct ComparisonPlan: Sendable {
    /// A span with the number of ids on either side.
    struct Part: Sendable, Hashable {
        var span: IDSpan
        var server: Int
        var held: Int
    }

    /// What to do next.
    enum Step: Sendable, Hashable {
        /// Count the server's ids in the upper half of the held ones, then ``ComparisonPlan/halve(_:at:held:server:)``.
        case halve(Part)
        /// List the server's ids, which fit into one reply, and compare them with the held ones.
        case list(Part)
        /// Fetch everything: nearly all of it is missing.
        case fetch(Part)
    }

    /// How many ids fit into one reply.
    private let limit: Int
    private var parts: [Part]

    /// Begins with the counts of everything.
    init(server: Int, held: Int, limit: Int) {
        self.limit = limit
        parts = [Part(span: .all, server: server, held: held)]
    }

    /// What to do next; nil when the sets are the same as far as counts tell.
    mutating func next() -> Step? {
        while let part = parts.popLast() {
            if part.server == part.held { continue }
            if part.held > limit { return .halve(part) }
            return part.server <= limit ? .list(part) : .fetch(part)
        }
        return nil
    }

    /// Goes on in the two halves of a span.
    ///
    /// - Parameters:
    ///   - part: what was cut.
    ///   - id: the lowest id of the upper half.
    ///   - held: how many held ids lie there.
    ///   - server: how many of the server's ids lie there. Rows may appear and go while this is asked.
    mutating func halve(_ part: Part, at id: Int, held: Int, server: Int) {
        var lower = part
        lower.span.below = id
        lower.held = max(part.held - held, 0)
        lower.server = max(part.server - server, 0)
        parts.append(lower)
        var upper = part
        upper.span.above = id - 1
        upper.held = held
        upper.server = server
        parts.append(upper)
    }
}
