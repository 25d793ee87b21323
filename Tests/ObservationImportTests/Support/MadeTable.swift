/// A table in the website's form: columns, and rows by their columns' names.
struct MadeTable {
    var columns: [String]
    var rows: [[String: String]] = []
    var separator = ","
    var lineEnd = "\n"

    var text: String {
        ([columns] + rows.map { row in columns.map { row[$0] ?? "" } })
            .map { $0.map(quoted).joined(separator: separator) + lineEnd }.joined()
    }

    private func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: Array("\",;\t\r\n".utf8).contains) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// The columns of the website's form.
    static let all = [
        "id", "uuid", "observed_on_string", "observed_on", "time_observed_at", "time_zone", "user_id",
        "user_login", "user_name", "created_at", "updated_at", "quality_grade", "license", "url", "image_url",
        "sound_url", "tag_list", "description", "num_identification_agreements",
        "num_identification_disagreements", "captive_cultivated", "oauth_application_id", "place_guess",
        "latitude", "longitude", "positional_accuracy", "private_place_guess", "private_latitude",
        "private_longitude", "public_positional_accuracy", "geoprivacy", "taxon_geoprivacy",
        "coordinates_obscured", "positioning_method", "positioning_device", "place_town_name",
        "place_county_name", "species_guess", "scientific_name", "common_name", "iconic_taxon_name",
        "taxon_id", "taxon_family_name", "field:count",
    ]

    /// An obscured observation with nothing left out.
    static let whole: [String: String] = [
        "id": "4711", "uuid": "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
        "observed_on_string": "Fri May 17 2024 14:06:09 GMT-0500 (CDT)", "observed_on": "2024-05-17",
        "time_observed_at": "2024-05-17 14:06:09 -0500", "time_zone": "Central Time (US & Canada)",
        "user_id": "11", "user_login": "wren", "user_name": "Réne Wren",
        "created_at": "2024-05-18 00:00:00 UTC", "updated_at": "2024-06-01 23:59:59 +1245",
        "quality_grade": "research", "license": "CC-BY-NC",
        "url": "http://www.example.net/observations/4711", "image_url": "https://photos.example.org/1.jpg",
        "tag_list": "orchid, wet", "description": "Under a café’s sign,\n\"three\" of them.",
        "num_identification_agreements": "2", "num_identification_disagreements": "0",
        "captive_cultivated": "false", "place_guess": "Iowa, US", "latitude": "41.7", "longitude": "-93.7",
        "positional_accuracy": "330", "private_place_guess": "Behind the old mill, Ävaton",
        "private_latitude": "41.6532861424", "private_longitude": "-93.6965336266",
        "public_positional_accuracy": "27754", "geoprivacy": "obscured", "taxon_geoprivacy": "private",
        "coordinates_obscured": "true", "species_guess": "White Orchid",
        "scientific_name": "Platanthera leucophaea", "common_name": "Prairie White Fringed Orchid",
        "iconic_taxon_name": "Plantae", "taxon_id": "47000", "taxon_family_name": "Orchidaceae",
        "field:count": "3",
    ]
}
