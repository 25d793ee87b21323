internal import Browser
internal import TerminalUI

/// The JSON Schema of the file, from which editors complete and check it while one types.
package enum ConfigurationSchema {
    /// The schema, of draft 7, which yaml-language-server knows best.
    package static var json: String {
        let properties = ConfigurationKey.allCases.map { key in
            (key.name, described(key.summary.joined(separator: " "), schema(of: key)))
        }
        let whole = SchemaValue.object([
            ("$schema", .text("http://json-schema.org/draft-07/schema#")),
            ("title", .text("inatty configuration")),
            ("type", .text("object")),
            ("additionalProperties", .flag(false)),
            ("properties", .object(properties)),
            ("definitions", .object(definitions)),
        ])
        return whole.json() + "\n"
    }

    private static func schema(of key: ConfigurationKey) -> [(String, SchemaValue)] {
        switch key {
        case .theme: [("anyOf", .list([oneOf(Theme.all.map(\.name)), ofType("string")]))]
        case .themes: [("type", .text("object")), ("additionalProperties", ownTheme)]
        case .mouse: [("enum", .list(key.choices.map { .text($0) } + [.flag(true), .flag(false)]))]
        case .colours, .characters, .coordinates, .units, .cursor, .photos:
            [("enum", .texts(key.choices))]
        case .columns: [("type", .text("array")), ("minItems", .number(1)), ("items", column)]
        case .freeze: range(ConfigurationReader.freezable)
        case .start:
            [("anyOf", .list([oneOf(ConfigurationKey.startChoices.map(\.name)), ofType("string")]))]
        case .bind:
            [("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", places)]
        }
    }

    private static var ownTheme: SchemaValue {
        let look = SchemaValue.object([("$ref", .text("#/definitions/look"))])
        return .object([
            ("type", .text("object")),
            ("additionalProperties", .flag(false)),
            (
                "properties",
                .object(
                    [("base", oneOf(Theme.all.map(\.name)))]
                        + ThemeChange.Target.all.map { ($0.name, look) }
                )
            ),
        ])
    }

    private static var column: SchemaValue {
        let names = ObservationColumn.allCases.map(\.name)
        let width = SchemaValue.object(range(ColumnLayout.widths))
        let wide = SchemaValue.object([
            ("type", .text("object")),
            ("minProperties", .number(1)),
            ("maxProperties", .number(1)),
            ("additionalProperties", .flag(false)),
            ("properties", .object(names.map { ($0, width) })),
        ])
        return .object([("anyOf", .list([oneOf(names), wide]))])
    }

    /// Each place with the keys that do something there, and what that is.
    private static var places: SchemaValue {
        .object(
            BindingNames.places.map { place in
                let commands = reference(to: place)
                var properties: [(String, SchemaValue)] = []
                if let context = Context(name: place) {
                    for command in CommandTable.commands(in: context) {
                        for key in command.keys where KeyMap.isBindable(key, in: context) {
                            properties.append(
                                (key.name, described("Now \(command.id.name): \(command.help)", commands))
                            )
                        }
                    }
                }
                return (
                    place,
                    .object([
                        ("type", .text("object")),
                        ("propertyNames", .object([("$ref", .text("#/definitions/key"))])),
                        ("properties", .object(properties)),
                        ("additionalProperties", .object(commands)),
                    ])
                )
            }
        )
    }

    private static func reference(to place: String) -> [(String, SchemaValue)] {
        [("allOf", .list([.object([("$ref", .text("#/definitions/commands-\(place)"))])]))]
    }

    private static var definitions: [(String, SchemaValue)] {
        [("key", key), ("look", look)]
            + BindingNames.places.map { place in
                ("commands-\(place)", oneOf(BindingNames.commands(in: place) + [BindingNames.none]))
            }
    }

    /// Those that have a name, or any character, alone or with Ctrl or Alt.
    private static var key: SchemaValue {
        .object([
            (
                "anyOf",
                .list([
                    oneOf(BindingNames.keys),
                    .object([("pattern", .text("^[^\\s]$"))]),
                    .object([("pattern", .text("^(\\^|[Cc]trl-|[Cc]-)[A-Za-z]$"))]),
                    .object([("pattern", .text("^[Aa]lt-[!-~]$"))]),
                ])
            )
        ])
    }

    private static var look: SchemaValue {
        let emphasis = (ThemeChange.Emphasis.allCases.map(\.rawValue) + ["plain"]).joined(separator: "|")
        let colours = (Colour.names + ["default"]).joined(separator: "|")
        return .object([
            (
                "anyOf",
                .list([
                    oneOf(Colour.names + ["default"]),
                    .object(range(0...255)),
                    .object([
                        ("type", .text("string")),
                        (
                            "pattern",
                            .text("^((\(emphasis)|\(colours)|#[0-9A-Fa-f]{6}|[0-9]{1,3})( |$))+$")
                        ),
                    ]),
                ])
            )
        ])
    }

    private static func oneOf(_ names: [String]) -> SchemaValue { .object([("enum", .texts(names))]) }

    private static func ofType(_ type: String) -> SchemaValue { .object([("type", .text(type))]) }

    private static func range(_ range: ClosedRange<Int>) -> [(String, SchemaValue)] {
        [
            ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
            ("maximum", .number(range.upperBound)),
        ]
    }

    private static func described(_ text: String, _ rest: [(String, SchemaValue)]) -> SchemaValue {
        .object([("description", .text(text))] + rest)
    }
}
