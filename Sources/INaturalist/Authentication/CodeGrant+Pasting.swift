extension CodeGrant {
    /// Takes the code that a person copied from the site's page: the code alone, or the page's whole address.
    ///
    /// A person who refused gets a page of JSON there instead (reference 1.6), which is understood as well.
    ///
    /// - Throws: ``INaturalistError/noCode`` for anything else, and what the page says went wrong.
    package init(request: AuthorizationRequest, pasting pasted: Secret) throws(INaturalistError) {
        var text = pasted.exposed.filter { !$0.isWhitespace && $0 != "\"" }
        if text.hasPrefix("{"), let json = JSONValue(parsing: Array(pasted.exposed.utf8)) {
            guard let error = json["error"]?.words else { throw .noCode }
            throw ConsentReply.error(error, description: json["error_description"]?.words)
        }
        if let question = text.firstIndex(of: "?") {
            let reply = ConsentReply(query: text[text.index(after: question)...])
            if let error = reply.error { throw error }
            text = reply.code ?? ""
        } else if text.hasPrefix("code=") {
            text.removeFirst("code=".count)
        }
        guard !text.isEmpty,
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { throw .noCode }
        self.init(request: request, code: Secret(text))
    }
}
