extension ObservationDocument {
    /// The geo fields (API reference 4.1 and 4.2). The four `private_*` keys are absent unless the viewer may see the
    /// true place, and null or equal to the public ones when nothing is hidden.
    func addPlace(to object: inout JSONObject) {
        let place = record.place
        let region = RegionTable.region(place.region)
        let isHidden = record.hiding != nil
        let hiddenPoint = isHidden ? place.truePoint : nil
        object.add("location", .optional(place.publicPoint?.locationText))
        object.add("geojson", place.publicPoint?.geoJSON ?? nil)
        object.add("place_guess", .optional(place.placeGuess))
        object.add("place_ids", .integers(publicPlaceIDs))
        object.add("positional_accuracy", .optional(place.accuracy))
        object.add("public_positional_accuracy", .optional(place.publicAccuracy))
        object.add("geoprivacy", .optional(place.geoprivacy?.rawValue))
        object.add("taxon_geoprivacy", .optional(place.taxonGeoprivacy?.rawValue))
        object.add("obscured", .boolean(place.geoprivacy == .obscured || hiddenPoint != nil))
        object.add("mappable", .boolean(record.isMappable))
        guard viewpoint.maySeeCoordinates(of: record) else { return }
        object.add("private_location", .optional(hiddenPoint?.locationText))
        object.add("private_geojson", hiddenPoint?.geoJSON ?? nil)
        object.add("private_place_guess", isHidden ? .optional(place.privatePlaceGuess) : nil)
        object.add(
            "private_place_ids",
            .integers(place.truePoint == nil ? [] : region.placeIDs(site: place.site))
        )
    }

    private var publicPlaceIDs: [Int] {
        record.publicPlaceIDs
    }
}

extension ObservationRecord {
    /// Ids of the places that the public knows: all of an open one, country and state of an obscured one, and none of
    /// a private one.
    var publicPlaceIDs: [Int] {
        let region = RegionTable.region(place.region)
        guard place.truePoint != nil else { return [] }
        return switch hiding {
        case nil, .open: region.placeIDs(site: place.site)
        case .obscured: region.placeIDs
        case .private: []
        }
    }

    /// Whether maps show it: it has a public point that is no vaguer than a cell.
    var isMappable: Bool {
        guard let point = place.publicPoint else { return false }
        return (place.publicAccuracy ?? 0) <= ObscurationCell(containing: point).diagonalMetres
    }
}
