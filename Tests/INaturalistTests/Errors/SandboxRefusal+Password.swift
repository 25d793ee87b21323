import INaturalistSandbox

@testable import INaturalist

extension SandboxRefusal {
    /// Of a user name and a password (reference 1.6).
    static let passwords: [SandboxRefusal] = [
        SandboxRefusal(
            testDescription: "wrong password",
            error: .wrongPassword,
            field: .password,
            words: ["Google or Apple"]
        ) {
            _ = try await $0.client.signIn($0.grant(.observer, password: "wrong"))
        },
        SandboxRefusal(
            testDescription: "unknown user",
            error: .wrongPassword,
            field: .password,
            words: ["user name"]
        ) {
            _ = try await $0.client.signIn($0.grant(.observer, username: "nobody-at-all"))
        },
        SandboxRefusal(
            testDescription: "suspended until a date",
            error: .suspended(until: "2036-09-01T00:00:00.000Z"),
            field: .username,
            words: ["suspended until 2036-09-01", "support"]
        ) { _ = try await $0.client.signIn($0.grant(.suspended)) },
        SandboxRefusal(
            testDescription: "suspended for good",
            error: .suspended(until: nil),
            field: .username,
            words: ["This account is suspended.", "support"]
        ) { _ = try await $0.client.signIn($0.grant(.banned)) },
        SandboxRefusal(
            testDescription: "a child",
            error: .parentsNotAsked,
            field: .username,
            words: ["parent"]
        ) {
            _ = try await $0.client.signIn($0.grant(.child))
        },
        SandboxRefusal(
            testDescription: "unknown application",
            error: .unknownApplication,
            field: .application,
            words: ["application id", "Compare"]
        ) {
            var grant = $0.grant(.observer)
            grant.application.id = "no-such-application"
            _ = try await $0.client.signIn(grant)
        },
        SandboxRefusal(
            testDescription: "wrong secret",
            error: .unknownApplication,
            field: .application,
            words: ["secret"]
        ) {
            _ = try await $0.client.signIn($0.grant(.observer, secret: "wrong-secret"))
        },
        SandboxRefusal(
            testDescription: "wrong secret of a public application",
            error: .unknownApplication,
            field: .application,
            words: ["secret"]
        ) {
            _ = try await $0.client.signIn($0.grant(.observer, application: .publicClient, secret: "wrong"))
        },
        SandboxRefusal(
            testDescription: "missing secret",
            error: .unknownApplication,
            field: .application,
            words: ["secret"]
        ) {
            var grant = $0.grant(.observer)
            grant.application.secret = nil
            _ = try await $0.client.signIn(grant)
        },
    ]
}
