nonisolated extension RowAction.Copied {
    /// What it is called in the menu.
    package var title: String {
        switch self {
        case .summary: "what everyone sees"
        case .id: "id"
        case .address: "web address"
        case .publicPoint: "public point"
        case .publicGeoURI: "geo: of the public point"
        case .truePoint: "true point"
        case .trueGeoURI: "geo: of the true point"
        case .text: "all of it as text"
        case .json: "all of it as JSON"
        }
    }

    /// What it is, for the menu.
    package var help: String {
        switch self {
        case .summary: "Address, name and public point."
        case .id: "The observation's number."
        case .address: "The address of its page on the website."
        case .publicPoint: "As the table writes it."
        case .publicGeoURI: "An address that map programs open, with its accuracy."
        case .truePoint: "As the table writes it. Mind where you paste it."
        case .trueGeoURI: "An address that map programs open. Mind where you paste it."
        case .text: "Both faces, as far as you may see them. Mind where you paste it."
        case .json: "Both faces, for scripts. Mind where you paste it."
        }
    }

    /// The letter that chooses it in the menu.
    package var key: Character {
        switch self {
        case .summary: "y"
        case .id: "i"
        case .address: "a"
        case .publicPoint: "p"
        case .publicGeoURI: "g"
        case .truePoint: "P"
        case .trueGeoURI: "G"
        case .text: "t"
        case .json: "j"
        }
    }

    /// What was copied, in the words of a message.
    ///
    /// - Parameter count: of how many observations.
    package func words(count: Int) -> String {
        let what =
            switch self {
            case .summary: "the address, the name and the public point"
            case .id: "the id"
            case .address: "the web address"
            case .publicPoint: "the public point"
            case .publicGeoURI: "the geo: address of the public point"
            case .truePoint: "the TRUE point"
            case .trueGeoURI: "the geo: address of the TRUE point"
            case .text: "all of it as text, the TRUE point as far as it is known"
            case .json: "all of it as JSON, the TRUE point as far as it is known"
            }
        return count > 1 ? what + " of \(count) observations" : what
    }
}
