/// Who looks at observations, and through which kind of request.
struct Viewpoint: Sendable {
    /// The signed-in person's index into ``Person/everybody``; nil for the public.
    let viewer: Int?

    /// Whether the request asked for `include_new_projects`.
    var includesCollections = false

    /// The one collection project that a search was limited to.
    var searchedProject: Project?

    /// Who trusts whom with hidden coordinates.
    var trust = World.firstTrust

    /// Whether a person trusts the viewer.
    func isTrusted(by owner: Int) -> Bool {
        guard let viewer else { return false }
        return trust.contains(World.Trust(truster: owner, trusted: viewer))
    }

    /// Whether the viewer may see an observation's true place (API reference 4.3). Site roles give no right.
    func maySeeCoordinates(of record: ObservationRecord) -> Bool {
        guard let viewer else { return false }
        return record.owner == viewer || isTrusted(by: record.owner)
            || curatesTraditionalProject(of: record, viewer)
            || isTrustedThroughCollection(with: record, viewer)
    }

    private func curatesTraditionalProject(of record: ObservationRecord, _ viewer: Int) -> Bool {
        record.projects.contains { membership in
            membership.allowsCoordinateAccess
                && Project.all.contains { $0.id == membership.projectID && $0.curators.contains(viewer) }
        }
    }

    /// The server only sees collection projects when the reply carries them, or when the search names just one.
    private func isTrustedThroughCollection(with record: ObservationRecord, _ viewer: Int) -> Bool {
        let visible = includesCollections ? Project.collections : searchedProject.map { [$0] } ?? []
        return visible.contains { project in
            guard project.kind == .collection, project.contains(record), project.prefersUserTrust,
                project.daysSinceRulesChanged > 7, project.curators.contains(viewer)
            else { return false }
            return switch project.members[record.owner] {
            case .any: true
            case .taxon: record.place.taxonGeoprivacy?.hides == true && record.place.geoprivacy?.hides != true
            case .some(.none), nil: false
            }
        }
    }
}

extension Project {
    /// Whether an observation belongs to the project.
    func contains(_ record: ObservationRecord) -> Bool {
        switch kind {
        case .traditional: record.projects.contains { $0.projectID == id }
        case .collection: contains(record.taxon)
        }
    }

    /// Whether the observation of a key belongs to the project.
    func contains(_ key: RecordKey) -> Bool {
        switch kind {
        case .traditional: key.traits.contains(id == Self.wetlandSurvey.id ? .survey : .backyards)
        case .collection: contains(key.taxon)
        }
    }

    private func contains(_ taxon: Taxon?) -> Bool {
        guard let taxon, let taxonID else { return false }
        return taxon.ancestorIDs.contains(taxonID)
    }
}
