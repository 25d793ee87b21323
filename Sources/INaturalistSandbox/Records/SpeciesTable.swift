/// The species that are observed: threatened ones whose places are kept vague, and common ones whose are not.
///
/// Names and the countries are real; ids as in ``HigherTaxa``.
enum SpeciesTable {
    /// One row: id, scientific and common name, family, how the conservation status hides it, and where it lives.
    struct Row: Sendable {
        let id: Int
        let name: String
        let commonName: String?
        let family: String
        /// The status code, such as `EN`, or nil for a taxon without a status.
        let status: String?
        /// What the status asks for; nil where there is no status.
        let geoprivacy: Geoprivacy?
        let regions: [Region.Key]

        init(
            _ id: Int,
            _ name: String,
            _ commonName: String?,
            _ family: String,
            _ status: String? = nil,
            _ geoprivacy: Geoprivacy? = nil,
            _ regions: [Region.Key]
        ) {
            self.id = id
            self.name = name
            self.commonName = commonName
            self.family = family
            self.status = status
            self.geoprivacy = geoprivacy
            self.regions = regions
        }
    }

    static let rows = hidden + open

    /// Species with a status that hides them.
    // swift-format-ignore
    private static let hidden: [Row] = [
        Row(164_412, "Platanthera praeclara", "Western Prairie Fringed Orchid", "Orchidaceae", "EN", .obscured,
            [.iowa, .minnesota]),
        Row(50_031, "Cypripedium candidum", "Small White Lady's Slipper", "Orchidaceae", "VU", .obscured,
            [.iowa, .minnesota]),
        Row(61_532, "Cypripedium calceolus", "Yellow Lady's Slipper", "Orchidaceae", "VU", .obscured,
            [.switzerland, .austria, .estonia]),
        Row(64_063, "Epipogium aphyllum", "Ghost Orchid", "Orchidaceae", "CR", .private,
            [.germany, .sweden, .finland]),
        Row(164_377, "Dendrophylax lindenii", "Ghost Orchid", "Orchidaceae", "EN", .private, [.florida]),
        Row(162_030, "Caladenia amoena", "Charming Spider Orchid", "Orchidaceae", "CR", .private, [.newSouthWales]),
        Row(48_001, "Dionaea muscipula", "Venus Flytrap", "Droseraceae", "VU", .obscured, [.northCarolina]),
        Row(52_001, "Carnegiea gigantea", "Saguaro", "Cactaceae", "VU", .obscured, [.arizona]),
        Row(163_201, "Pediocactus peeblesianus", "Navajo Pincushion Cactus", "Cactaceae", "CR", .private, [.arizona]),
        Row(163_310, "Echinocereus arizonicus", "Arizona Hedgehog Cactus", "Cactaceae", "EN", .obscured,
            [.arizona, .newMexico]),
        Row(163_422, "Ariocarpus fissuratus", "Living Rock Cactus", "Cactaceae", "EN", .obscured, [.texas]),
        Row(39_771, "Clemmys guttata", "Spotted Turtle", "Emydidae", "EN", .obscured,
            [.massachusetts, .maine, .ontario]),
        Row(39_836, "Glyptemys insculpta", "Wood Turtle", "Emydidae", "EN", .obscured, [.maine, .vermont, .quebec]),
        Row(39_790, "Glyptemys muhlenbergii", "Bog Turtle", "Emydidae", "CR", .private, [.massachusetts]),
        Row(39_861, "Gopherus agassizii", "Desert Tortoise", "Testudinidae", "CR", .obscured,
            [.california, .arizona]),
        Row(39_912, "Astrochelys yniphora", "Ploughshare Tortoise", "Testudinidae", "CR", .private, [.madagascar]),
        Row(39_659, "Eretmochelys imbricata", "Hawksbill Turtle", "Cheloniidae", "CR", .obscured,
            [.fiji, .costaRica, .queensland]),
        Row(26_282, "Heloderma suspectum", "Gila Monster", "Helodermatidae", "NT", .obscured, [.arizona]),
        Row(30_746, "Crotalus horridus", "Timber Rattlesnake", "Viperidae", "LC", .obscured, [.minnesota, .vermont]),
        Row(30_901, "Vipera ursinii", "Meadow Viper", "Viperidae", "VU", .obscured, [.france, .greece]),
        Row(26_721, "Andrias japonicus", "Japanese Giant Salamander", "Cryptobranchidae", "VU", .obscured, [.japan]),
        Row(26_790, "Ambystoma californiense", "California Tiger Salamander", "Ambystomatidae", "VU", .obscured,
            [.california]),
        Row(27_801, "Salamandra lanzai", "Lanza's Alpine Salamander", "Salamandridae", "VU", .obscured,
            [.italy, .france]),
        Row(22_640, "Oophaga lehmanni", "Lehmann's Poison Frog", "Dendrobatidae", "CR", .private, [.colombia]),
        Row(22_666, "Dendrobates tinctorius", "Dyeing Poison Frog", "Dendrobatidae", "LC", .obscured, [.brazil]),
        Row(4_647, "Falco peregrinus", "Peregrine Falcon", "Falconidae", "LC", .obscured,
            [.california, .massachusetts]),
        Row(4_660, "Falco rusticolus", "Gyrfalcon", "Falconidae", "LC", .obscured, [.greenland, .iceland, .svalbard]),
        Row(5_305, "Haliaeetus leucocephalus", "Bald Eagle", "Accipitridae", "LC", .obscured, [.arizona]),
        Row(5_320, "Haliaeetus pelagicus", "Steller's Sea-Eagle", "Accipitridae", "VU", .obscured, [.chukotka]),
        Row(4_782, "Gymnogyps californianus", "California Condor", "Cathartidae", "CR", .private,
            [.california, .arizona]),
        Row(18_890, "Psittacus erithacus", "Grey Parrot", "Psittacidae", "EN", .obscured, [.kenya]),
        Row(18_927, "Anodorhynchus hyacinthinus", "Hyacinth Macaw", "Psittacidae", "VU", .obscured, [.brazil]),
        Row(19_150, "Strigops habroptilus", "Kākāpō", "Strigopidae", "CR", .private, [.newZealand]),
        Row(19_160, "Nestor notabilis", "Kea", "Strigopidae", "EN", .obscured, [.newZealand]),
        Row(19_998, "Strix occidentalis", "Spotted Owl", "Strigidae", "NT", .obscured, [.california, .oregon]),
        Row(20_054, "Bubo scandiacus", "Snowy Owl", "Strigidae", "VU", .obscured, [.alaska, .wrangel]),
        Row(4_060, "Thalassarche eremita", "Chatham Albatross", "Diomedeidae", "VU", .obscured, [.chathamIslands]),
        Row(41_967, "Panthera tigris", "Tiger", "Felidae", "EN", .private, [.assam]),
        Row(74_831, "Panthera uncia", "Snow Leopard", "Felidae", "VU", .private, [.nepal]),
        Row(41_970, "Panthera onca", "Jaguar", "Felidae", "NT", .obscured, [.brazil, .costaRica]),
        Row(41_642, "Ailuropoda melanoleuca", "Giant Panda", "Ursidae", "VU", .obscured, [.sichuan]),
        Row(41_659, "Ursus maritimus", "Polar Bear", "Ursidae", "VU", .obscured, [.svalbard, .wrangel, .greenland]),
        Row(43_358, "Ceratotherium simum", "White Rhinoceros", "Rhinocerotidae", "NT", .private,
            [.southAfrica, .namibia]),
        Row(43_375, "Diceros bicornis", "Black Rhinoceros", "Rhinocerotidae", "CR", .private,
            [.southAfrica, .namibia, .kenya]),
        Row(43_680, "Smutsia temminckii", "Temminck's Pangolin", "Manidae", "VU", .obscured,
            [.southAfrica, .namibia]),
        Row(43_694, "Loxodonta africana", "African Bush Elephant", "Elephantidae", "EN", .obscured,
            [.southAfrica, .kenya]),
        Row(43_579, "Pongo abelii", "Sumatran Orangutan", "Hominidae", "CR", .obscured, [.sumatra]),
        Row(43_361, "Lemur catta", "Ring-tailed Lemur", "Lemuridae", "EN", .obscured, [.madagascar]),
        Row(47_230, "Parnassius apollo", "Apollo", "Papilionidae", "LC", .obscured, [.switzerland, .italy]),
        Row(118_999, "Bombus affinis", "Rusty Patched Bumble Bee", "Apidae", "CR", .obscured, [.minnesota, .iowa]),
        Row(47_970, "Rosalia alpina", "Rosalia Longicorn", "Cerambycidae", "VU", .obscured, [.austria]),
        Row(47_430, "Poecilotheria metallica", "Gooty Sapphire Tarantula", "Theraphosidae", "CR", .private,
            [.westernGhats]),
        Row(53_290, "Achatinella mustelina", "Oʻahu Tree Snail", "Achatinellidae", "CR", .private, [.hawaii]),
        Row(63_912, "Fritillaria gentneri", "Gentner's Fritillary", "Liliaceae", "EN", .obscured, [.oregon]),
    ]

