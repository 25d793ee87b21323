extension INaturalistClient {
    /// Asks one question as one identity, and says what came of it. Nothing is renewed and nothing is remembered: what
    /// is measured is this token now.
    ///
    /// - Parameters:
    ///   - probe: the question.
    ///   - observation: the id of an observation, best one with a hidden place; questions about accounts ignore it.
    ///   - authorization: who asks.
    /// - Returns: the finding; a failed request is one as well.
    @concurrent
    package func measure(
        _ probe: TokenProbe,
        observation: Int,
        as authorization: Authorization
    ) async -> TokenFinding {
        do throws(INaturalistError) {
            let asksForObservation = probe == .privateKeys || probe == .legacyObservation
            if asksForObservation, !Self.isPossible(observation) { throw .impossibleID(observation) }
            let request = HTTPRequest.get(
                probe.isOfAPI ? .api : .site,
                probe.path.replacing("ID", with: String(observation)),
                query: Self.query(of: probe),
                as: authorization,
                at: addresses
            )
            let response = try await reply(to: request)
            switch response.status {
            case 200: break
            case 404, 410, 429: throw error(in: response, to: request).api(needsUser: false)
            case 300..<500: return .refused(status: response.status)
            default: throw error(in: response, to: request).api(needsUser: false)
            }
            return try Self.finding(of: probe, in: try json(of: response, to: request))
        } catch {
            return .failed(error)
        }
    }

    /// As the ordinary calls ask, so that the same caches are kept out (reference 3.5).
    private static func query(of probe: TokenProbe) -> [(name: String, value: String)] {
        switch probe {
        case .usersMe: [("v", nonce)]
        case .privateKeys: [("include_new_projects", "true"), ("v", nonce)]
        case .editUser, .legacyObservation: []
        }
    }

    private static func finding(
        of probe: TokenProbe,
        in json: JSONValue
    ) throws(INaturalistError) -> TokenFinding {
        switch probe {
        case .usersMe, .editUser:
            let user = probe == .usersMe ? json["results"]?.elements.first : json
            guard let account = user.flatMap(Account.init(json:)) else {
                throw .unreadableReply(what: "\(probe.path) names no account")
            }
            return .account(account)
        case .privateKeys:
            guard let row = json["results"]?.elements.first else { throw .notFound(message: nil) }
            let keys = privateKeys(in: row)
            if !keys.valued.isEmpty { return .privateKeys(keys.valued) }
            if row["viewer_trusted_by_observer"] == nil { return .publicView }
            return keys.isPermitted ? .nothingHidden : .hidden
        case .legacyObservation:
            guard json["id"]?.int != nil else { throw .notFound(message: nil) }
            let keys = privateKeys(in: json)
            if !keys.valued.isEmpty { return .privateKeys(keys.valued) }
            return json["coordinates_obscured"]?.bool == true ? .hidden : .nothingHidden
        }
    }

    /// The keys of the hidden place that have a value, and whether they are there at all: null says that the viewer
    /// may see what is hidden, and that nothing is (reference 4.2).
    private static func privateKeys(in row: JSONValue) -> (valued: [String], isPermitted: Bool) {
        let all: [(String, JSONValue?)] = [
            ("private_location", row["private_location"]), ("private_geojson", row["private_geojson"]),
            ("private_place_guess", row["private_place_guess"]),
            ("private_latitude", row["private_latitude"]), ("private_longitude", row["private_longitude"]),
        ]
        let present = all.compactMap { name, value in value.map { (name, $0) } }
        return (present.filter { !$0.1.isNull }.map(\.0), !present.isEmpty)
    }
}
