internal import Browser

/// The configuration's file: `$XDG_CONFIG_HOME/inatty/config.yaml`, else `~/.config/inatty/config.yaml`.
package struct ConfigurationFile: Sendable, Hashable {
    private let file: PrivateTextFile

    /// Where it is, or would be.
    package var path: String { file.path }

    /// The file of that path; it need not be there.
    package init(path: String) {
        file = PrivateTextFile(path: path, lock: "config.lock", kind: Self.kind)
    }

    /// The file that the environment names; nil when it names none.
    package init?(variables: [String: String]) {
        guard let folder = PrivateTextFile.folder("XDG_CONFIG_HOME", else: "/.config", variables) else {
            return nil
        }
        self.init(path: folder + "/inatty/config.yaml")
    }

    /// What it says; the defaults when it is not there. Whatever cannot be read is one of the problems.
    package func load() -> Configuration {
        do throws(ConfigurationProblem) {
            guard let text = try text() else { return Configuration() }
            return Configuration(text: text, file: path)
        } catch {
            var configuration = Configuration()
            configuration.problems = [error]
            return configuration
        }
    }

    /// Binds a key: puts the line into the file, which is made when it is not there. Comments and everything else stay
    /// byte for byte.
    ///
    /// - Parameters:
    ///   - place: the place's name, or `everywhere`.
    ///   - key: the key as the file writes it.
    ///   - command: the command's name, or `none`.
    /// - Throws: what is wrong with that, or with the file, which is as it was then.
    package func bind(_ place: String, _ key: String, _ command: String) throws(ConfigurationError) {
        let edit = BindingEdit(place: place, key: key, command: command)
        // What cannot be bound is told before a folder is made for it.
        _ = try edit.applied(to: try contents(), of: path)
        try file.whileLocked(ConfigurationError.file) { () throws(ConfigurationError) in
            let before = try contents()
            let after = try edit.applied(to: before, of: path)
            if after != before { try replace(with: after) }
        }
    }

    private func contents() throws(ConfigurationError) -> String {
        do throws(ConfigurationProblem) {
            return try text() ?? ""
        } catch {
            throw .notReadable(error)
        }
    }

    private func replace(with text: String) throws(ConfigurationError) {
        do throws(PrivateFileError) {
            try file.replace(with: Array(text.utf8))
        } catch {
            throw .file(error)
        }
    }

    /// Its text; nothing when it is not there.
    ///
    /// - Throws: what is odd about it.
    private func text() throws(ConfigurationProblem) -> String? {
        let bytes: [UInt8]
        do throws(PrivateFileError) {
            guard let content = try file.read() else { return nil }
            bytes = content
        } catch {
            throw unreadable(error.description, at: .start)
        }
        guard bytes.count <= Self.sizeLimit else {
            throw unreadable("\(path) is far larger than \(Self.kind).", at: .start)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw unreadable("The file is not in UTF-8 here.", at: Self.place(ofWrongByteIn: bytes))
    }

    private static let kind = "a configuration"
    /// The whole of `inatty config show` has a tenth of it.
    private static let sizeLimit = 1 << 18

    private func unreadable(_ fault: String, at place: YAMLNode.Place) -> ConfigurationProblem {
        ConfigurationProblem(
            file: path,
            line: place.line,
            column: place.column,
            fault: fault,
            remedy: "Until it can be read, everything has its default."
        )
    }

    /// Where the first byte is that belongs to no character.
    private static func place(ofWrongByteIn bytes: [UInt8]) -> YAMLNode.Place {
        var place = YAMLNode.Place.start
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&rest) {
            if scalar == "\n" {
                place = YAMLNode.Place(line: place.line + 1, column: 1)
            } else {
                place.column += 1
            }
        }
        return place
    }
}
