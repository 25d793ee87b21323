import Foundation
import INaturalist
import TestSupport
import Testing

@testable import Accounts

@Suite("An OAuth token outlives a pasted JWT", .timeLimit(.minutes(5)))
struct KeptRenewalTests {
    /// What is kept after the JWT was pasted over tokens with that mark.
    private static func expected(mark: String = "A") throws -> KeptTokens {
        var tokens = try Samples.pastedJWT()
        let old = try Samples.tokens(mark: mark)
        tokens.credentials.oauth = old.credentials.oauth
        tokens.application = old.application
        return tokens
    }

    @Test(
        "A pasted JWT leaves the kept OAuth token and its application where they are, and takes the way over"
    )
    func file() async throws {
        let place = try Place()
        let store = place.store()
        try await store.keep(try Samples.tokens(), of: Samples.wren)
        let receipt = try await store.keep(try Samples.pastedJWT(), of: Samples.wren)
        #expect(receipt.supersededToken == nil)
        #expect(receipt.replaced == (try Samples.tokens()))
        let account = try #require(try store.current())
        #expect(account.way == .token)
        #expect(try await store.tokens(of: account) == Self.expected())
        // And another OAuth token supersedes it still.
        let next = try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
        #expect(next.supersededToken == (try Samples.tokens().credentials.oauth))
        #expect(next.replaced?.application == (try Samples.tokens().application))
        #expect(try await store.tokens(of: account) == Samples.tokens(mark: "B"))
    }

    @Test("The same OAuth token, pasted, keeps the application that can end it")
    func sameToken() async throws {
        let store = try Place()
        let tokens = try Samples.tokens()
        try await store.store().keep(tokens, of: Samples.wren)
        let text = try #require(tokens.credentials.oauth).text
        let pasted = KeptTokens(
            credentials: Credentials(oauth: OAuthToken(text: text), jwt: tokens.credentials.jwt),
            way: .token
        )
        #expect(try await store.store().keep(pasted, of: Samples.wren).supersededToken == nil)
        let kept = try await store.store().tokens(of: try #require(try store.store().current()))
        #expect(kept?.credentials == tokens.credentials)
        #expect(kept?.application == tokens.application)
    }

    @Test("It goes along from a file into the keyring, and from the keyring into a file")
    func moves() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        // As the keyring does: it lists what it holds, and refuses on demand.
        let (held, full) = ("\(place.folder.path)/held", "\(place.folder.path)/full")
        try await place.makeTool(
            """
            case "$1 $*" in
            store*) if [ -f \(full) ]; then echo 'secret-tool: full' >&2; exit 1; fi; cat > \(held) ;;
            lookup*) cat \(held) 2>/dev/null ;;
            clear*) rm -f \(held) ;;
            search*probe*) exit 0 ;;
            search*) if [ -f \(held) ]; then printf '[/1]\\nsecret = '; cat \(held); echo; fi ;;
            esac
            """
        )
        let store = place.store(adding: Absence.bus(in: place))
        #expect(try await store.keep(try Samples.pastedJWT(), of: Samples.wren).keeping == .keyring)
        let account = try #require(try store.current())
        #expect(try await store.tokens(of: account) == Self.expected())
        #expect(try place.files().filter { $0.key.contains("tokens/") }.isEmpty)
        try Data().write(to: URL(filePath: full))
        let receipt = try await store.keep(try Samples.pastedJWT(), of: Samples.wren)
        #expect(receipt.keeping.title == "file")
        #expect(receipt.supersededToken == nil)
        #expect(try await store.tokens(of: try #require(try store.current())) == Self.expected())
        #expect(!FileManager.default.fileExists(atPath: held))
    }

    @Test("Who gives up while the keyring stores finds it done: on the list, and whole")
    func cancelled() async throws {
        let place = try Place()
        let (held, goOn) = ("\(place.folder.path)/held", "\(place.folder.path)/go-on")
        try await place.makeTool(
            """
            case $1 in
            store)
                cat > \(held).new && mv \(held).new \(held)
                while [ ! -f \(goOn) ]; do sleep 0.02; done ;;
            lookup) cat \(held) 2>/dev/null ;;
            esac
            """
        )
        let store = place.store(adding: Absence.bus(in: place))
        let tokens = try Samples.tokens()
        let task = Task { try await store.keep(tokens, of: Samples.wren) }
        try await Waiting.until("what the tool holds") { FileManager.default.fileExists(atPath: held) }
        task.cancel()
        try Data().write(to: URL(filePath: goOn))
        #expect(try await task.value == KeepReceipt(keeping: .keyring))
        let account = try #require(try store.current())
        #expect(account.account == Samples.wren)
        #expect(try await store.tokens(of: account) == tokens)
    }
}
