/// A form of a web page, read from its HTML as a browser reads it.
package struct HTMLForm: Sendable {
    package let action: String
    package let method: String

    /// Names and values of the fields, as they stand in the page; those to press are not among them.
    package let fields: [(name: String, value: String)]

    /// What can be pressed, by its words.
    package let buttons: [String]

    /// Every form of a page, in order.
    package static func all(in html: String) -> [HTMLForm] {
        html.matches(of: /<form\b([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { match in
            let attributes = attributes(in: match.output.1)
            let inputs = match.output.2.matches(of: /<input\b([^>]*)>/).map {
                Self.attributes(in: $0.output.1)
            }
            return HTMLForm(
                action: attributes["action"] ?? "",
                method: (attributes["method"] ?? "get").uppercased(),
                fields: inputs.filter { $0["type"] != "submit" }
                    .map { ($0["name"] ?? "", $0["value"] ?? "") },
                buttons: inputs.filter { $0["type"] == "submit" }.compactMap { $0["value"] }
            )
        }
    }

    /// The text of an element with an id.
    package static func text(ofElement id: String, in html: String) -> String? {
        html.firstMatch(of: /<(\w+)[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/\1>/.dotMatchesNewlines())
            .flatMap { $0.output.2 == id ? decoded($0.output.3) : nil }
    }

    private static func attributes(in tag: Substring) -> [String: String] {
        Dictionary(
            tag.matches(of: /([\w\-]+)="([^"]*)"/).map { (String($0.output.1), decoded($0.output.2)) }
        ) { first, _ in first }
    }

    /// Undoes the escapes that HTML needs; `&amp;` last, because its result is not looked at again.
    private static func decoded(_ text: Substring) -> String {
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return escapes.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
