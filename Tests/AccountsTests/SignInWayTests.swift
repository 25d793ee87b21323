import Accounts
import Testing

@Suite("Ways to sign in")
struct SignInWayTests {
    @Test("Pasting a token comes first, because most people have no application's id")
    func order() {
        #expect(SignInWay.allCases.first == .token)
    }
}
