extension INaturalistClient {
    /// The server's own reply for one observation, for a pager: indented by two spaces, keys in the order in which they
    /// were sent, numbers with the digits that were sent, and nothing in it that a terminal would obey.
    ///
    /// It is the reply of ``detail(id:as:)-(_,Viewer)``, with the same proof, and may hold the hidden place.
    ///
    /// - Throws: as ``detail(id:as:)-(_,Viewer)``.
    @concurrent
    package func rawObservation(id: Int, as viewer: Viewer) async throws(INaturalistError) -> String {
        IndentedJSON.text(of: try await detail(id: id, as: viewer).rawJSON)
    }

    /// The server's own replies for several observations, as one list in the order asked; for one as
    /// ``rawObservation(id:as:)``. Each is a request of its own.
    ///
    /// - Throws: as ``detail(id:as:)-(_,Viewer)``. Of several, those that are not there any more are left out.
    @concurrent
    package func rawObservations(ids: [Int], as viewer: Viewer) async throws(INaturalistError) -> String {
        if let id = ids.first, ids.count == 1 { return try await rawObservation(id: id, as: viewer) }
        var list: [UInt8] = []
        for id in ids {
            do throws(INaturalistError) {
                let reply = try await detail(id: id, as: viewer).rawJSON
                list += (list.isEmpty ? "" : ",").utf8 + reply
            } catch .notFound {
                continue
            }
        }
        return IndentedJSON.text(of: Array("[".utf8) + list + Array("]".utf8))
    }
}
