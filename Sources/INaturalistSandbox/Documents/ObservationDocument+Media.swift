extension ObservationDocument {
    static let mediaFields = ["photos", "observation_photos", "sounds", "observation_sounds"]

    private var ownerName: String {
        Person.everybody[record.owner].name ?? Person.everybody[record.owner].login
    }

    /// Photos and sounds. `photos[].url` is the square variant (API reference 6).
    func addMedia(to object: inout JSONObject) {
        let photos = record.photos.map { photo($0) }
        object.add("photos", .array(photos))
        object.add("observation_photos", .array(zip(record.photos, photos).enumerated().map(attachment)))
        let sounds: [JSONValue] = record.hasSound ? [sound] : []
        object.add("sounds", .array(sounds))
        if pageHasSounds {
            object.add(
                "observation_sounds",
                .array(
                    sounds.map { ["id": .integer(record.id + 7), "uuid": .string(record.uuid), "sound": $0] }
                )
            )
        }
    }

    private func attachment(_ position: Int, _ pair: (PhotoRecord, JSONValue)) -> JSONValue {
        var generator = SplitMix64(seed: UInt64(pair.0.id))
        return [
            "id": .integer(pair.0.id - 3_000_000_000), "position": .integer(position),
            "uuid": .string(UUIDText.random(using: &generator)), "photo_id": .integer(pair.0.id),
            "photo": pair.1,
        ]
    }

    /// Photos lie on two other hosts; here the sandbox has them itself, so that they can be seen without a network.
    private func photo(_ photo: PhotoRecord) -> JSONValue {
        [
            "id": .integer(photo.id), "license_code": .optional(photo.licenseCode),
            "original_dimensions": ["width": .integer(photo.width), "height": .integer(photo.height)],
            "url": .string("\(baseURL)/photos/\(photo.id)/square.\(photo.fileExtension)"),
            "attribution": .string(attribution(photo.licenseCode)), "flags": [], "moderator_actions": [],
            "hidden": false,
        ]
    }

    private var sound: JSONValue {
        [
            "id": .integer(record.id + 3), "license_code": .optional(record.licenseCode),
            "attribution": .string(attribution(record.licenseCode)), "flags": [],
            "file_url": .string("https://static.inaturalist.org/sounds/\(record.id + 3).m4a"),
            "file_content_type": "audio/mp4", "native_sound_id": nil, "moderator_actions": [],
            "hidden": false,
        ]
    }

    private func attribution(_ license: String?) -> String {
        switch license {
        case nil: "(c) \(ownerName), all rights reserved"
        case "cc0": "\(ownerName), no rights reserved"
        case .some(let code): "(c) \(ownerName), some rights reserved (\(code.uppercased()))"
        }
    }
}
