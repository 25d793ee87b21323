/// The imitation of the node server: `/v1` and `/v2`.
struct NodeServer: Sendable {
    let state: SandboxState
    let worlds: SandboxWorld

    /// The records as they are now. Whoever asks first waits until they are made.
    var world: World {
        worlds.current
    }

    /// Where the server listens.
    var baseURL: String {
        state.baseURL
    }

    typealias Endpoint = @Sendable (NodeServer, Call, NodeVersion) throws(NodeError) -> Reply

    /// Runs an endpoint and writes its failures in the version's own way.
    func answer(_ call: Call, _ version: NodeVersion, _ endpoint: Endpoint) -> Reply {
        do throws(NodeError) {
            return try endpoint(self, call, version)
        } catch {
            return error.reply(for: version)
        }
    }

    var identity: NodeIdentity {
        NodeIdentity(state: state)
    }

    /// An envelope of results (API reference 3.1).
    static func envelope(
        _ results: [JSONValue],
        total: Int? = nil,
        page: Int? = 1,
        perPage: Int? = nil,
        bounds: JSONValue? = nil
    ) -> JSONValue {
        var object = JSONObject(reserving: 5)
        object.add("total_results", .integer(total ?? results.count))
        if let bounds { object.add("total_bounds", bounds) }
        object.add("page", .optional(page))
        object.add("per_page", .integer(perPage ?? results.count))
        object.add("results", .array(results))
        return .object(object)
    }

    /// `/v1/ping` and `/v2/ping`.
    static let ping: Endpoint = { _, call, version throws(NodeError) in
        .json(
            ["status": "available"],
            headers: [NodeCaching.header(call.query, version: version, defaultSeconds: -1)]
        )
    }

    /// The fields that a `/v2` request asks for, from the query or from the body of an overridden POST.
    static func fields(of call: Call) throws(NodeError) -> FieldSelection {
        if call.method == "POST" {
            guard call.contentType?.hasPrefix("multipart/") != true, !call.body.isEmpty,
                case .object(let body)? = JSONValue(parsing: call.body)
            else { throw .unprocessable }
            guard let fields = body["fields"] else { return .required }
            if let text = fields.formText, let selection = FieldSelection(parameter: text) {
                return selection
            }
            guard let selection = FieldSelection(fields) else { throw .badFields }
            return selection
        }
        guard let selection = FieldSelection(parameter: call.query["fields"]) else { throw .badFields }
        return selection
    }
}
