/// A failure of the node server, which its two versions write differently (API reference 7.3).
struct NodeError: Error, Sendable {
    let status: Int
    let message: String

    /// Set when `/v2` rejects a parameter: its errors then have another shape (API reference 3.4).
    var validation: JSONValue?

    init(_ status: Int, _ message: String) {
        self.status = status
        self.message = message
    }

    /// The JSON body of one version.
    func reply(for version: NodeVersion) -> Reply {
        let body: JSONValue =
            switch version {
            case .v1: ["error": .string(message), "status": .integer(status)]
            case .v2:
                if let validation {
                    ["status": .integer(status), "errors": [validation]]
                } else {
                    [
                        "status": .string(String(status)),
                        "errors": [["errorCode": .string(String(status)), "message": .string(message)]],
                    ]
                }
            }
        return .json(body, status: status)
    }

    /// No usable JWT where one is needed.
    static func unauthorized(for version: NodeVersion) -> NodeError {
        NodeError(401, version == .v1 ? "Unauthorized" : "JWT is missing or invalid")
    }

    /// The JWT of a suspended user, on any endpoint.
    static let suspended = NodeError(401, "Unauthorized")

    /// Beyond the 10,000th row. `/v2` does not pass the status on (API reference 3.2).
    static func windowTooLarge(for version: NodeVersion) -> NodeError {
        NodeError(
            version == .v1 ? 403 : 500,
            """
            Result window is too large, page x size must be less than or equal to [10000]. Please narrow your \
            search, or use a sliding window approach with id_above or id_below params.
            """
        )
    }

    /// The search engine could not make sense of a number.
    static let searchFailure = NodeError(500, SandboxFault.searchFailureText)

    static let unprocessable = NodeError(422, "Unprocessable Entity")
    static let badIDs = NodeError(422, "Error")
    static let tooManyIDs = NodeError(422, "Too many IDs")
    static let unknownUser = NodeError(404, "User does not exist")
    static let badFields = NodeError(422, "invalid fields parameter")

    /// A parameter of `/v2` outside of what its schema allows.
    static func invalid(parameter: String, message: String, detail: JSONValue) -> NodeError {
        var error = NodeError(422, message)
        error.validation = [
            "path": .string(parameter), "message": .string(message), "instancePath": .string("/\(parameter)"),
            "params": detail,
        ]
        return error
    }
}
