internal import FoundationEssentials
internal import INaturalist

/// What a keeper holds for one account, as JSON: the tokens, and the servers and the account that they belong to.
struct TokenDocument: Sendable, Codable, Equatable {
    struct OAuth: Sendable, Codable, Equatable {
        var token: String
        var scopes: [String]
    }

    struct Application: Sendable, Codable, Equatable {
        var id: String
        var secret: String?
    }

    /// The version of this form; a reader refuses a later one.
    var version = Self.currentVersion
    var site: String
    var api: String
    var user: Int
    var way: SignInWay
    var oauth: OAuth?
    var application: Application?
    var jwt: String?

    static let currentVersion = 1

    init(_ tokens: KeptTokens, of owner: TokenOwner) {
        site = owner.addresses.site
        api = owner.addresses.api
        user = owner.userID
        way = tokens.way
        oauth = tokens.credentials.oauth.map { OAuth(token: $0.text.exposed, scopes: $0.scopes) }
        application = tokens.application.map { Application(id: $0.id, secret: $0.secret?.exposed) }
        jwt = tokens.credentials.jwt?.text.exposed
    }

    /// Reads a document and checks that it is this owner's.
    ///
    /// - Throws: ``DocumentError``, whose text has nothing of the document's values in it.
    init(json: [UInt8], of owner: TokenOwner) throws(DocumentError) {
        self = try DocumentError.decoding(Self.self, from: json, knownVersion: Self.currentVersion)
        guard site == owner.addresses.site, api == owner.addresses.api, user == owner.userID else {
            throw .malformed("it belongs to another account or to other servers")
        }
        if let jwt, (try? JWT(text: Secret(jwt))) == nil { throw .malformed("its JWT is not whole") }
    }

    /// The document in one line. It holds secrets.
    var json: [UInt8] {
        get throws(DocumentError) { try DocumentError.encoding(self, isForPeople: false) }
    }

    var tokens: KeptTokens {
        KeptTokens(
            credentials: Credentials(
                oauth: oauth.map { OAuthToken(text: Secret($0.token), scopes: $0.scopes) },
                jwt: jwt.flatMap { try? JWT(text: Secret($0)) }
            ),
            application: application.map {
                OAuthApplication(id: $0.id, secret: $0.secret.map { Secret($0) })
            },
            way: way
        )
    }

    /// Takes over the OAuth token that was kept, with the application that can end it, where there is no other.
    mutating func inherit(from old: TokenDocument?) {
        guard let old, let kept = old.oauth else { return }
        guard oauth == nil || (oauth?.token == kept.token && application == nil) else { return }
        oauth = kept
        application = old.application
    }

    /// Takes over renewed tokens. What is kept and not renewed stays: another inatty may have signed in meanwhile, and
    /// an OAuth token that is forgotten can never be revoked.
    mutating func renew(from credentials: Credentials) {
        if let renewed = credentials.jwt { jwt = renewed.text.exposed }
        if oauth == nil, let renewed = credentials.oauth {
            oauth = OAuth(token: renewed.text.exposed, scopes: renewed.scopes)
        }
    }
}

// A dump of a document would print its tokens.
extension TokenDocument: CustomStringConvertible, CustomReflectable {
    var description: String { "‹tokens of user \(user)›" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
