/// The columns of the website's export that the table has a place for, by their names there.
///
/// The names are those of `CSV_COLUMNS`, `BASIC_COLUMNS`, `GEO_COLUMNS` and `TAXON_COLUMNS` in the website's
/// `app/models/observation.rb`, with `uuid` and `user_name`, which its form offers since.
enum TableColumn: String, CaseIterable, Sendable {
    case id
    case uuid
    case url
    case observedOn = "observed_on"
    case timeObservedAt = "time_observed_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
    case userID = "user_id"
    case userLogin = "user_login"
    case userName = "user_name"
    case qualityGrade = "quality_grade"
    case description
    case placeGuess = "place_guess"
    case latitude
    case longitude
    case positionalAccuracy = "positional_accuracy"
    case publicPositionalAccuracy = "public_positional_accuracy"
    case privatePlaceGuess = "private_place_guess"
    case privateLatitude = "private_latitude"
    case privateLongitude = "private_longitude"
    case geoprivacy
    case taxonGeoprivacy = "taxon_geoprivacy"
    case coordinatesObscured = "coordinates_obscured"
    case speciesGuess = "species_guess"
    case scientificName = "scientific_name"
    case commonName = "common_name"
    case iconicTaxonName = "iconic_taxon_name"
    case taxonID = "taxon_id"

    /// Columns of the export that the table has no place for.
    static func isUnused(_ name: String) -> Bool {
        unused.contains(name) || name.hasPrefix("field:")
            || (name.hasPrefix("taxon_") && name.hasSuffix("_name"))
            || (name.hasPrefix("place_") && name.hasSuffix("_name"))
    }

    private static let unused: Set<String> = [
        "observed_on_string", "time_zone", "license", "image_url", "sound_url", "tag_list",
        "num_identification_agreements", "num_identification_disagreements", "captive_cultivated",
        "oauth_application_id", "positioning_method", "positioning_device", "last_changed",
    ]
}
