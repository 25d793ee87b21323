import ArgumentParser
import Browser
import INaturalist
import TerminalUI

/// Which observations, for every command that asks for some: as free text, as a pasted address, and by an
/// option a field.
///
/// A new ``QueryField`` needs a property here; ``values(of:)`` does not compile without it.
struct QueryOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            """
            What to look for: fields such as taxon:Platanthera or user:observer, words, or an address of the \
            website.
            """,
            valueName: "query"
        ),
        completion: .query
    )
    var line: [String] = []

    @Option(
        help: ArgumentHelp(
            "Begin with the query that is saved under this name (inatty queries lists them); the rest is added to it.",
            valueName: "name"
        ),
        completion: .savedQueries
    )
    var saved: String?

    @Option(.observer) var observer: [String] = []
    @Option(.taxon) var taxon: [String] = []
    @Option(.withoutTaxon) var withoutTaxon: [String] = []
    @Option(.place) var place: [String] = []
    @Option(.project) var project: [String] = []
    @Option(.id) var id: [String] = []
    @Option(.obscuration) var obscuration: [String] = []
    @Option(.geoprivacy) var geoprivacy: [String] = []
    @Option(.taxonGeoprivacy) var taxonGeoprivacy: [String] = []
    @Option(.quality) var quality: [String] = []
    @Option(.observedFrom) var observedFrom: [String] = []
    @Option(.observedTo) var observedTo: [String] = []
    @Option(.createdFrom) var createdFrom: [String] = []
    @Option(.createdTo) var createdTo: [String] = []
    @Option(.iconicTaxon) var iconicTaxon: [String] = []
    @Option(.highestRank) var highestRank: [String] = []
    @Option(.lowestRank) var lowestRank: [String] = []
    @Option(.captive) var captive: [String] = []
    @Option(.photos) var photos: [String] = []
    @Option(.geo) var geo: [String] = []
    @Option(.words) var words: [String] = []
    @Option(.searchOn) var searchOn: [String] = []
    @Option(.box) var box: [String] = []
    @Option(.updatedSince) var updatedSince: [String] = []
    @Option(.order) var order: [String] = []

    /// What was given for a field by its option, once for each time.
    func values(of field: QueryField) -> [String] {
        switch field {
        case .observer: observer
        case .taxon: taxon
        case .withoutTaxon: withoutTaxon
        case .place: place
        case .project: project
        case .id: id
        case .obscuration: obscuration
        case .geoprivacy: geoprivacy
        case .taxonGeoprivacy: taxonGeoprivacy
        case .quality: quality
        case .observedFrom: observedFrom
        case .observedTo: observedTo
        case .createdFrom: createdFrom
        case .createdTo: createdTo
        case .iconicTaxon: iconicTaxon
        case .highestRank: highestRank
        case .lowestRank: lowestRank
        case .captive: captive
        case .photos: photos
        case .geo: geo
        case .words: words
        case .searchOn: searchOn
        case .box: box
        case .updatedSince: updatedSince
        case .order: order
        }
    }

    /// Wrong values are told before the command begins, and so before anything is sent.
    func validate() throws { _ = try reading() }

    /// Whether neither a word nor an option about observations was given.
    var isEmpty: Bool {
        saved == nil && line.isEmpty && QueryField.allCases.allSatisfy { values(of: $0).isEmpty }
    }

    /// What was asked for.
    ///
    /// - Throws: `ValidationError` with the words of the ``QueryProblem``.
    func query() throws -> ObservationQuery { try reading().query }

    /// What was asked for, with what of a pasted address could not be taken over (``QueryReading/remark``).
    ///
    /// - Throws: `ValidationError` with the words of the ``QueryProblem``.
    func reading() throws -> QueryReading {
        let saved = try savedLine()
        do throws(QueryProblem) {
            var reading = try QueryReading(arguments: line, addedTo: saved)
            for field in QueryField.allCases {
                for value in values(of: field) { try reading.query.add(value, to: field) }
            }
            if let problem = reading.query.problems.first { throw problem }
            return reading
        } catch {
            // The parser prints it itself, and a pasted address may have had any character in it.
            throw ValidationError(TerminalText.sanitised(error.description))
        }
    }

    private func savedLine() throws -> String {
        guard let saved else { return "" }
        do throws(SavedQueriesError) {
            guard let file = SavedQueriesFile(variables: LaunchEnvironment.current.variables) else {
                throw .noHome
            }
            let queries = try file.read()
            guard let text = queries.text(of: saved) else {
                throw .unknownName(saved, known: queries.queries.map(\.name))
            }
            return text
        } catch {
            throw ValidationError(TerminalText.sanitised(error.description))
        }
    }
}

extension Option<[String]> {
    /// The option of a field: `--taxon`, which can be given again, and takes several values with commas
    /// between them where the field does.
    fileprivate init(wrappedValue: [String], _ field: QueryField) {
        self.init(
            wrappedValue: wrappedValue,
            name: .customLong(field.name),
            // “-observed” and “-38.4,…” are values here.
            parsing: .unconditionalSingleValue,
            help: ArgumentHelp("\(field.helpWithChoices)", valueName: field.valueName),
            completion: Self.completion(of: field)
        )
    }

    private static func completion(of field: QueryField) -> CompletionKind? {
        if field.kind == .persons { return .logins }
        if field.choices.isEmpty { return nil }
        return field.takesSeveral ? .several(field.choices) : .list(field.choices)
    }
}
