/// What is done with an observation, or with all that are marked.
package nonisolated enum RowAction: Hashable, Sendable {
    /// Something of it goes to the clipboard.
    case copy(Copied)
    /// Its page on the website.
    case openWebPage
    /// A map at one of its points, on openstreetmap.org.
    case openMap(Face)
    /// What the server says of it, as it says it, in another program.
    case read(TextProgram)

    /// One of the two points of an observation.
    package enum Face: Hashable, Sendable {
        /// What everyone sees.
        case publicFace
        /// Where it truly is, as far as the viewer may see it.
        case trueFace
    }

    /// What can be copied of an observation.
    package enum Copied: Hashable, Sendable, CaseIterable {
        case summary, id, address, publicPoint, publicGeoURI, truePoint, trueGeoURI, text, json

        /// Whether it tells the true point or place, so that one has to mind where it is pasted.
        package var tellsTruth: Bool {
            switch self {
            case .summary, .id, .address, .publicPoint, .publicGeoURI: false
            case .truePoint, .trueGeoURI, .text, .json: true
            }
        }
    }

    /// A program that shows a text.
    package enum TextProgram: Hashable, Sendable {
        case pager, editor
    }

    /// How many observations it can be done to at once: more would open more pages than anybody wants, or copy more
    /// than a clipboard takes.
    package var limit: Int {
        switch self {
        case .copy: 2_000
        case .openWebPage, .openMap: 10
        case .read: 30
        }
    }
}
