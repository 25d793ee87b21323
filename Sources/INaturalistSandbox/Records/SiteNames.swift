/// Made-up names of meadows, ponds and trails, as observers type them.
enum SiteNames {
    private static let first = [
        "Old Mill", "Heron", "Cedar", "Stone Bridge", "Hidden", "Long", "Fox", "Juniper", "Miller's",
        "Blackberry",
        "North Fork", "Quarry", "Willow", "Lantern", "Otter", "Granite", "Kestrel", "Drowned", "Lower",
        "Upper",
        "Marigold", "Whistling", "Three Sisters", "Chapel", "Sandy", "Thistle", "Copper", "Windy", "Abbot's",
        "Moss",
    ]
    private static let second = [
        "Meadow", "Pond", "Ridge", "Slough", "Canyon", "Fen", "Hollow", "Creek", "Bluff", "Prairie", "Marsh",
        "Trail",
        "Ledge", "Woods", "Flats", "Spring", "Point", "Bog", "Gulch", "Dunes", "Heath", "Ravine", "Overlook",
        "Swale",
    ]

    /// How many names there are.
    static let count = first.count * second.count

    /// A name by number.
    static func name(_ number: Int) -> String {
        "\(first[number % first.count]) \(second[number / first.count % second.count])"
    }
}
