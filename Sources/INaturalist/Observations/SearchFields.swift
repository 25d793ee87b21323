/// What a table asks the second version of the API for.
///
/// Written as the comma list, not as RISON or JSON: it needs no escaping in an address, reads well in a log,
/// and nests with dots. Its one limit is that names may hold no digits (`^[a-z_.]+(,[a-z_.]+)*$`, reference
/// 3.6), and none here does; a test watches over that.
enum SearchFields {
    /// The names, in the order of the request.
    static let names = [
        "id", "uuid", "species_guess", "observed_on", "time_observed_at", "created_at", "updated_at",
        "quality_grade", "description",
        "taxon.id", "taxon.name", "taxon.preferred_common_name", "taxon.rank", "taxon.iconic_taxon_name",
        "user.id", "user.login", "user.name",
        "geoprivacy", "taxon_geoprivacy",
        "location", "place_guess", "public_positional_accuracy",
        "private_location", "private_geojson", "private_place_guess", "positional_accuracy",
        "viewer_trusted_by_observer",
    ]

    /// The value of the parameter `fields`.
    static let parameter = names.joined(separator: ",")
    /// The ids, and what tells whom the reply was made for.
    static let idsAlone = "id,viewer_trusted_by_observer"
}
