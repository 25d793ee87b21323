import ArgumentParser
import Browser
import INaturalist
import ObservationStore

/// Which of a list's rows are printed, and in which order: done here, so that it is quick and asks no server.
struct ArrangementOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Columns to sort by, with commas between them; - before one turns it round: taxon,-observed.",
            valueName: "columns"
        ),
        completion: .sortColumns
    )
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "Only rows with words that begin so, in taxon, place, observer or description.",
            valueName: "words"
        )
    )
    var filter = ""

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only rows whose true point, as far as you may see it, is inside: south,west,north,east or “41.6,-93.7 ± 10 km”.",
            valueName: "box"
        )
    )
    var inside: String?

    @Option(
        help: ArgumentHelp(
            "Only rows with a value, as access:withheld,granted or year:2025; can be given again.",
            valueName: "facet:values"
        ),
        completion: .facetValues
    )
    var only: [String] = []

    /// Whether anything was said.
    var isEmpty: Bool { sort == nil && filter.isEmpty && inside == nil && only.isEmpty }

    func validate() throws { _ = try arrangement(of: nil, as: .anonymous) }

    /// What was said, for a list and whom it is read for.
    ///
    /// - Throws: `ValidationError` with what is wrong.
    func arrangement(of list: ListID?, as viewer: ViewerKey) throws -> Arrangement {
        var arrangement = Arrangement(list: list, viewer: viewer)
        arrangement.sort = try keys()
        arrangement.words = filter
        for text in only {
            let (facet, values) = try Self.choice(text)
            arrangement.facets[facet, default: []].formUnion(values)
        }
        if let inside {
            do throws(BoxText.Problem) {
                arrangement.box = try BoxText.parse(inside)
            } catch {
                throw ValidationError("--inside: \(error.description)")
            }
        }
        return arrangement
    }

    private func keys() throws -> [SortKey] {
        try (sort ?? "").split(separator: ",").map { part in
            let isTurned = part.hasPrefix("-")
            let name = part.drop { $0 == "-" || $0 == "+" || $0 == " " }.lowercased()
            guard let column = SortColumn.allCases.first(where: { $0.option == name }) else {
                let names = SortColumn.allCases.map(\.option).joined(separator: ", ")
                throw ValidationError("“\(part)” is no column to sort by. There are: \(names).")
            }
            return SortKey(column: column, descending: isTurned)
        }
    }

    private static func choice(_ text: String) throws -> (Facet, Set<FacetValue>) {
        let parts = text.split(separator: ":", maxSplits: 1)
        let names = Facet.allCases.map(\.option).joined(separator: ", ")
        guard let name = parts.first, let facet = Facet(option: String(name)) else {
            throw ValidationError("--only \(text): what comes before the colon is one of \(names).")
        }
        let words = parts.count == 2 ? parts[1].split(separator: ",") : []
        guard !words.isEmpty else {
            throw ValidationError("--only \(text): a value comes after the colon, as in access:withheld.")
        }
        return (facet, Set(try words.map { try facet.value(ofOption: $0.lowercased()) }))
    }
}

extension SortColumn {
    /// As the command line calls it: `scientific-name`, and shortly `observed`, `created`.
    var option: String {
        switch self {
        case .observedOn: "observed"
        case .createdAt: "created"
        default: rawValue.kebab
        }
    }
}

extension Facet {
    /// As the command line calls it: `taxon-geoprivacy`.
    var option: String { rawValue.kebab }

    /// Reads ``option``.
    init?(option: String) {
        guard let facet = Self.allCases.first(where: { $0.option == option.lowercased() }) else { return nil }
        self = facet
    }

    /// A value as the command line has it: the server's word, a number, or `none`.
    fileprivate func value(ofOption word: String) throws -> FacetValue {
        if word == "none" { return .missing }
        switch self {
        case .year, .taxon:
            guard let number = Int(word) else {
                throw ValidationError("--only \(option):\(word): it is a number, or none.")
            }
            return .number(number)
        case .geoprivacy, .taxonGeoprivacy, .access, .quality:
            let words = knownWords
            guard words.contains(word) else {
                let known = words.joined(separator: ", ")
                throw ValidationError("--only \(option):\(word): it is one of \(known), or none.")
            }
            return .word(word)
        }
    }

    /// The words that it takes, where they are few.
    var knownWords: [String] {
        switch self {
        case .geoprivacy, .taxonGeoprivacy: ["open", "obscured", "private"]
        case .access: ["open", "granted", "withheld"]
        case .quality: ["casual", "needs_id", "research"]
        case .year, .taxon: []
        }
    }
}

extension String {
    /// `taxonGeoprivacy` as `taxon-geoprivacy`.
    fileprivate var kebab: String {
        reduce(into: "") { text, character in
            text += character.isUppercase ? "-" + character.lowercased() : String(character)
        }
    }
}
