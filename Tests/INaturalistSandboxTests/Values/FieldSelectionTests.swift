import TestBrowser
import Testing

@testable import INaturalistSandbox

/// The forms of `fields` (API reference 3.6).
struct FieldSelectionTests {
    private static let wanted = FieldSelection.some(["id": .required, "user": .some(["login": .required])])

    @Test(
        "Every form says the same",
        arguments: [
            "id,user.login", "(id:!t,user:(login:!t))", #"{"id":true,"user":{"login":true}}"#,
            "(id:!t,user:(login:!t,name:!f))",
        ]
    )
    func forms(text: String) {
        #expect(FieldSelection(parameter: text) == Self.wanted)
    }

    @Test("Nothing means the required fields", arguments: [nil, ""])
    func nothing(text: String?) {
        #expect(FieldSelection(parameter: text) == .required)
    }

    @Test("All means everything, at the top and below")
    func all() {
        #expect(FieldSelection(parameter: "all") == .all)
        #expect(FieldSelection(parameter: "(user:all)") == .some(["user": .all]))
        #expect(FieldSelection(parameter: "(all:!t)") == .all)
    }

    @Test(
        "What is none of the forms is refused",
        arguments: ["id,place_1", "Id", "(id:!t", "(id)", "{\"id\":", "id,,user", "a b", "(id:!x)", "!(id)"]
    )
    func refused(text: String) {
        #expect(FieldSelection(parameter: text) == nil)
    }

    @Test("RISON values are read", arguments: [("(a:1,b:!(x,!t),c:'it!'s')", 3), ("()", 0)])
    func rison(text: String, members: Int) throws {
        guard case .object(let object) = try #require(RISON.parse(text)) else {
            Issue.record("not an object")
            return
        }
        #expect(object.members.count == members)
    }

    @Test("Unasked and undeclared fields are dropped, and required ones stay")
    func picking() {
        let user: JSONValue = ["id": 7, "login": "wren", "login_exact": "wren", "name": nil]
        let picked = FieldSelection.some(["name": .required]).picking(from: user, as: .user)
        #expect(
            String(decoding: JSONWriter.bytes(of: picked, for: .v2), as: UTF8.self)
                == #"{"id":7,"name":null}"#
        )
    }

    @Test("Shared parts show what the version knows of them")
    func shared() {
        let shared = SharedJSON(["id": 7, "login_exact": "wren"], schema: .user)
        #expect(String(decoding: shared.bytes(for: .v1), as: UTF8.self) == #"{"id":7,"login_exact":"wren"}"#)
        #expect(String(decoding: shared.bytes(for: .v2), as: UTF8.self) == #"{"id":7}"#)
    }
}
