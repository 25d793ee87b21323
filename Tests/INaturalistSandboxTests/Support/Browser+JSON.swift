import TestBrowser

extension Browser.Page {
    func json() throws -> JSON {
        try JSON(parsing: body)
    }

    /// The rows of an envelope.
    func results() throws -> [JSON] {
        try json()["results"]?.elements ?? []
    }
}

extension Browser {
    /// The JSON document at a path.
    func json(_ path: String, authorization: String? = nil) async throws -> JSON {
        try await get(path, authorization: authorization).json()
    }
}
