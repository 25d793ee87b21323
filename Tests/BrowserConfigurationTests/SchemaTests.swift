import Browser
import Foundation
import TerminalUI
import Testing

@testable import BrowserConfiguration

/// The schema for editors says what the reader takes.
struct SchemaTests {
    private let schema: [String: Any]
    private let properties: [String: [String: Any]]

    init() throws {
        let object = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.json.utf8))
        schema = try #require(object as? [String: Any])
        properties = try #require(schema["properties"] as? [String: [String: Any]])
    }

    @Test("It has the entries of the file and no others")
    func entries() {
        #expect(Set(properties.keys) == Set(ConfigurationKey.allCases.map(\.name)))
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(properties.values.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
    }

    @Test(
        "Every choice that it offers is taken by the reader",
        arguments: [
            "colours", "characters", "coordinates", "units", "mouse", "cursor", "photos",
        ]
    )
    func choices(_ key: String) throws {
        let choices = try #require(properties[key]?["enum"] as? [Any])
        #expect(choices.count >= 2)
        for choice in choices {
            let word = (choice as? String) ?? (choice as? Bool == true ? "true" : "false")
            #expect(Configuration(text: "\(key): \(word)", file: "/f").problems.isEmpty)
        }
    }

    @Test("In each place it offers the commands that can be bound there", arguments: BindingNames.places)
    func commands(_ place: String) throws {
        let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
        let offered = try #require(definitions["commands-\(place)"]?["enum"] as? [String])
        let expected =
            Context(name: place).map { CommandTable.commands(in: $0) } ?? CommandTable.all
        #expect(Set(offered) == Set(expected.map(\.id.name) + ["none"]))
        #expect(offered.count == Set(offered).count)
        let places = try #require(properties["bind"]?["properties"] as? [String: [String: Any]])
        let keys = try #require(places[place]?["properties"] as? [String: [String: Any]])
        for (name, entry) in keys {
            let key = try #require(Key(name: name))
            let context = try #require(Context(name: place))
            let command = try #require(KeyMap.standard.command(for: key, in: context))
            #expect((entry["description"] as? String)?.hasPrefix("Now \(command.name): ") == true)
        }
    }

    @Test("The keys that it names are keys, and all that the program binds are among what it takes")
    func keys() throws {
        let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
        let forms = try #require(definitions["key"]?["anyOf"] as? [[String: Any]])
        let names = Set(forms.flatMap { $0["enum"] as? [String] ?? [] })
        #expect(names.allSatisfy { Key(name: $0)?.name == $0 })
        for command in CommandTable.all {
            for key in command.keys {
                #expect(key.name.count == 1 || names.contains(key.name), "\(key.name)")
            }
        }
    }

    @Test(
        "The looks that its pattern takes are those that a theme takes",
        arguments: [
            ("bold cyan", true), ("cyan", true), ("#8a8a8a", true), ("default", true),
            ("plain 200 italic", true),
            ("bold blu", false), ("#8a8a8", false), ("", false), ("bold,cyan", false),
        ]
    )
    func looks(_ text: String, _ isRight: Bool) throws {
        let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
        let forms = try #require(definitions["look"]?["anyOf"] as? [[String: Any]])
        let pattern = try #require(forms.compactMap { $0["pattern"] as? String }.first)
        let expression = try NSRegularExpression(pattern: pattern)
        let range = NSRange(text.startIndex..., in: text)
        #expect((expression.firstMatch(in: text, range: range) != nil) == isRight)
        #expect((ThemeChange(.role(.key, on: nil), text: text) != nil) == isRight)
    }
}
