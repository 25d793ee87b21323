package import ObservationStore

/// Why a file cannot be opened at all. What is wrong with one row is a ``RowProblem``.
package enum ImportError: Error, Sendable, Equatable {
    /// The system does not let it be opened.
    case cannotOpen(name: String, reason: String)
    /// It is a folder.
    case folder(name: String)
    /// The system stopped giving its bytes.
    case cannotRead(name: String, reason: String)
    /// It has no bytes, or blanks alone.
    case empty(name: String)
    /// It is packed; `format` says how.
    case packed(name: String, format: String)
    /// Its text is not UTF-8; `encoding` says what it is.
    case otherEncoding(name: String, encoding: String)
    /// It is no text.
    case noText(name: String)
    /// It is a table none of whose columns is one of the website's export.
    case noKnownColumns(name: String, columns: [String])
    /// It is text, and neither a table nor JSON.
    case unknownKind(name: String)
    /// The store did not take the rows.
    case store(StoreError)
    /// Somebody stopped it.
    case cancelled
}

extension ImportError: CustomStringConvertible {
    /// What failed, on which file, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .cannotOpen(let name, let reason):
            "“\(name)” cannot be opened: \(reason)."
        case .folder(let name):
            "“\(name)” is a folder. Give one file in it."
        case .cannotRead(let name, let reason):
            "“\(name)” cannot be read to its end: \(reason). What came before is shown."
        case .empty(let name):
            "“\(name)” is empty."
        case .packed(let name, let format):
            "“\(name)” is packed (\(format)). Unpack it, then open the file that was in it."
        case .otherEncoding(let name, let encoding):
            "“\(name)” is text in \(encoding). Save it as UTF-8, then open it again."
        case .noText(let name):
            "“\(name)” is not text. inatty opens the website's CSV export, its own exports and saved API replies."
        case .noKnownColumns(let name, let columns):
            """
            “\(name)” begins with no column that the website's export has (id, latitude, longitude, observed_on, …), but \
            with \(columns.prefix(3).map { "“\(RowRefusal.shortened($0))”" }.joined(separator: ", ")). Its first line has to \
            name the columns.
            """
        case .unknownKind(let name):
            """
            “\(name)” is neither a table whose first line names its columns, nor JSON with observations. inatty opens the \
            website's CSV export, its own exports and saved API replies.
            """
        case .store(let error):
            error.description
        case .cancelled:
            "The reading was stopped. What came before is shown."
        }
    }
}
