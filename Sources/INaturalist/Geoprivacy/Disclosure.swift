/// What the reply says about the hidden truth: the three states of the `private_*` keys (reference 4.2).
package enum Disclosure: Sendable, Hashable {
    /// The keys are absent: the viewer may not see it, or is not signed in. The two look the same.
    case withheld
    /// The keys are null: the viewer may see everything, and nothing is hidden.
    case nothingHidden
    /// The keys have values: the hidden truth.
    case disclosed(TrueFace)

    /// The hidden truth, when it was disclosed.
    package var trueFace: TrueFace? {
        if case .disclosed(let face) = self { face } else { nil }
    }
}
