/// Everything above the genus, as the sandbox's own small tree of life.
///
/// Names are real. Ids are those of the real catalogue where they are well known, and made up elsewhere: nothing may
/// depend on them.
enum HigherTaxa {
    /// One row: id, name, common name, rank, and the parent's name.
    struct Row: Sendable {
        let id: Int
        let name: String
        let commonName: String?
        let rank: TaxonRank
        let parent: String?

        init(_ id: Int, _ name: String, _ commonName: String?, _ rank: TaxonRank, in parent: String?) {
            self.id = id
            self.name = name
            self.commonName = commonName
            self.rank = rank
            self.parent = parent
        }
    }

    /// Parents before children.
    static let rows: [Row] = [
        Row(48_460, "Life", nil, .stateOfMatter, in: nil),
        Row(1, "Animalia", "Animals", .kingdom, in: "Life"),
        Row(47_126, "Plantae", "Plants", .kingdom, in: "Life"),
        Row(47_170, "Fungi", "Fungi Including Lichens", .kingdom, in: "Life"),
        Row(47_686, "Protozoa", "Protozoans", .kingdom, in: "Life"),
        Row(2, "Chordata", "Chordates", .phylum, in: "Animalia"),
        Row(47_120, "Arthropoda", "Arthropods", .phylum, in: "Animalia"),
        Row(47_115, "Mollusca", "Molluscs", .phylum, in: "Animalia"),
        Row(211_194, "Tracheophyta", "Vascular Plants", .phylum, in: "Plantae"),
        Row(47_169, "Basidiomycota", "Basidiomycete Fungi", .phylum, in: "Fungi"),
        Row(355_675, "Vertebrata", "Vertebrates", .subphylum, in: "Chordata"),

        Row(3, "Aves", "Birds", .class, in: "Vertebrata"),
        Row(40_151, "Mammalia", "Mammals", .class, in: "Vertebrata"),
        Row(26_036, "Reptilia", "Reptiles", .class, in: "Vertebrata"),
        Row(20_978, "Amphibia", "Amphibians", .class, in: "Vertebrata"),
        Row(47_178, "Actinopterygii", "Ray-finned Fishes", .class, in: "Vertebrata"),
        Row(47_158, "Insecta", "Insects", .class, in: "Arthropoda"),
        Row(47_119, "Arachnida", "Arachnids", .class, in: "Arthropoda"),
        Row(47_114, "Gastropoda", "Gastropods", .class, in: "Mollusca"),
        Row(47_124, "Magnoliopsida", "Dicots", .class, in: "Tracheophyta"),
        Row(47_163, "Liliopsida", "Monocots", .class, in: "Tracheophyta"),
        Row(50_814, "Agaricomycetes", "Mushrooms, Bracket Fungi and Allies", .class, in: "Basidiomycota"),

        Row(67_570, "Falconiformes", "Falcons and Caracaras", .order, in: "Aves"),
        Row(71_261, "Accipitriformes", "Hawks, Eagles and Kites", .order, in: "Aves"),
        Row(18_874, "Psittaciformes", "Parrots", .order, in: "Aves"),
        Row(19_350, "Strigiformes", "Owls", .order, in: "Aves"),
        Row(67_563, "Pelecaniformes", "Herons and Pelicans", .order, in: "Aves"),
        Row(6_888, "Anseriformes", "Waterfowl", .order, in: "Aves"),
        Row(67_561, "Procellariiformes", "Albatrosses and Petrels", .order, in: "Aves"),
        Row(67_566, "Sphenisciformes", "Penguins", .order, in: "Aves"),
        Row(7_251, "Passeriformes", "Perching Birds", .order, in: "Aves"),
        Row(39_532, "Testudines", "Turtles and Tortoises", .order, in: "Reptilia"),
        Row(26_172, "Squamata", "Snakes and Lizards", .order, in: "Reptilia"),
        Row(26_718, "Caudata", "Salamanders", .order, in: "Amphibia"),
        Row(20_979, "Anura", "Frogs and Toads", .order, in: "Amphibia"),
        Row(41_573, "Carnivora", "Carnivorans", .order, in: "Mammalia"),
        Row(43_327, "Perissodactyla", "Odd-toed Ungulates", .order, in: "Mammalia"),
        Row(43_671, "Pholidota", "Pangolins", .order, in: "Mammalia"),
        Row(43_689, "Proboscidea", "Elephants", .order, in: "Mammalia"),
        Row(43_094, "Primates", "Primates", .order, in: "Mammalia"),
        Row(43_698, "Rodentia", "Rodents", .order, in: "Mammalia"),
        Row(47_157, "Lepidoptera", "Butterflies and Moths", .order, in: "Insecta"),
        Row(47_201, "Hymenoptera", "Ants, Bees and Wasps", .order, in: "Insecta"),
        Row(47_208, "Coleoptera", "Beetles", .order, in: "Insecta"),
        Row(47_118, "Araneae", "Spiders", .order, in: "Arachnida"),
        Row(47_485, "Stylommatophora", "Land Snails and Slugs", .order, in: "Gastropoda"),
        Row(47_218, "Asparagales", "Asparagus, Orchids and Allies", .order, in: "Liliopsida"),
        Row(47_329, "Liliales", "Lilies and Allies", .order, in: "Liliopsida"),
        Row(47_366, "Caryophyllales", "Pinks, Cacti and Allies", .order, in: "Magnoliopsida"),
        Row(47_605, "Asterales", "Sunflowers, Bellflowers and Allies", .order, in: "Magnoliopsida"),
        Row(47_132, "Rosales", "Roses, Elms, Figs and Allies", .order, in: "Magnoliopsida"),
        Row(47_122, "Fabales", "Legumes and Allies", .order, in: "Magnoliopsida"),
        Row(47_167, "Agaricales", "Common Gilled Mushrooms", .order, in: "Agaricomycetes"),
        Row(47_380, "Polyporales", "Shelf Fungi", .order, in: "Agaricomycetes"),

        Row(4_637, "Falconidae", "Falcons", .family, in: "Falconiformes"),
        Row(5_067, "Accipitridae", "Hawks and Eagles", .family, in: "Accipitriformes"),
        Row(71_306, "Cathartidae", "New World Vultures", .family, in: "Accipitriformes"),
        Row(18_879, "Psittacidae", "African and New World Parrots", .family, in: "Psittaciformes"),
        Row(506_670, "Strigopidae", "New Zealand Parrots", .family, in: "Psittaciformes"),
        Row(19_728, "Strigidae", "True Owls", .family, in: "Strigiformes"),
        Row(4_929, "Ardeidae", "Herons", .family, in: "Pelecaniformes"),
        Row(6_912, "Anatidae", "Ducks, Geese and Swans", .family, in: "Anseriformes"),
        Row(4_048, "Diomedeidae", "Albatrosses", .family, in: "Procellariiformes"),
        Row(3_806, "Spheniscidae", "Penguins", .family, in: "Sphenisciformes"),
        Row(15_977, "Turdidae", "Thrushes", .family, in: "Passeriformes"),
        Row(13_069, "Paridae", "Tits and Chickadees", .family, in: "Passeriformes"),
        Row(9_079, "Cardinalidae", "Cardinals", .family, in: "Passeriformes"),
        Row(39_726, "Emydidae", "Pond Turtles", .family, in: "Testudines"),
        Row(39_835, "Testudinidae", "Tortoises", .family, in: "Testudines"),
        Row(39_657, "Cheloniidae", "Sea Turtles", .family, in: "Testudines"),
        Row(30_670, "Viperidae", "Vipers", .family, in: "Squamata"),
        Row(26_279, "Helodermatidae", "Gila Monsters", .family, in: "Squamata"),
        Row(26_346, "Colubridae", "Colubrid Snakes", .family, in: "Squamata"),
        Row(26_719, "Cryptobranchidae", "Giant Salamanders", .family, in: "Caudata"),
        Row(26_736, "Ambystomatidae", "Mole Salamanders", .family, in: "Caudata"),
        Row(27_726, "Salamandridae", "Newts and True Salamanders", .family, in: "Caudata"),
        Row(22_591, "Dendrobatidae", "Poison Frogs", .family, in: "Anura"),
        Row(21_013, "Ranidae", "True Frogs", .family, in: "Anura"),
        Row(64_968, "Bufonidae", "True Toads", .family, in: "Anura"),
        Row(41_944, "Felidae", "Cats", .family, in: "Carnivora"),
        Row(42_043, "Canidae", "Dogs and Foxes", .family, in: "Carnivora"),
        Row(41_635, "Ursidae", "Bears", .family, in: "Carnivora"),
        Row(43_353, "Rhinocerotidae", "Rhinoceroses", .family, in: "Perissodactyla"),
        Row(43_672, "Manidae", "Pangolins", .family, in: "Pholidota"),
        Row(43_690, "Elephantidae", "Elephants", .family, in: "Proboscidea"),
        Row(43_575, "Hominidae", "Great Apes", .family, in: "Primates"),
        Row(43_350, "Lemuridae", "True Lemurs", .family, in: "Primates"),
        Row(45_933, "Sciuridae", "Squirrels", .family, in: "Rodentia"),
        Row(47_922, "Nymphalidae", "Brush-footed Butterflies", .family, in: "Lepidoptera"),
        Row(47_223, "Papilionidae", "Swallowtails", .family, in: "Lepidoptera"),
        Row(47_221, "Apidae", "Honey Bees, Bumble Bees and Allies", .family, in: "Hymenoptera"),
        Row(48_486, "Coccinellidae", "Lady Beetles", .family, in: "Coleoptera"),
        Row(47_961, "Cerambycidae", "Longhorn Beetles", .family, in: "Coleoptera"),
        Row(47_424, "Theraphosidae", "Tarantulas", .family, in: "Araneae"),
        Row(47_381, "Araneidae", "Orbweavers", .family, in: "Araneae"),
        Row(53_285, "Achatinellidae", "Tree Snails", .family, in: "Stylommatophora"),
        Row(47_217, "Orchidaceae", "Orchids", .family, in: "Asparagales"),
        Row(47_328, "Liliaceae", "Lilies", .family, in: "Liliales"),
        Row(47_903, "Cactaceae", "Cacti", .family, in: "Caryophyllales"),
        Row(51_936, "Droseraceae", "Sundews and Venus Flytraps", .family, in: "Caryophyllales"),
        Row(47_604, "Asteraceae", "Sunflowers, Daisies and Asters", .family, in: "Asterales"),
        Row(47_148, "Rosaceae", "Roses", .family, in: "Rosales"),
        Row(47_123, "Fabaceae", "Legumes", .family, in: "Fabales"),
        Row(47_164, "Amanitaceae", "Amanitas", .family, in: "Agaricales"),
        Row(54_133, "Polyporaceae", "Bracket Fungi", .family, in: "Polyporales"),
    ]
}
