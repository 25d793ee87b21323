extension Region {
    /// The regions by name. The raw value numbers the region's made-up place id.
    enum Key: Int, Sendable, Hashable, CaseIterable {
        case alaska, arizona, california, florida, hawaii, iowa, maine, massachusetts, minnesota, newMexico
        case northCarolina, oregon, texas, vermont, washington
        case britishColumbia, ontario, quebec, greenland, iceland, mexico
        case brazil, chile, colombia, costaRica, ecuador, peru
        case austria, england, estonia, finland, france, germany, greece, italy, norway, scotland, spain,
            svalbard
        case sweden, switzerland
        case kenya, madagascar, namibia, southAfrica
        case assam, chukotka, japan, nepal, sichuan, sumatra, taiwan, westernGhats, wrangel
        case chathamIslands, fiji, newSouthWales, newZealand, queensland, tasmania, rossSea
    }
}
