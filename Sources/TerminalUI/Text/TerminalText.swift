/// Text as a terminal shows it: sanitised, measured in columns, cut and wrapped.
///
/// A width is what ncurses adds up, `wcwidth` for each scalar in a UTF-8 locale, and never a count of
/// characters.
package enum TerminalText {
    /// A text made safe for one line.
    ///
    /// Controls, escape characters, bidi overrides and isolates, invisible and zero-width characters,
    /// variation selectors and tags are left out. A line break becomes "⏎", a tab or any other blank a space.
    /// At most three combining marks stay after a base. ZWNJ and ZWJ stay inside the scripts that need them,
    /// never between emoji.
    package static func sanitised(_ raw: String) -> String {
        if isPlain(raw) { return raw }
        var result = String.UnicodeScalarView()
        forEachCluster(raw) { cluster in
            result.append(cluster)
            return true
        }
        return String(result)
    }

    /// A text as its lines, each made safe like ``sanitised(_:)``.
    ///
    /// An empty text has one empty line; a break at the very end adds none.
    package static func sanitisedParagraphs(_ raw: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        var endsWithBreak = false
        for scalar in raw.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r":
                break
            case "\n", "\r", "\u{2028}", "\u{2029}":
                lines.append(sanitised(String(line)))
                line = String.UnicodeScalarView()
                endsWithBreak = true
            default:
                line.append(scalar)
                endsWithBreak = false
            }
            previous = scalar
        }
        if !endsWithBreak {
            lines.append(sanitised(String(line)))
        }
        return lines
    }

    /// The columns that a text takes once it is sanitised.
    package static func columns(_ text: String) -> Int {
        if isPlain(text) { return text.utf8.count }
        var columns = 0
        forEachCluster(text) { cluster in
            columns += cluster.columns
            return true
        }
        return columns
    }

    /// A sanitised text that takes at most so many columns.
    ///
    /// - Parameters:
    ///   - text: Any text at all.
    ///   - columns: The room; nothing is left of a text that has none.
    ///   - how: Where it is cut, and whether "…" says so.
    /// - Returns: The text, or what is left of it.
    package static func truncated(_ text: String, to columns: Int, _ how: Truncation = .ellipsis) -> String {
        guard columns > 0 else { return "" }
        let width = Self.columns(text)
        guard width > columns else { return sanitised(text) }
        let room = how == .clip ? columns : columns - 1
        var result = String.UnicodeScalarView()
        if how == .leadingEllipsis {
            result.append(Glyph.ellipsis)
        }
        var used = 0
        forEachCluster(text) { cluster in
            let start = used
            used += cluster.columns
            switch how {
            case .leadingEllipsis:
                if start >= width - room {
                    result.append(cluster)
                }
                return true
            case .ellipsis, .clip:
                guard used <= room else { return false }
                result.append(cluster)
                return true
            }
        }
        if how == .ellipsis {
            result.append(Glyph.ellipsis)
        }
        return String(result)
    }

    /// A text as lines of at most so many columns, broken at blanks; a longer word is cut. Line breaks stay.
    package static func wrapped(_ text: String, to columns: Int) -> [String] {
        guard columns > 0 else { return [] }
        return sanitisedParagraphs(text).flatMap { paragraph in
            StyledLine(paragraph).wrapped(to: columns).map(\.text)
        }
    }

    /// Whether a text is printable ASCII alone, so that bytes are columns.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte < 0x20 || byte > 0x7E {
                return false
            }
            return true
        } ?? false
    }

    /// Calls a closure with each cluster until it returns false.
    static func forEachCluster(_ text: String, _ body: (TextCluster) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var scanner = TextScanner(bytes)
            while let cluster = scanner.next(), body(cluster) {}
        }
    }
}

extension String.UnicodeScalarView {
    mutating func append(_ cluster: TextCluster) {
        for lane in 0..<4 where cluster.scalars[lane] != 0 {
            if let scalar = Unicode.Scalar(cluster.scalars[lane]) {
                append(scalar)
            }
        }
    }
}
