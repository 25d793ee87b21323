extension CodeGrant {
    /// Takes the code that a person copied from the site's page: the code alone, or the page's whole address.
    ///
    /// An address that names a state has to name that of the request: a code of another sign-in, or of somebody else's,
    /// is not taken (RFC 6749, 10.12). The page that shows a code names none (reference 1.5).
    ///
    /// A person who refused gets a page of JSON there instead (reference 1.6), which is understood as well.
    ///
    /// - Throws: ``INaturalistError/noCode`` for anything else, ``INaturalistError/stateMismatch``, and what the page
    ///   says went wrong.
    package init(request: AuthorizationRequest, pasting pasted: Secret) throws(INaturalistError) {
        // A code that was copied from a narrow window comes in several lines; one with blanks in it is a sentence.
        var text = pasted.exposed.split(whereSeparator: \.isNewline).map { PastedToken.trimmed(String($0)) }
            .joined()
        if text.hasPrefix("{"), let json = JSONValue(parsing: Array(pasted.exposed.utf8)) {
            guard let error = json["error"]?.words else { throw .noCode }
            throw ConsentReply.error(error, description: json["error_description"]?.words)
        }
        let query = text.firstIndex(of: "?").map { text[text.index(after: $0)...] }
        if let query = query ?? (text.hasPrefix("code=") ? text[...] : nil) {
            let reply = ConsentReply(query: query)
            if reply.hasState, reply.state.map(Secret.init(_:)) != request.state { throw .stateMismatch }
            if let error = reply.error { throw error }
            text = reply.code ?? ""
        }
        guard !text.isEmpty,
            text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
        else { throw .noCode }
        self.init(request: request, code: Secret(text))
    }
}
