extension ObservationDecoder {
    /// An observation with all that its page shows, nil when it has no id.
    func detail(_ json: JSONValue) -> ObservationDetail? {
        guard let observation = observation(json) else { return nil }
        return ObservationDetail(
            observation: observation,
            description: json["description"]?.words,
            tags: json["tags"]?.elements.compactMap { $0.words ?? $0["tag"]?.words } ?? [],
            license: json["license_code"]?.words,
            identifications: json["identifications"]?.elements.compactMap(identification) ?? [],
            comments: json["comments"]?.elements.compactMap(comment) ?? [],
            photos: photos(json),
            sounds: sounds(json),
            projects: projects(json),
            isCaptive: json["captive"]?.bool,
            communityTaxon: json["community_taxon"].flatMap(Taxon.init(json:)),
            updatedAt: json["updated_at"]?.words,
            favourites: json["faves_count"]?.int ?? 0,
            application: json["application"]?["name"]?.words,
            recognition: Recognition(of: [observation]),
            rawJSON: Array(json.source)
        )
    }

    private func identification(_ json: JSONValue) -> Identification? {
        guard let id = json["id"]?.int else { return nil }
        return Identification(
            id: id,
            user: json["user"].flatMap(Account.init(json:)),
            taxon: json["taxon"].flatMap(Taxon.init(json:)),
            category: json["category"]?.words,
            body: json["body"]?.words,
            createdAt: json["created_at"]?.words,
            isCurrent: json["current"]?.bool ?? true,
            isHidden: json["hidden"]?.bool ?? false
        )
    }

    private func comment(_ json: JSONValue) -> Comment? {
        guard let id = json["id"]?.int else { return nil }
        return Comment(
            id: id,
            user: json["user"].flatMap(Account.init(json:)),
            body: json["body"]?.string ?? "",
            createdAt: json["created_at"]?.words,
            isHidden: json["hidden"]?.bool ?? false
        )
    }

    /// The photos in the observer's order: `photos` has it, and so has `observation_photos` with null for
    /// hidden ones.
    private func photos(_ json: JSONValue) -> [Photo] {
        let photos = json["photos"]?.elements ?? []
        let wrapped =
            photos.isEmpty ? json["observation_photos"]?.elements.compactMap { $0["photo"] } ?? [] : photos
        return wrapped.compactMap { photo in
            guard let id = photo["id"]?.int else { return nil }
            return Photo(
                id: id,
                url: photo["url"]?.words,
                license: photo["license_code"]?.words,
                attribution: photo["attribution"]?.words
            )
        }
    }

    private func sounds(_ json: JSONValue) -> [Sound] {
        let sounds = json["sounds"]?.elements ?? []
        let wrapped =
            sounds.isEmpty ? json["observation_sounds"]?.elements.compactMap { $0["sound"] } ?? [] : sounds
        return wrapped.compactMap { sound in
            guard let id = sound["id"]?.int else { return nil }
            return Sound(
                id: id,
                url: sound["file_url"]?.words,
                license: sound["license_code"]?.words,
                attribution: sound["attribution"]?.words
            )
        }
    }

    /// The titles of traditional projects, then of collection projects, each once.
    private func projects(_ json: JSONValue) -> [String] {
        let rows =
            (json["project_observations"]?.elements ?? [])
            + (json["non_traditional_projects"]?.elements ?? [])
        var titles: [String] = []
        for row in rows {
            if let title = row["project"]?["title"]?.words ?? row["title"]?.words, !titles.contains(title) {
                titles.append(title)
            }
        }
        return titles
    }
}
