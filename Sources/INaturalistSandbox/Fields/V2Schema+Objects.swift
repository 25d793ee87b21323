extension V2Schema {
    /// A user as everybody sees one.
    static let user = V2Schema(required: ["id"], userFields)

    private static let userFields = """
        uuid created_at description faved_project_ids icon icon_url identifications_count journal_posts_count
        annotated_observations_count last_active login monthly_supporter name observations_count orcid preferences
        roles site site_id spam species_count suspended updated_at
        """

    /// The signed-in user as `/v2/users/me` shows them.
    static let privateUser = V2Schema(
        required: ["id"],
        userFields + """
             activity_count blocked_user_ids confirmed_at confirmation_sent_at data_transfer_consent email locale
            muted_user_ids pi_consent place_id preferred_observation_fields_by preferred_observation_license
            preferred_photo_license preferred_project_addition_by preferred_sound_license
            prefers_automatic_taxonomic_changes prefers_common_names prefers_community_taxa
            prefers_monthly_supporter_badge prefers_no_email prefers_no_tracking prefers_scientific_name_first
            privileges search_place_id taxon_name_priorities time_zone unconfirmed_email universal_search_rank
            """
    )

    static let photo = V2Schema(
        required: ["id"],
        """
        attribution attribution_name flags hidden large_url license_code medium_url moderator_actions
        native_page_url native_photo_id original_dimensions original_filename original_url small_url square_url type
        url
        """
    )

    private static let conservationStatus = V2Schema(
        required: ["id"],
        """
        authority description geoprivacy iucn iucn_status iucn_status_code place place_id source_id status
        status_name taxon_id user_id url
        """
    )

    private static let taxonFields = """
        uuid ancestor_ids ancestry atlas_id complete_rank complete_species_count created_at
        current_synonymous_taxon_ids endemic english_common_name establishment_means preferred_establishment_means
        extinct provisional flag_counts iconic_taxon_id iconic_taxon_name introduced is_active listed_taxa
        listed_taxa_count matched_term min_species_ancestry min_species_taxon_id name native observations_count
        parent_id photos_locked preferred_common_name preferred_common_names rank rank_level representative_photo
        statuses taxon_changes_count taxon_photos taxon_schemes_count threatened universal_search_rank vision
        wikipedia_summary wikipedia_url
        """

    private static let ancestor = V2Schema(
        required: ["id"],
        taxonFields,
        nested: ["default_photo": photo, "conservation_status": conservationStatus]
    )

    static let taxon = V2Schema(
        required: ["id"],
        taxonFields,
        nested: [
            "ancestors": ancestor, "children": ancestor, "default_photo": photo,
            "conservation_status": conservationStatus,
        ]
    )

    /// A place with its outlines.
    static let place = V2Schema(
        required: ["id"],
        """
        admin_level ancestor_place_ids bbox_area display_name display_name_autocomplete location matched_term name
        observations_count place_type slug universal_search_rank uuid without_check_list
        """,
        nested: [
            "bounding_box_geojson": point, "geometry_geojson": point, "point_geojson": point, "user": user,
        ]
    )

    private static let dateDetails = V2Schema(required: ["date", "day", "hour", "month", "week", "year"], "")
    private static let point = V2Schema(required: ["coordinates", "type"], "")

    static let project = V2Schema(
        required: ["id"],
        """
        banner_color created_at delegated_project_id description flags header_image_contain
        header_image_file_name header_image_url hide_leaderboard hide_title hide_umbrella_map_flags icon
        icon_file_name is_delegated_umbrella is_umbrella latitude location longitude membership_model
        observation_requirements_updated_at place_id prefers_user_trust project_observation_fields
        project_observation_rules project_type rule_preferences search_parameters site_features slug terms title
        updated_at user_id user_ids umbrella_project_list_sort
        """,
        nested: ["admins": V2Schema("id project_id role user_id", nested: ["user": user]), "user": user]
    )

    private static let comment = V2Schema(
        required: ["uuid"],
        """
        id body created_at created_at_utc flags hidden html moderator_actions parent_id parent_type user_id
        updated_at updated_at_details
        """,
        nested: ["created_at_details": dateDetails, "user": user]
    )

    private static let identification = V2Schema(
        required: ["id"],
        """
        body category created_at current disagreement exemplar_identification flags hidden moderator_actions
        observation_id own_observation previous_observation_taxon_id spam taxon_change taxon_change_id
        taxon_change_type taxon_id updated_at user_id uuid vision
        """,
        nested: [
            "created_at_details": dateDetails, "taxon": taxon, "previous_observation_taxon": taxon,
            "user": user,
        ]
    )

    private static let vote = V2Schema("id created_at user_id vote_flag vote_scope", nested: ["user": user])

    private static let sound = V2Schema(
        required: ["id"],
        """
        attribution file_content_type file_url flags hidden license_code moderator_actions native_sound_id
        original_filename
        """
    )

    private static let projectObservation = V2Schema(
        required: ["id", "uuid"],
        "current_user_is_member project_id user_id",
        nested: [
            "preferences": V2Schema("allows_curator_coordinate_access"), "project": project, "user": user,
            "project_user": V2Schema(
                required: ["id"],
                "observations_count prefers_curator_coordinate_access_for project_id role taxa_count user_id"
            ),
        ]
    )

    /// An observation. There is no `private_place_ids` in it.
    static let observation = V2Schema(
        required: ["uuid"],
        """
        id annotations application cached_votes_total captive comments_count community_taxon_id context_geoprivacy
        context_taxon_geoprivacy context_user_geoprivacy created_at created_time_zone description faves_count flags
        geoprivacy id_please ident_taxon_ids identifications_count identifications_most_agree
        identifications_most_disagree identifications_some_agree license_code location map_scale mappable
        num_identification_agreements num_identification_disagreements oauth_application_id obscured observed_on
        observed_on_string observed_time_zone ofvs out_of_range outlinks owners_identification_from_vision
        place_guess place_ids positional_accuracy private_location private_place_guess project_ids
        project_ids_with_curator_id project_ids_without_curator_id public_positional_accuracy quality_grade
        quality_metrics reviewed_by site_id spam species_guess tags taxon_geoprivacy time_observed_at
        time_zone_offset updated_at uri viewer_trusted_by_observer
        """,
        nested: [
            "comments": comment, "community_taxon": taxon, "created_at_details": dateDetails, "faves": vote,
            "geojson": point, "identifications": identification, "non_owner_ids": identification,
            "non_traditional_projects": V2Schema(
                "current_user_is_member",
                nested: [
                    "project": project, "projectUser": V2Schema("role prefers_curator_coordinate_access_for"),
                ]
            ),
            "observation_photos": V2Schema(required: ["id"], "position uuid", nested: ["photo": photo]),
            "observation_sounds": V2Schema(required: ["id"], "position uuid", nested: ["sound": sound]),
            "observed_on_details": dateDetails, "photos": photo,
            "preferences": V2Schema("auto_obscuration prefers_community_taxon"),
            "private_geojson": point, "project_observations": projectObservation, "sounds": sound,
            "taxon": taxon,
            "user": user, "votes": vote,
        ]
    )
}
