/// Where an observation was made (API reference 4.1).
struct PlaceRecord: Sendable {
    var region: Region.Key

    /// The true point, or nil when the observation has no coordinates.
    var truePoint: Point?

    /// What the public sees: the true point, a random one in its cell, or nothing.
    var publicPoint: Point?

    /// Metres around the true point; public even for hidden observations.
    var accuracy: Int?

    /// Metres around the public point.
    var publicAccuracy: Int?

    var geoprivacy: Geoprivacy?
    var taxonGeoprivacy: Geoprivacy?

    /// The public text.
    var placeGuess: String?

    /// What the observer typed, when the observation is hidden.
    var privatePlaceGuess: String?

    /// Numbers the reserve around the true point.
    let site: Int
}
