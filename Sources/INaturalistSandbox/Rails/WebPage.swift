/// The few pages of the sandbox's website: plain, readable, and open about being made up.
struct WebPage: Sendable {
    /// Shown in the window's title and at the top.
    let title: String

    /// What follows the title, as HTML.
    let content: String

    /// The page as it is sent; like every page of the website it is not to be kept.
    func reply(status: Int = 200, headers: [(name: String, value: String)] = []) -> Reply {
        .html(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title)) · inatty sandbox</title>
            <style>
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem;
              color: #222; background: #fff; }
            .sandbox { border-left: .4rem solid #74ac00; background: #f4f8ea; padding: .5rem 1rem; }
            .alert { border-left: .4rem solid #b3261e; background: #fdf0ef; padding: .5rem 1rem; }
            label { display: block; margin: .5rem 0; }
            input, button { font: inherit; padding: .3rem .6rem; }
            form.choice { display: inline-block; margin-right: 1rem; }
            table { border-collapse: collapse; font-size: .95rem; }
            th, td { text-align: left; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #ddd; }
            code { font-size: 1.1rem; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <p class="sandbox">This is the sandbox of inatty, not iNaturalist: everybody and everything in it is
            made up, and it runs on this computer alone.</p>
            <h1>\(Self.escaped(title))</h1>
            \(content)
            </body>
            </html>

            """,
            status: status,
            headers: [("Cache-Control", "max-age=0, private, must-revalidate")] + headers
        )
    }

    /// A form's hidden field.
    static func hidden(_ name: String, _ value: String) -> String {
        "<input type=\"hidden\" name=\"\(escaped(name))\" value=\"\(escaped(value))\">"
    }

    /// A text that means itself, between tags and in a quoted attribute.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
