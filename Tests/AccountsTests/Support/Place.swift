import Foundation
import INaturalist
import TestSupport

@testable import Accounts

/// A private folder for one test, and stores that keep there.
final class Place: Sendable {
    private let place: TestFolder

    init() throws { place = try TestFolder() }

    var folder: URL { place.url }

    /// No keyring can be found from here.
    var environment: [String: String] {
        ["XDG_STATE_HOME": folder.appending(path: "state").path, "PATH": "/usr/bin:/bin"]
    }

    var state: URL { folder.appending(path: "state/inatty") }
    var index: URL { state.appending(path: "accounts.json") }

    func store(
        _ addresses: ServerAddresses = .iNaturalist,
        isKeeping: Bool = true,
        limits: KeyringLimits = KeyringLimits(),
        adding variables: [String: String] = [:]
    ) -> AccountStore {
        AccountStore(
            environment: environment.merging(variables) { $1 },
            addresses: addresses,
            isKeeping: isKeeping,
            limits: limits
        )
    }

    /// Every file below the folder, with its bytes as text.
    func files() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        var files: [String: String] = [:]
        for path in paths {
            let url = folder.appending(path: path)
            guard let data = try? Data(contentsOf: url) else { continue }
            files[path] = String(decoding: data, as: UTF8.self)
        }
        return files
    }

    static func mode(_ url: URL) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        return (attributes[.posixPermissions] as? Int) ?? -1
    }
}
