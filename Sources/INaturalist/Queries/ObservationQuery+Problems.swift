extension ObservationQuery {
    /// All that is known to be wrong before anything is sent.
    package var problems: [QueryProblem] {
        var problems: [QueryProblem] = []
        for (field, from, to) in [
            (QueryField.observedTo, observedFrom, observedTo), (.createdTo, createdFrom, createdTo),
        ] {
            guard let from, let to, let first = CalendarDay(from), let last = CalendarDay(to), last < first
            else {
                continue
            }
            problems.append(QueryProblem(field, "\(to) is before \(from), so nothing could be found."))
        }
        if let box { problems += Self.problems(of: box) }
        let ranks = QueryField.highestRank.choices
        if let highestRank, let lowestRank, let highest = ranks.firstIndex(of: highestRank),
            let lowest = ranks.firstIndex(of: lowestRank), lowest < highest
        {
            problems.append(
                QueryProblem(.lowestRank, "\(lowestRank) is above \(highestRank), so nothing could be found.")
            )
        }
        if searchOn != nil, words.isEmpty {
            problems.append(
                QueryProblem(.searchOn, "“search-on” says where words are looked for, and there are none.")
            )
        }
        for field in Self.named {
            for reference in self[field] {
                switch reference {
                case .id(let id, _) where !INaturalistClient.isPossible(id):
                    problems.append(.impossibleID(String(id), field))
                case .name(let name) where QueryLine.trimmed(name[...]).isEmpty:
                    problems.append(QueryProblem(field, "“\(field.name):” lacks a value."))
                default: break
                }
            }
        }
        return problems
    }

    private static func problems(of box: CoordinateBox) -> [QueryProblem] {
        var problems: [QueryProblem] = []
        if ![box.south, box.north].allSatisfy({ -90...90 ~= $0 }) {
            problems.append(QueryProblem(.box, "A latitude is from -90 to 90 degrees."))
        }
        if ![box.west, box.east].allSatisfy({ -180...180 ~= $0 }) {
            problems.append(QueryProblem(.box, "A longitude is from -180 to 180 degrees."))
        }
        if box.north < box.south {
            problems.append(QueryProblem(.box, "The north of the box is south of its south."))
        }
        return problems
    }
}

extension QueryProblem {
    /// No observation, taxon, place, project or person can have that number (reference 3.4).
    static func impossibleID(_ text: String, _ field: QueryField) -> QueryProblem {
        QueryProblem(field, "“\(text)” is no id: a whole number from 1 to 2147483647 is.")
    }
}
