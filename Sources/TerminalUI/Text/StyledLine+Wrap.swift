extension StyledLine {
    /// The line as lines of at most so many columns, broken at blanks and between wide characters; a longer
    /// word is cut.
    ///
    /// - Parameters:
    ///   - columns: The room; no line comes out when there is none.
    ///   - indent: Blanks before every line but the first, so that a caption stays in view.
    /// - Returns: One line at least, but none without room.
    package func wrapped(to columns: Int, indent: Int = 0) -> [StyledLine] {
        guard columns > 0 else { return [] }
        let indent = max(0, min(indent, columns - 1))
        let clusters = spans.flatMap(\.clusters)
        var lines: [StyledLine] = []
        var start = 0
        repeat {
            let room = lines.isEmpty ? columns : columns - indent
            let end = Self.lineEnd(clusters, from: start, room: room)
            var line = StyledLine(clusters[start..<end.text], room: room)
            if !lines.isEmpty, indent > 0 {
                line.spans.insert(Span(String(repeating: " ", count: indent)), at: 0)
            }
            lines.append(line)
            start = end.next
        } while start < clusters.count
        return lines
    }

    /// Where the line that begins at a cluster ends, and where the next one begins.
    private static func lineEnd(
        _ clusters: [StyledCluster],
        from start: Int,
        room: Int
    ) -> (text: Int, next: Int) {
        var used = 0
        var lastBreak: (text: Int, next: Int)?
        var index = start
        while index < clusters.count {
            let cluster = clusters[index]
            if cluster.isBlank {
                if index > start, !clusters[index - 1].isBlank {
                    lastBreak = (index, index + 1)
                } else if let earlier = lastBreak {
                    lastBreak = (earlier.text, index + 1)
                }
                // Blanks may hang over the edge: they vanish when the line is broken there.
                if used >= room, let lastBreak, lastBreak.next == index + 1 {
                    return (lastBreak.text, skipBlanks(clusters, from: index + 1))
                }
            } else if cluster.text.columns == 2, index > start, !clusters[index - 1].isBlank {
                lastBreak = (index, index)
            }
            guard used + cluster.text.columns <= room else {
                if let lastBreak { return lastBreak }
                // A wide character in a single column: it becomes a blank there.
                return index == start ? (index + 1, index + 1) : (index, index)
            }
            used += cluster.text.columns
            index += 1
        }
        return (index, index)
    }

    private static func skipBlanks(_ clusters: [StyledCluster], from start: Int) -> Int {
        var index = start
        while index < clusters.count, clusters[index].isBlank {
            index += 1
        }
        return index
    }

    private init(_ clusters: ArraySlice<StyledCluster>, room: Int) {
        self.init([])
        for cluster in clusters {
            if spans.last?.role != cluster.role {
                spans.append(Span("", cluster.role))
            }
            spans[spans.count - 1].text.unicodeScalars.append(
                cluster.text.columns <= room
                    ? cluster.text : TextCluster(scalars: [0x20, 0, 0, 0], columns: 1)
            )
        }
    }
}

/// A cluster that remembers what it is for.
private struct StyledCluster {
    var text: TextCluster
    var role: Role

    var isBlank: Bool { text.scalars == SIMD4(0x20, 0, 0, 0) }
}

extension Span {
    fileprivate var clusters: [StyledCluster] {
        var result: [StyledCluster] = []
        TerminalText.forEachCluster(text) { cluster in
            result.append(StyledCluster(text: cluster, role: role))
            return true
        }
        return result
    }
}
