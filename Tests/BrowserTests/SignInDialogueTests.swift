import Accounts
import INaturalist
import Testing

@testable import Browser

/// What the command line asks for, and what it takes from elsewhere.
@Suite struct SignInDialogueTests {
    /// Answers in order; notes what was asked.
    private final class Person {
        var answers: [String]
        var asked: [String] = []

        init(_ answers: [String]) { self.answers = answers }

        func questions(isConversation: Bool = true) -> SignInDialogue.Questions {
            func answer(_ question: String) -> String {
                asked.append(question)
                return answers.isEmpty ? "" : answers.removeFirst()
            }
            return SignInDialogue.Questions(
                line: answer,
                secret: { Secret(answer($0)) },
                tell: { _ in },
                isConversation: isConversation
            )
        }
    }

    private func request(
        by way: SignInWay,
        _ person: Person,
        environment: [String: String] = [:],
        applicationID: String? = nil,
        isConversation: Bool = true
    ) throws -> SignInRequest {
        try SignInDialogue(
            environment: LaunchEnvironment(variables: environment),
            addresses: .iNaturalist,
            questions: person.questions(isConversation: isConversation)
        ).request(by: way, applicationID: applicationID, isKept: true)
    }

    @Test func `a token is asked for with the page where it is`() throws {
        let person = Person([try World.jwt().text.exposed])
        let request = try request(by: .token, person)
        #expect(request.means == .token(.jwt(try World.jwt())))
        #expect(person.asked.count == 1)
        #expect(person.asked.first?.contains("https://www.inaturalist.org/users/api_token") == true)
    }

    @Test func `garbage is no token, and the error does not repeat it`() throws {
        #expect {
            try request(by: .token, Person(["hunter two"]))
        } throws: { error in
            (error as? UsageError)?.description.contains("hunter") == false
        }
    }

    @Test func `a password is asked for with name and application`() throws {
        let person = Person(["application", "secret", "observer", "prairie"])
        let request = try request(by: .password, person)
        guard case .password(let grant) = request.means else {
            Issue.record("another way: \(request.way)")
            return
        }
        #expect(grant.username == "observer")
        #expect(grant.password == Secret("prairie"))
        #expect(grant.application == OAuthApplication(id: "application", secret: Secret("secret")))
    }

    @Test func `what the environment gives is not asked for`() throws {
        let person = Person([])
        let request = try request(
            by: .password,
            person,
            environment: [
                "INAT_USERNAME": "observer", "INAT_PASSWORD": "prairie", "INAT_APP_ID": "application",
                "INAT_APP_SECRET": "secret",
            ]
        )
        #expect(person.asked.isEmpty)
        #expect(request.application == OAuthApplication(id: "application", secret: Secret("secret")))
    }

    @Test func `the secret of one application is not sent with another's id`() throws {
        let request = try request(
            by: .browser,
            Person([]),
            environment: ["INAT_APP_ID": "application", "INAT_APP_SECRET": "secret"],
            applicationID: "another",
            isConversation: false
        )
        #expect(request.application == OAuthApplication(id: "another"))
    }

    @Test func `a code belongs to the request whose address was shown`() throws {
        var shown = ""
        let dialogue = SignInDialogue(
            environment: LaunchEnvironment(variables: [:]),
            addresses: .iNaturalist,
            questions: SignInDialogue.Questions(
                line: { _ in "application" },
                secret: { _ in Secret("c0de") },
                tell: { shown += $0 },
                isConversation: false
            )
        )
        let request = try dialogue.request(by: .code, applicationID: nil, isKept: true)
        guard case .code(let grant) = request.means else {
            Issue.record("another way: \(request.way)")
            return
        }
        #expect(grant.code == Secret("c0de"))
        #expect(shown.contains(grant.request.url(at: .iNaturalist)))
        #expect(grant.request.redirectURI == AuthorizationRequest.outOfBand)
    }
}
