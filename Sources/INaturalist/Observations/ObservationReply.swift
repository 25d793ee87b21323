/// Reads observations out of replies that were saved.
package enum ObservationReply {
    /// The observations of a reply of either version of the API: an envelope with `results`, a list, or one alone.
    ///
    /// - Parameters:
    ///   - bytes: the reply's body.
    ///   - site: the site's address, for the pages of observations whose reply names none.
    /// - Returns: the observations, and how many rows have no id and cannot be read.
    /// - Throws: ``INaturalistError/unreadableReply(what:)`` when it is none of these.
    package static func observations(
        in bytes: [UInt8],
        site: String
    ) throws(INaturalistError) -> (observations: [Observation], unreadable: Int) {
        guard let json = JSONValue(parsing: bytes) else {
            throw .unreadableReply(what: "it is not whole JSON")
        }
        let rows: [JSONValue]
        if let results = json["results"], results.isArray {
            rows = results.elements
        } else if json.isArray {
            rows = json.elements
        } else if json.isObject, json["id"] != nil {
            rows = [json]
        } else {
            throw .unreadableReply(what: "it has no list of observations")
        }
        let observations = rows.compactMap(ObservationDecoder(site: site).observation)
        return (observations, rows.count - observations.count)
    }
}
