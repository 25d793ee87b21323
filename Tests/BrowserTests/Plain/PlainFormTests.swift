import INaturalist
import SecretMemory
import TerminalUI
import Testing

@testable import Browser

@Suite struct PlainFormTests {
    @Test func `fields are numbered, and filled in on the same line or the next`() throws {
        var talk = try PlainTalk.begun()
        let form = talk.say("list")
        #expect(form.contains("1. Whose: mine. Choices: mine; anybody's; everyone's; ids"))
        let other = talk.say("1 anybody")
        #expect(other.contains("1. Whose: anybody's. Choices: mine; anybody's; everyone's; ids"))
        #expect(other.contains("2. Login: empty. A person's login or user id."))
        talk.say("2")
        #expect(talk.dialogue.prompt == "Login> ")
        talk.say("curator", "4")
        #expect(talk.dialogue.state.list.source == ListSource(.person("curator")))
        #expect(talk.dialogue.state.context == .table)
    }

    @Test func `what is wrong with a form is told beside its field`() throws {
        var talk = try PlainTalk.begun()
        talk.say("list", "1 4")
        #expect(talk.say("3").contains { $0.hasPrefix("2. Ids: empty. Type at least one id.") })
        #expect(talk.say("2 9104 zz", "3").contains { $0.contains("“zz” is no observation id") })
        talk.say("2 9104, 9103", "3")
        #expect(talk.dialogue.state.list.source.owner == .ids([9_104, 9_103]))
    }

    @Test func `a query is taken from its line, or field by field`() throws {
        var talk = try PlainTalk.begun()
        talk.say("query observer:curator obscuration:private")
        var query = ObservationQuery()
        query.observers = [.name("curator")]
        query.obscurations = [.private]
        #expect(talk.dialogue.state.list.source.owner == .query(query))

        talk.say("query")
        let line = "1. Query: observer:stranger obscuration:private. The whole query as one line"
        #expect(talk.say("2 stranger") == [line, "2. Observer: stranger"])
        #expect(talk.say("6 none, obs").contains { $0.hasPrefix("6. Hidden: none, obscured.") })
        #expect(talk.say("6 open").contains("“open” is none of them: none; obscured; private."))
        talk.say("show")
        query.observers = [.name("stranger")]
        query.obscurations = [.none, .obscured]
        #expect(talk.dialogue.state.list.source.owner == .query(query))
    }

    @Test func `a password is asked for unseen, reaches the request, and is told nowhere`() throws {
        let secret = "only-for-this-test"
        var talk = try PlainTalk.begun()
        var told = talk.say("sign in") + talk.say("1 password") + talk.say("2 wren") + talk.say("3 \(secret)")
        #expect(talk.dialogue.question == nil)
        #expect(told.last?.hasPrefix("A secret is not taken from a line that is shown.") == true)
        told += talk.say("3")
        #expect(talk.dialogue.question?.isSecret == true)
        talk.take { $0.take(secret: PastedText(SecretBytes(secret)), at: World.now) }
        told += talk.hear() + talk.say("4 application")
        let button = try #require(told.lastIndex { $0.contains("Sign in: button") })
        let number = try #require(told[button].split(separator: ".").first)
        told += talk.say(String(number))
        let request = talk.asked.lazy.compactMap { effect -> SignInRequest? in
            if case .work(.signIn, _, .signIn(let request)) = effect { request } else { nil }
        }.first
        let grant = PasswordGrant(
            username: "wren",
            password: Secret(secret),
            application: OAuthApplication(id: "application", secret: Secret(""))
        )
        #expect(request == SignInRequest(.password(grant), speaker: .jwt, isKept: true))
        #expect(told.contains { $0.contains(secret) } == false)
        #expect(told.contains { $0.hasPrefix("3. Password: filled in, not shown") })
    }

    @Test func `a secret that was not given leaves the field as it was`() throws {
        var talk = try PlainTalk.begun()
        talk.say("sign in", "2")
        talk.take { $0.take(secret: nil, at: World.now) }
        #expect(talk.hear() == ["Nothing was taken."])
        #expect(talk.dialogue.question == nil)
    }
}
