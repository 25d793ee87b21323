/// A point with its own accuracy.
///
/// The accuracy of the true point says nothing about the public one, and the other way round; a type that
/// holds both together keeps a point from being shown with the accuracy of the other.
package struct Location: Sendable, Hashable {
    /// Where, in degrees WGS 84.
    package let point: Coordinate
    /// The radius around the point, in metres; nil when nobody told.
    package let accuracy: Double?

    /// Puts a point and its own accuracy together.
    package init(point: Coordinate, accuracy: Double?) {
        self.point = point
        self.accuracy = accuracy
    }
}
