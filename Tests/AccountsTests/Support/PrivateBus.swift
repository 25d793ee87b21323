import Foundation
import OtherPrograms
import TestSupport

@testable import Accounts

/// A message bus of its own for a test, with a keyring daemon on it if asked: nothing of the person's is touched.
final class PrivateBus {
    static let hasBus = has("dbus-daemon") && has("secret-tool")
    static let hasKeyring = hasBus && has("gnome-keyring-daemon") && has("dbus-send")

    let place: Place
    private var daemon: Task<Void, Never>?

    /// What a program needs to find this bus, besides the variables of the place.
    var variables: [String: String] {
        [
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=\(place.folder.path)/bus",
            "HOME": place.folder.path,
            "XDG_RUNTIME_DIR": place.folder.appending(path: "run").path,
            "XDG_DATA_HOME": place.folder.appending(path: "data").path,
            "XDG_CONFIG_HOME": place.folder.appending(path: "config").path,
            "XDG_CACHE_HOME": place.folder.appending(path: "cache").path,
            "LC_ALL": "C.UTF-8",
        ]
    }

    /// Runs a bus for as long as the body.
    ///
    /// - Parameters:
    ///   - hasKeyring: whether a keyring daemon with an unlocked keyring is on it.
    ///   - prompter: a program that the bus starts when the keyring wants to ask the person; none makes asking fail at
    ///     once, as without a screen.
    static func use(
        hasKeyring: Bool = true,
        prompter: String? = nil,
        _ body: (PrivateBus) async throws -> Void
    ) async throws {
        let bus = try PrivateBus()
        try bus.configure(prompter: prompter)
        let configuration = "--config-file=\(bus.place.folder.path)/bus.conf"
        let running = bus.start("dbus-daemon", [configuration, "--nofork"])
        let result: Result<Void, any Error>
        do {
            try await Waiting.until("the bus") {
                FileManager.default.fileExists(atPath: "\(bus.place.folder.path)/bus")
            }
            if hasKeyring { try await bus.startKeyring() }
            result = .success(try await body(bus))
        } catch {
            result = .failure(error)
        }
        await bus.stopKeyring()
        running.cancel()
        await running.value
        try result.get()
    }

    private init() throws {
        place = try Place()
        for name in ["run", "data", "config", "cache", "services"] {
            try FileManager.default.createDirectory(
                at: place.folder.appending(path: name),
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    /// Starts the daemon, and waits until its keyring is there and open.
    func startKeyring() async throws {
        daemon = start(
            "gnome-keyring-daemon",
            ["--unlock", "--foreground", "--components=secrets"],
            input: "a made-up password of the keyring"
        )
        let question = [
            "/org/freedesktop/secrets/collection/login", "org.freedesktop.DBus.Properties.Get",
            "string:org.freedesktop.Secret.Collection", "string:Locked",
        ]
        try await Waiting.until("an open keyring") { await send(question).contains("boolean false") }
    }

    /// Ends the daemon; what it keeps stays on the disk.
    func stopKeyring() async {
        daemon?.cancel()
        await daemon?.value
        daemon = nil
    }

    /// Locks the keyring, as a desktop does when its person goes away.
    func lock() async {
        _ = await send([
            "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ])
    }

    /// What `secret-tool` itself says, asked without the store.
    func secretTool(_ arguments: [String], input: String = "") async -> String {
        let outcome = await child("secret-tool", arguments).run(
            input: Array(input.utf8),
            within: .seconds(30)
        )
        return String(decoding: outcome.output + outcome.errors, as: UTF8.self)
    }

    private func send(_ message: [String]) async -> String {
        let options = ["--session", "--print-reply", "--dest=org.freedesktop.secrets"]
        let outcome = await child("dbus-send", options + message).run(within: .seconds(30))
        return String(decoding: outcome.output, as: UTF8.self)
    }

    private func start(_ name: String, _ arguments: [String], input: String = "") -> Task<Void, Never> {
        let child = child(name, arguments)
        return Task { _ = await child.run(input: Array(input.utf8), within: .seconds(600)) }
    }

    private func child(_ name: String, _ arguments: [String]) -> ChildProcess {
        ChildProcess(
            executable: "/usr/bin/\(name)",
            arguments: arguments,
            environment: place.environment.merging(variables) { $1 }
        )
    }

    private func configure(prompter: String?) throws {
        if let prompter {
            try """
            [D-BUS Service]
            Name=org.gnome.keyring.SystemPrompter
            Exec=\(prompter)
            """.write(
                to: place.folder.appending(path: "services/org.gnome.keyring.SystemPrompter.service"),
                atomically: true,
                encoding: .utf8
            )
        }
        let folder = place.folder.path
        try PrivateKeyring.busConfiguration(socket: "\(folder)/bus", services: "\(folder)/services")
            .write(to: place.folder.appending(path: "bus.conf"), atomically: true, encoding: .utf8)
    }

    private static func has(_ name: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
    }
}
