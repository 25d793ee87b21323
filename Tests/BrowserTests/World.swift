import Accounts
import FoundationEssentials
import ObservationStore
import TerminalUI

@testable import Browser
@testable import INaturalist

/// A made-up person with made-up observations, and the browser in front of them.
enum World {
    /// 2026-11-23 12:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_795_435_200)
    static let observer = Account(id: 1_234_567, login: "observer", name: "Wren Halloway")

    /// The addresses of a server that is never asked.
    static func addresses() throws -> ServerAddresses {
        try ServerAddresses(environment: [
            "INATTY_SITE_URL": "http://127.0.0.1:9", "INATTY_API_URL": "http://127.0.0.1:9",
        ])
    }

    /// A JWT of the observer with 23 h 41 min left; nobody signed it.
    static func jwt(secondsLeft: Double = 85_290) throws -> JWT {
        let expiry = Int(now.timeIntervalSince1970 + secondsLeft)
        let parts = [
            #"{"alg":"HS512"}"#, #"{"user_id":1234567,"oauth_application_id":123,"exp":\#(expiry)}"#,
            "signature",
        ]
        let text = parts.map { part in
            Data(part.utf8).base64EncodedString()
                .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
        return try JWT(text: Secret(text.joined(separator: ".")))
    }

    /// An OAuth token of 43 characters.
    static let oauth = OAuthToken(
        text: Secret("Zm9yLXRoZS10ZXN0cy1vbmx5LW5vdC1hLXJlYWwtb25"),
        scopes: ["write", "login"]
    )

    /// A session with both tokens, proved.
    static func session(as identity: Identity = .jwt) throws -> Session {
        var session = Session(try result())
        session.identity = identity
        return session
    }

    /// What comes of signing in as somebody with a JWT and an OAuth token.
    static func result(
        as account: Account = observer,
        jwt: JWT? = nil,
        keeping: Keeping = .keyring
    ) throws -> SignInResult {
        SignInResult(
            tokens: KeptTokens(
                credentials: Credentials(oauth: oauth, jwt: try jwt ?? self.jwt()),
                application: OAuthApplication(id: "application", secret: Secret("made-up secret")),
                way: .password
            ),
            identity: .jwt,
            proofs: [.jwt: .proved(account), .oauth: .ignoredByAPI(account)],
            keeping: keeping,
            renewalDate: now.addingTimeInterval(84_690)
        )
    }

    /// What the site's consent page is asked for, the same each time.
    static func consent(redirectURI: String) -> AuthorizationRequest {
        AuthorizationRequest(
            application: OAuthApplication(id: "application"),
            redirectURI: redirectURI,
            state: Secret("c3RhdGUtbWFkZS11cC1mb3ItdGVzdHM"),
            verifier: Secret("dmVyaWZpZXItbWFkZS11cC1mb3ItdGVzdHMtYWxvbmU")
        )
    }

    /// What the servers answer to the tokens of somebody who has both.
    static var measurement: TokenMeasurement {
        var measurement = TokenMeasurement(observation: 9_104)
        let own = TokenFinding.account(observer)
        let keys = TokenFinding.privateKeys(["private_location", "private_geojson", "private_place_guess"])
        let findings: [(TokenProbe, [TokenFinding])] = [
            (.usersMe, [.refused(status: 401), .refused(status: 401), own]),
            (.editUser, [.refused(status: 401), own, own]),
            (.privateKeys, [.publicView, .publicView, keys]), (.legacyObservation, [.hidden, keys, keys]),
        ]
        for (probe, row) in findings {
            for (identity, finding) in zip(Identity.allCases, row) {
                measurement.note(finding, of: probe, as: identity)
            }
        }
        measurement.isComplete = true
        return measurement
    }

    /// Another person.
    static let curator = Account(id: 3_456_789, login: "curator", name: "Sedge Ashby")

    /// The accounts that are kept.
    static func accounts() throws -> [KeptAccount] {
        let addresses = try addresses()
        func account(
            _ account: Account,
            _ keeping: Keeping,
            _ isCurrent: Bool,
            _ left: Double?
        ) -> KeptAccount {
            KeptAccount(
                account: account,
                addresses: addresses,
                keeping: keeping,
                way: .browser,
                isCurrent: isCurrent,
                jwtExpiry: left.map { now.addingTimeInterval($0) }
            )
        }
        return [
            account(observer, .keyring, true, 85_290), account(curator, .keyring, false, -600),
            account(
                Account(id: 4_567_891, login: "a-long-login-that-somebody-chose-in-2009"),
                .file(path: "/x"),
                false,
                nil
            ),
        ]
    }

    /// The browser after sign-in, with rows on the screen.
    static func browser(
        _ columns: Int = 120,
        _ rows: Int = 36,
        as identity: Identity = .jwt,
        showing observations: [Observation]? = nil,
        total: Int? = nil
    ) throws -> TestBrowser {
        var browser = try newBrowser(columns, rows, as: identity)
        try browser.hold(observations ?? self.observations(for: identity), total: total, as: identity)
        browser.state.isUnchecked = false
        browser.settle(browser.state.update(.woke, at: now))
        return browser
    }

    /// The browser after sign-in, in front of a store that holds nothing, before anything was asked.
    static func newBrowser(
        _ columns: Int = 120,
        _ rows: Int = 36,
        as identity: Identity = .jwt
    ) throws
        -> TestBrowser
    {
        var state = BrowserState(
            setting: .init(site: "https://www.inaturalist.org", addresses: try addresses()),
            size: Size(columns: columns, rows: rows),
            now: now
        )
        state.session = try session(as: identity)
        state.alarm = state.session.credentials.jwt?.expiry
        _ = state.open(ListSource(.mine))
        return TestBrowser(state: state, store: try .temporary())
    }

    /// The three of the issue's picture and some awkward ones, as an identity is shown them.
    static func observations(for identity: Identity) -> [Observation] {
        let all = specimens
        guard identity != .jwt else { return all }
        return all.map { observation in
            var copy = observation
            copy.disclosure = .withheld
            return copy
        }
    }

    static var specimens: [Observation] {
        [
            specimen(
                9_104,
                "Platanthera praeclara",
                "Western Prairie Fringed Orchid",
                "2026-06-21",
                .obscured,
                nil,
                PublicFace(location: location(41.65104, -93.71288, 27_754), place: "Iowa, US"),
                .disclosed(
                    TrueFace(
                        location: location(41.60218, -93.61240, 330),
                        place: "Old Mill Meadow, Polk, Iowa"
                    )
                )
            ),
            specimen(
                9_103,
                "Clemmys guttata",
                "Spotted Turtle",
                "2026-05-04",
                .private,
                nil,
                PublicFace(location: nil, place: nil),
                .disclosed(
                    TrueFace(location: location(42.36110, -71.05700, 12), place: "Fresh Pond, Cambridge")
                )
            ),
            specimen(
                9_102,
                "Falco peregrinus",
                "Peregrine Falcon",
                "2026-04-30",
                nil,
                .obscured,
                PublicFace(location: location(37.91132, -122.20417, 28_306), place: "California, US"),
                .withheld,
                observer: Account(id: 4_567_891, login: "stranger")
            ),
            specimen(
                9_101,
                "Ailuropoda melanoleuca",
                "大熊猫",
                "2026-04-01",
                .obscured,
                .private,
                PublicFace(location: nil, place: nil),
                .disclosed(TrueFace(location: location(30.82, 103.12, nil), place: nil))
            ),
            specimen(
                9_100,
                "Turdus migratorius",
                "American Robin",
                nil,
                nil,
                .open,
                PublicFace(location: location(44.5, -89.5, 1_204), place: "Stevens Point, WI, US"),
                .nothingHidden
            ),
            specimen(
                9_099,
                "Orchis \u{1B}[31mmilitaris\u{202E}",
                "Helm-\nKnabenkraut",
                "2025-05-17",
                .obscured,
                .obscured,
                PublicFace(location: location(-0.05, 179.95, 31_451), place: "a\tb"),
                .disclosed(TrueFace(location: location(-0.15, 179.99, 2.5), place: "\u{200B}under the 👩‍👩‍👧 oak"))
            ),
            specimen(
                9_098,
                nil,
                nil,
                "2024-12-31",
                .obscured,
                nil,
                PublicFace(location: nil, place: nil),
                .nothingHidden
            ),
        ]
    }

    /// Two photos of one observation.
    static let photos = [1, 2].map { id in
        Photo(
            id: id,
            url: "http://127.0.0.1:9/photos/\(id)/square.png",
            license: "cc-by-nc",
            attribution: "(c) Wren Halloway"
        )
    }

    /// Many plain observations, ids falling from the first.
    static func many(_ ids: [Int], for identity: Identity = .jwt) -> [Observation] {
        ids.map { id in
            specimen(
                id,
                "Platanthera praeclara",
                "Orchid \(id)",
                "2026-01-01",
                .obscured,
                nil,
                PublicFace(location: location(41.65104, -93.71288, 27_754), place: "Iowa, US"),
                identity == .jwt
                    ? .disclosed(
                        TrueFace(location: location(41.60218, -93.61240, 330), place: "Meadow \(id)")
                    ) : .withheld
            )
        }
    }

    static func location(_ latitude: Double, _ longitude: Double, _ accuracy: Double?) -> Location {
        Location(point: Coordinate(latitude: latitude, longitude: longitude), accuracy: accuracy)
    }

    static func specimen(
        _ id: Int,
        _ name: String?,
        _ commonName: String?,
        _ observedOn: String?,
        _ geoprivacy: Geoprivacy?,
        _ taxonGeoprivacy: Geoprivacy?,
        _ face: PublicFace,
        _ disclosure: Disclosure,
        observer: Account = observer
    ) -> Observation {
        Observation(
            id: id,
            url: "https://www.inaturalist.org/observations/\(id)",
            taxon: name.map { Taxon(id: id, name: $0, commonName: commonName, rank: "species") },
            observer: observer,
            observedOn: observedOn,
            timeObservedAt: observedOn.map { $0 + "T09:30:00-05:00" },
            createdAt: "2026-06-22T08:00:00-05:00",
            qualityGrade: "research",
            geoprivacy: geoprivacy,
            taxonGeoprivacy: taxonGeoprivacy,
            publicFace: face,
            disclosure: disclosure,
            viewerTrustedByObserver: false
        )
    }
}

extension BrowserState {
    /// Presses keys one after another; answers what the last asked for.
    @discardableResult
    mutating func press(_ keys: Key...) -> [Effect] {
        keys.reduce(into: []) { effects, key in effects = update(.input(.key(key)), at: World.now) }
    }

    /// Types a text.
    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// The screen as it would be painted.
    var drawn: Surface {
        var surface = Surface(size: size)
        draw(on: &surface)
        return surface
    }

    /// The screen's text.
    var screenText: String { drawn.lines.joined(separator: "\n") }
}

/// The ticket of the work that was begun in a lane.
func workTicket(_ effects: [Effect], _ lane: Lane) -> Int? {
    for case .work(lane, let ticket, _) in effects { return ticket }
    return nil
}
