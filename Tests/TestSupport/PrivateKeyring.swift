import Foundation
import Subprocess

/// A message bus with a keyring daemon of its own for a test, in a private folder: nothing of the person's is touched.
package struct PrivateKeyring: Sendable {
    /// Whether the programs are installed: Debian's gnome-keyring, dbus and libsecret-tools.
    package static let isInstalled = ["dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool"]
        .allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0) }

    private let folder: URL

    /// The variables with which a program finds the bus.
    package var environment: [String: String] {
        ["DBUS_SESSION_BUS_ADDRESS": "unix:path=" + bus.path]
    }

    private var bus: URL { folder.appending(path: "bus") }

    /// Gives a bus with an open keyring on it, and ends both.
    package static func use<Result>(_ body: (PrivateKeyring) async throws -> Result) async throws -> Result {
        let keyring = try PrivateKeyring()
        var daemons: [Process] = []
        defer {
            // They save nothing worth a farewell, and a runner of tests may have SIGTERM blocked for its children.
            for daemon in daemons.reversed() {
                kill(daemon.processIdentifier, SIGKILL)
                daemon.waitUntilExit()
            }
            try? FileManager.default.removeItem(at: keyring.folder)
        }
        daemons.append(try keyring.startBus())
        try await Waiting.until("the bus") { FileManager.default.fileExists(atPath: keyring.bus.path) }
        daemons.append(try keyring.startKeyring())
        try await Waiting.until("an open keyring") { try await keyring.isOpen }
        return try await body(keyring)
    }

    /// What `secret-tool search` lists of a program's items, the secrets with it.
    package func items(of application: String) async throws -> String {
        try await run("secret-tool", ["search", "--all", "application", application])
    }

    private init() throws {
        // Short, because the addresses of sockets are.
        folder = URL(filePath: "/tmp/inatty-bus-" + UUID().uuidString.prefix(8))
        for name in ["", "run", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    /// What a bus of a test's own is told to be, as `dbus-daemon --config-file` reads it.
    ///
    /// - Parameters:
    ///   - socket: the path of its socket.
    ///   - services: a folder of programs that the bus may start.
    package static func busConfiguration(socket: String, services: String? = nil) -> String {
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
        <type>session</type>
        <listen>unix:path=\(socket)</listen>
        <auth>EXTERNAL</auth>
        \(services.map { "<servicedir>\($0)</servicedir>" } ?? "")
        <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
        </policy>
        </busconfig>
        """
    }

    private func startBus() throws -> Process {
        try Self.busConfiguration(socket: bus.path).write(
            to: folder.appending(path: "bus.conf"),
            atomically: true,
            encoding: .utf8
        )
        return try begin("dbus-daemon", ["--config-file=\(folder.path)/bus.conf", "--nofork"])
    }

    private func startKeyring() throws -> Process {
        try begin(
            "gnome-keyring-daemon",
            ["--unlock", "--foreground", "--components=secrets"],
            input: "a made-up password of the keyring"
        )
    }

    private var isOpen: Bool {
        get async throws {
            let question = [
                "--session", "--print-reply", "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets/collection/login", "org.freedesktop.DBus.Properties.Get",
                "string:org.freedesktop.Secret.Collection", "string:Locked",
            ]
            return try await run("dbus-send", question).contains("boolean false")
        }
    }

    private var variables: [String: String] {
        [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": folder.path,
            "XDG_RUNTIME_DIR": folder.appending(path: "run").path,
            "XDG_DATA_HOME": folder.appending(path: "data").path,
        ].merging(environment) { $1 }
    }

    private func begin(_ name: String, _ arguments: [String], input: String = "") throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/" + name)
        process.arguments = arguments
        process.environment = variables
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        return process
    }

    private func run(_ name: String, _ arguments: [String]) async throws -> String {
        try await Subprocess.run(
            .name(name),
            arguments: Arguments(arguments),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: variables.map { (Environment.Key(stringLiteral: $0), $1) })
            ),
            output: .string(limit: 1 << 20),
            error: .discarded
        ).standardOutput
    }
}
