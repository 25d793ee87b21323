import Testing

@testable import Browser

/// A row of README's table of features, with what proves that ours does it.
struct Feature: Sendable, CustomTestStringConvertible {
    /// What proves it.
    enum Proof: Sendable {
        /// A check of the program's own state, or of the program itself.
        case here(@Sendable () async throws -> Void)
        /// A test elsewhere: its file below `Tests`, and its title.
        case elsewhere(String, String)
    }

    /// The row's first cell.
    let title: String
    /// The commands whose keys stand in our cell.
    let commands: [CommandID]
    /// What proves it, at least one.
    let proofs: [Proof]

    init(_ title: String, _ commands: [CommandID] = [], _ proofs: Proof...) {
        self.title = title
        self.commands = commands
        self.proofs = proofs
    }

    var testDescription: String { title }

    /// All rows, in README's order.
    static let all = finding + table + data + terminal + looks + setting
}
