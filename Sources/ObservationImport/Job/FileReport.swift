/// What is known of a file so far.
package struct FileReport: Sendable, Hashable {
    /// So many problems are kept with their reason; all are counted.
    package static let problemLimit = 1_000

    /// What it is.
    package var kind: FileKind
    /// How many rows were read.
    package var rows = 0
    /// How many rows could not be read.
    package var refused = 0
    /// The first of those, with the reason.
    package var problems: [RowProblem] = []
    /// What everybody who reads the rows has to know, once each.
    package var remarks: [FileRemark] = []
    /// Columns of the website's export that the table has no place for.
    package var unusedColumns: [String] = []
    /// Columns that nobody knows.
    package var unknownColumns: [String] = []
    /// How many rows have bytes that are no UTF-8, shown as “�”.
    package var damagedTexts = 0
    /// How many bytes were read.
    package var bytesRead = 0
    /// How many bytes there are; nil for a pipe.
    package var bytesTotal: Int?
    /// Whether the end was reached.
    package var isComplete = false

    init(kind: FileKind) { self.kind = kind }

    mutating func refuse(_ refusal: RowRefusal, line: Int) {
        refused += 1
        if problems.count < Self.problemLimit { problems.append(RowProblem(line: line, refusal: refusal)) }
    }
}

/// Something about a whole file that its rows do not show.
package enum FileRemark: Sendable, Hashable {
    /// There is no column `id`, so the line numbers stand for it.
    case numberedByLine
    /// No column says what is hidden, so hidden points and open ones look alike.
    case hidingIsUnknown
    /// There are no private columns: the file is what the public sees.
    case publicAlone

    /// One sentence for people.
    package var text: String {
        switch self {
        case .numberedByLine:
            "The file has no ids, so its rows are numbered by their lines."
        case .hidingIsUnknown:
            """
            The file does not say what is hidden (geoprivacy and taxon_geoprivacy, or coordinates_obscured): a point that \
            looks open may be an obscured one.
            """
        case .publicAlone:
            "The file has no private columns: of what is hidden it has the public side alone."
        }
    }
}