    /// Species without a status, and some whose status says `open` in so many words.
    // swift-format-ignore
    private static let open: [Row] = [
        Row(12_727, "Turdus migratorius", "American Robin", "Turdidae", [.iowa, .massachusetts, .california]),
        Row(12_716, "Turdus merula", "Eurasian Blackbird", "Turdidae", "LC", .open, [.england, .germany, .sweden]),
        Row(203_153, "Parus major", "Great Tit", "Paridae", "LC", .open, [.england, .france, .finland]),
        Row(144_814, "Poecile atricapillus", "Black-capped Chickadee", "Paridae", [.maine, .vermont, .ontario]),
        Row(9_083, "Cardinalis cardinalis", "Northern Cardinal", "Cardinalidae", [.iowa, .texas, .florida]),
        Row(6_930, "Anas platyrhynchos", "Mallard", "Anatidae", "LC", .open, [.scotland, .oregon, .newZealand]),
        Row(7_089, "Branta canadensis", "Canada Goose", "Anatidae", [.minnesota, .britishColumbia]),
        Row(4_110, "Pygoscelis adeliae", "Adélie Penguin", "Spheniscidae", "LC", .open, [.rossSea]),
        Row(4_956, "Ardea herodias", "Great Blue Heron", "Ardeidae", [.washington, .florida]),
        Row(5_212, "Buteo jamaicensis", "Red-tailed Hawk", "Accipitridae", "LC", .open, [.california, .newMexico]),
        Row(20_044, "Bubo virginianus", "Great Horned Owl", "Strigidae", [.arizona, .alaska]),
        Row(46_017, "Sciurus carolinensis", "Eastern Gray Squirrel", "Sciuridae", [.massachusetts, .england]),
        Row(42_069, "Vulpes vulpes", "Red Fox", "Canidae", "LC", .open, [.scotland, .japan, .newSouthWales]),
        Row(42_051, "Canis latrans", "Coyote", "Canidae", [.california, .texas]),
        Row(28_362, "Thamnophis sirtalis", "Common Garter Snake", "Colubridae", [.ontario, .iowa]),
        Row(39_682, "Chrysemys picta", "Painted Turtle", "Emydidae", [.minnesota, .vermont]),
        Row(25_591, "Rana temporaria", "European Common Frog", "Ranidae", "LC", .open, [.england, .norway]),
        Row(65_979, "Bufo bufo", "European Toad", "Bufonidae", [.germany, .spain]),
        Row(48_662, "Danaus plexippus", "Monarch", "Nymphalidae", "LC", .open, [.iowa, .california, .mexico]),
        Row(49_133, "Vanessa atalanta", "Red Admiral", "Nymphalidae", [.france, .england, .maine]),
        Row(60_551, "Papilio glaucus", "Eastern Tiger Swallowtail", "Papilionidae", [.northCarolina, .florida]),
        Row(47_219, "Apis mellifera", "Western Honey Bee", "Apidae", [.spain, .chile, .southAfrica]),
        Row(118_970, "Bombus impatiens", "Common Eastern Bumble Bee", "Apidae", [.massachusetts, .quebec]),
        Row(48_484, "Harmonia axyridis", "Asian Lady Beetle", "Coccinellidae", [.taiwan, .germany]),
        Row(52_628, "Argiope aurantia", "Yellow Garden Spider", "Araneidae", [.texas, .newMexico]),
        Row(47_602, "Taraxacum officinale", "Common Dandelion", "Asteraceae", [.scotland, .peru, .tasmania]),
        Row(55_563, "Bellis perennis", "Lawn Daisy", "Asteraceae", [.england, .newZealand]),
        Row(52_821, "Achillea millefolium", "Common Yarrow", "Asteraceae", "LC", .open, [.alaska, .estonia]),
        Row(55_745, "Trifolium repens", "White Clover", "Fabaceae", [.ecuador, .norway, .iceland]),
        Row(50_310, "Fragaria vesca", "Woodland Strawberry", "Rosaceae", [.sweden, .britishColumbia]),
        Row(47_910, "Opuntia ficus-indica", "Indian Fig", "Cactaceae", [.mexico, .italy]),
        Row(47_331, "Erythronium albidum", "White Trout Lily", "Liliaceae", [.iowa, .minnesota]),
        Row(50_080, "Epipactis helleborine", "Broad-leaved Helleborine", "Orchidaceae", [.vermont, .austria]),
        Row(48_715, "Amanita muscaria", "Fly Agaric", "Amanitaceae", [.finland, .washington, .tasmania]),
        Row(54_134, "Trametes versicolor", "Turkey-tail", "Polyporaceae", [.oregon, .japan]),
    ]
}

extension SpeciesTable.Row {
    /// A species without a conservation status.
    init(_ id: Int, _ name: String, _ commonName: String?, _ family: String, _ regions: [Region.Key]) {
        self.init(id, name, commonName, family, nil, nil, regions)
    }
}
