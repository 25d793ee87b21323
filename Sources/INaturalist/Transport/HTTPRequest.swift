internal import SecretMemory

/// A request that this program can send: any GET, and POST to the two token endpoints.
///
/// There is no other way to make one, so nothing can be written to iNaturalist by mistake, and no request with a token
/// can go to a third host: its address always begins with one of ``ServerAddresses``. Photos lie elsewhere
/// (``PhotoAddress``); what asks for one has no place for a token.
package struct HTTPRequest: Sendable, Hashable {
    /// The two methods.
    package enum Method: String, Sendable, Hashable {
        /// Reads; may be sent again.
        case get = "GET"
        /// Asks for a token or ends one; never sent again by itself.
        case post = "POST"
    }

    /// The endpoints that take a form.
    enum TokenEndpoint: String, Sendable {
        case token = "/oauth/token"
        case revoke = "/oauth/revoke"
    }

    /// Which of the two servers.
    enum Host: String, Sendable {
        case site
        case api
    }

    /// The method.
    package let method: Method
    /// The whole address. It never holds a secret.
    package let url: String
    /// The kinds of reply that are asked for, as in `Accept`.
    package let accept: String
    /// The `Authorization` header's value, nil when none is sent.
    package let authorization: Secret?
    /// The form, ready to send; nil for GET.
    package let form: Secret?
    /// Whom the request speaks for.
    let identity: Identity
    /// What must not turn up in any message, should a server repeat it.
    let secrets: [Secret]

    private init(
        method: Method,
        url: String,
        authorization: Authorization,
        form: Secret?,
        secrets: [Secret],
        accept: String = "application/json"
    ) {
        self.method = method
        self.url = url
        self.accept = accept
        self.authorization = authorization.header
        identity = authorization.identity
        self.form = form
        self.secrets = secrets
    }

    /// The host, with its port when the address has one, for messages.
    var host: String {
        let afterScheme = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        return String(url[afterScheme...].prefix { $0 != "/" && $0 != "?" })
    }

    /// A GET.
    ///
    /// - Parameters:
    ///   - host: which of the two servers.
    ///   - path: begins with a slash; already fit for an address.
    ///   - query: names and values, not yet encoded.
    ///   - authorization: who asks.
    ///   - addresses: where the servers are.
    /// - Returns: the request.
    static func get(
        _ host: Host,
        _ path: String,
        query: [(name: String, value: String)] = [],
        as authorization: Authorization,
        at addresses: ServerAddresses
    ) -> HTTPRequest {
        let base = host == .site ? addresses.site : addresses.api
        let pairs = query.map { "\($0.name)=\(PercentEncoding.query($0.value))" }
        let text = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return HTTPRequest(
            method: .get,
            url: base + path + text,
            authorization: authorization,
            form: nil,
            secrets: authorization.token.map { [$0] } ?? []
        )
    }

    /// A GET of a photo, as nobody.
    static func photo(at address: PhotoAddress) -> HTTPRequest {
        HTTPRequest(
            method: .get,
            url: address.text,
            authorization: .anonymous,
            form: nil,
            secrets: [],
            accept: "image/*"
        )
    }

    /// A POST to a token endpoint of the site.
    ///
    /// - Parameters:
    ///   - endpoint: which of the two.
    ///   - form: names and values, not yet encoded.
    ///   - secrets: those of the values that no message may repeat.
    ///   - addresses: where the servers are.
    /// - Returns: the request.
    static func post(
        _ endpoint: TokenEndpoint,
        form: [(name: String, value: Secret)],
        hiding secrets: [Secret],
        at addresses: ServerAddresses
    ) -> HTTPRequest {
        var body = SecretBuilder(capacity: 512)
        for (name, value) in form {
            if body.count > 0 { body.append(UInt8(ascii: "&")) }
            body.append(name.utf8)
            body.append(UInt8(ascii: "="))
            PercentEncoding.form(value, into: &body)
        }
        return HTTPRequest(
            method: .post,
            url: addresses.site + endpoint.rawValue,
            authorization: .anonymous,
            form: Secret(bytes: body.secret),
            secrets: secrets
        )
    }
}
