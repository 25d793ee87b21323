package import INaturalist
package import TerminalUI

/// The kinds of work that go on beside the screen. At most one of each is under way: a new one replaces the old.
package nonisolated enum Lane: Hashable, Sendable, CaseIterable {
    case signIn, proof, page, rows, detail
}

/// What a finished piece of work has to say.
package nonisolated enum Answer: Sendable {
    /// Somebody signed in.
    case signedIn(SignInResult)
    /// What a server said of an identity.
    case proof(Proof, Identity)
    /// The next page of a list, of which so many rows had been asked for.
    case page(ObservationPage, Identity, limit: Int)
    /// Observations by their ids.
    case rows(ObservationBatch, Identity, ids: [Int])
    /// One observation whole.
    case detail(ObservationDetail, Identity)
    /// It failed.
    case failed(INaturalistError)
}

/// All that can happen to the browser; they come one after another through one queue.
package nonisolated enum BrowserEvent: Sendable {
    /// The person did something.
    case input(InputEvent)
    /// Work ended. The ticket tells whether it is the work that is still wanted.
    case finished(Lane, ticket: Int, Answer)
    /// The client is there, and these are the servers it asks.
    case connected(ServerAddresses)
    /// Something to tell, from work that has no lane.
    case notice(Message)
    /// The moment came that was asked for.
    case woke
}

/// A line at the foot of the screen, until the next key.
package nonisolated struct Message: Sendable, Hashable {
    /// What it says, in whole words.
    package var text: String
    /// How much it matters.
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}
