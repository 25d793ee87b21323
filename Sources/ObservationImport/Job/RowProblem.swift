/// A row that could not be read: where it is, and why.
package struct RowProblem: Sendable, Hashable {
    /// The line on which the row begins; the first of the file is 1.
    package let line: Int
    /// Why.
    package let refusal: RowRefusal

    /// Puts a problem together.
    package init(line: Int, refusal: RowRefusal) {
        self.line = line
        self.refusal = refusal
    }

    /// One line for people.
    package var text: String { "line \(line): \(refusal)" }
}

/// Why a row cannot be read. It is then counted and left out: a value that was guessed would look like a true one.
package enum RowRefusal: Error, Sendable, Hashable {
    /// There is no id.
    case noID
    /// The id is none that an observation of iNaturalist can have.
    case impossibleID(String)
    /// The id was there before in the same file; the first one is shown.
    case repeatedID(Int)
    /// The row has another number of fields than the first line, so it is not known which is which.
    case fieldCount(Int, expected: Int)
    /// A field goes on behind its closing quotation mark.
    case looseQuotationMark
    /// A field's closing quotation mark is missing.
    case unclosedQuotationMark
    /// The row is longer than any can be.
    case tooLong
    /// A number was expected in that column.
    case notANumber(column: String, text: String)
    /// The number is not one that the column can have.
    case outOfRange(column: String, text: String)
    /// A latitude without a longitude, or the other way round.
    case halfAPoint(present: String, missing: String)
    /// A day or a moment was expected in that column.
    case notADate(column: String, text: String)
    /// It is not whole JSON.
    case notJSON
    /// It is JSON, and no observation.
    case noObservation
    /// The file ends, or is no longer JSON, in the middle; what follows is not read.
    case cutShort
}

extension RowRefusal: CustomStringConvertible {
    /// The reason, without an end.
    package var description: String {
        switch self {
        case .noID: "it has no id"
        case .impossibleID(let text):
            "“\(Self.shortened(text))” is no observation id: a whole number from 1 to 2147483647 is"
        case .repeatedID(let id): "observation \(id) was in the file before; the first row is shown"
        case .fieldCount(let count, let expected):
            "it has \(count) \(count == 1 ? "field" : "fields"), and the first line names \(expected)"
        case .looseQuotationMark: "a field goes on behind its closing quotation mark"
        case .unclosedQuotationMark: "a field's closing quotation mark is missing"
        case .tooLong: "it is longer than \(ByteWindow.limit >> 20) MB"
        case .notANumber(let column, let text): "\(column) is “\(Self.shortened(text))”, which is no number"
        case .outOfRange(let column, let text):
            "\(column) is \(Self.shortened(text)), which is outside of what it can be"
        case .halfAPoint(let present, let missing): "it has a \(present) and no \(missing)"
        case .notADate(let column, let text):
            "\(column) is “\(Self.shortened(text))”, and not a date as 2024-05-17 or 2024-05-17 14:05:00 -0500"
        case .notJSON: "it is not whole JSON"
        case .noObservation: "it is JSON, and no observation"
        case .cutShort: "the JSON breaks off here; what follows cannot be read"
        }
    }

    static func shortened(_ text: String) -> String {
        let visible = text.unicodeScalars.prefix(41).map {
            $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0
        }
        guard visible.count > 40 else { return String(String.UnicodeScalarView(visible)) }
        return String(String.UnicodeScalarView(visible.dropLast())) + "…"
    }
}
