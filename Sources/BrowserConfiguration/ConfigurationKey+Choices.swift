internal import Browser
internal import Coordinates
internal import TerminalUI

extension ConfigurationKey {
    /// The values that an entry can have, for those that are a choice.
    var choices: [String] {
        switch self {
        case .colours: ColourChoice.allCases.map(\.rawValue)
        case .characters: Self.characterChoices.map(\.name)
        case .coordinates: CoordinateFormat.allCases.map(\.rawValue)
        case .units: LengthUnit.allCases.map(\.rawValue)
        case .mouse: Self.mouseChoices.map(\.name)
        case .cursor: Self.cursorChoices.map(\.name)
        case .photos: PhotoChoice.allCases.map(\.rawValue)
        case .theme, .themes, .columns, .freeze, .start, .bind: []
        }
    }

    static let characterChoices = [(name: "automatic", value: false), (name: "ascii", value: true)]
    static let mouseChoices = [(name: "on", value: true), (name: "off", value: false)]
    static let cursorChoices = [(name: "hidden", value: false), (name: "row", value: true)]
    static let startChoices: [(name: String, value: StartView)] = [
        ("last", .last), ("mine", .mine), ("everyone", .everyone),
    ]
}
