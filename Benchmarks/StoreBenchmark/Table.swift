internal import Glibc
internal import INaturalist

/// The made-up rows as text, for other programs and for opening a file.
struct Table {
    let path: String
    let count: Int

    /// What a table shows, from the highest id down: for visidata, less and tig.
    func writeRows() throws {
        try write([
            "id", "taxon", "scientific name", "observer", "observed on", "geoprivacy", "quality",
            "public latitude", "public longitude", "public accuracy", "true latitude", "true longitude",
            "true accuracy", "apart", "place",
        ]) { observation in
            let (shown, truth) = (observation.publicFace.location, observation.trueLocation)
            return [
                String(observation.id), observation.taxon?.commonName ?? observation.taxon?.name,
                observation.taxon?.name, observation.observer?.login, observation.displayDate,
                observation.obscuration.rawValue, observation.qualityGrade, text(shown?.point.latitude),
                text(shown?.point.longitude), text(shown?.accuracy), text(truth?.point.latitude),
                text(truth?.point.longitude), text(truth?.accuracy),
                observation.displacement.map { String(Int($0.distance)) }, observation.publicFace.place,
            ]
        }
    }

    /// The columns of the website's export, with the private ones.
    func writeExport() throws {
        try write([
            "id", "uuid", "observed_on", "time_observed_at", "user_id", "user_login", "created_at",
            "updated_at",
            "quality_grade", "url", "place_guess", "latitude", "longitude", "positional_accuracy",
            "private_place_guess", "private_latitude", "private_longitude", "public_positional_accuracy",
            "geoprivacy", "taxon_geoprivacy", "coordinates_obscured", "species_guess", "scientific_name",
            "common_name", "iconic_taxon_name", "taxon_id",
        ]) { observation in
            let (shown, face) = (observation.publicFace.location, observation.disclosure.trueFace)
            let truth = face?.location
            return [
                String(observation.id), observation.uuid, observation.observedOn, observation.timeObservedAt,
                observation.observer.map { String($0.id) }, observation.observer?.login,
                observation.createdAt,
                observation.updatedAt, observation.qualityGrade, observation.url,
                observation.publicFace.place,
                text(shown?.point.latitude), text(shown?.point.longitude),
                text((truth ?? shown)?.accuracy), face?.place, text(truth?.point.latitude),
                text(truth?.point.longitude), text(shown?.accuracy), observation.geoprivacy?.word,
                observation.taxonGeoprivacy?.word, observation.obscuration == .none ? "false" : "true",
                observation.speciesGuess, observation.taxon?.name, observation.taxon?.commonName,
                observation.taxon?.iconicName, observation.taxon.map { String($0.id) },
            ]
        }
    }

    private func write(_ names: [String], _ values: (Observation) -> [String?]) throws {
        guard let file = fopen(path, "w") else { throw INaturalistError.unreadableReply(what: path) }
        defer { fclose(file) }
        fputs(names.joined(separator: ",") + "\n", file)
        let made = MadeUp()
        for number in (0..<count).reversed() {
            let row = values(made.observation(number)).map { quoted($0 ?? "") }
            fputs(row.joined(separator: ",") + "\n", file)
        }
    }

    private func text(_ number: Double?) -> String? { number.map { String($0) } }

    private func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return
            "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
