import Testing

@testable import INaturalist

/// A refusal, how to get it, and words that its text must have.
struct SandboxRefusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let error: INaturalistError
    var field: SignInField?
    let words: [String]
    let call: @Sendable (SandboxSession) async throws -> Void
}
