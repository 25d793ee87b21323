/// An observation's place in a traditional project.
struct ProjectRecord: Sendable {
    let id: Int
    let projectID: Int

    /// Whether the project's curators may see hidden coordinates of this observation.
    let allowsCoordinateAccess: Bool
}
