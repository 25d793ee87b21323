internal import Glibc
internal import OtherPrograms

/// How long the keyring may take.
struct KeyringLimits: Sendable {
    /// For saying that it is there.
    var probe = Duration.seconds(3)
    /// For an answer about one account, in which a person may have to type the keyring's password.
    var answer = Duration.seconds(30)
}

/// The command `secret-tool` of libsecret: secrets go through its standard input and output, never its arguments.
///
/// What it does was tried with libsecret 0.20.5 and gnome-keyring 42.1 on a private bus:
/// - `search` (without `--unlock`) never asks the person. It ends with 0 and prints nothing where nothing matches,
///   and with 1 and a message where no service answers: a dead bus address, a bus without a Secret Service. So it is
///   the probe. Storing a test item would ask to create or unlock a keyring.
/// - An answer does not promise that storing works: without a keyring of its own, and without a screen to ask on,
///   gnome-keyring answers searches and refuses to store. So what was stored is read back.
/// - `store` cuts an input of more than 8192 bytes, says so on standard error, and ends with 0.
/// - `lookup` of a locked item asks; unanswered, it ends with 1 and prints nothing, exactly as for an item that is
///   not there. `search` then tells the two apart: it lists a locked item without its secret.
/// - `clear` leaves a locked item where it is and ends with 1, as it does where nothing matches.
struct SecretTool: Sendable {
    let limits: KeyringLimits
    private let environment: [String: String]

    /// The most that `store` keeps.
    static let sizeLimit = 8192

    init(environment: [String: String], limits: KeyringLimits) {
        self.limits = limits
        self.environment = SecretVariables.removingSecrets(from: environment)
    }

    /// Why it cannot be asked at all; nil when it can. Nothing is started for this.
    var obstacle: String? {
        if path == nil { return "secret-tool is not installed (Debian and Ubuntu: libsecret-tools)" }
        return hasBus ? nil : "no session bus is there"
    }

    /// Runs it.
    ///
    /// - Throws: a reason as half a sentence when it did not run to its end, in an error about this owner.
    func run(
        _ arguments: [String],
        input: [UInt8] = [],
        within limit: Duration,
        for login: String
    ) async throws(AccountStoreError) -> Answer {
        guard let path, hasBus else {
            throw .keyringFailed(login: login, reason: obstacle ?? "it is gone")
        }
        let child = ChildProcess(executable: path, arguments: arguments, environment: environment)
        let outcome = await child.run(input: input, within: limit)
        switch outcome.ending {
        case .exited(let code):
            return Answer(isSuccess: code == 0, output: outcome.output, errors: outcome.errors)
        case .signalled(let number):
            throw .keyringFailed(login: login, reason: "secret-tool was ended by signal \(number)")
        case .timedOut: throw .keyringTimedOut(login: login, seconds: Int(limit.components.seconds))
        case .cancelled: throw .cancelled
        case .notStarted(let code):
            throw .keyringFailed(
                login: login,
                reason: "secret-tool cannot be started: \(SystemText.of(code))"
            )
        }
    }

    /// What it answered.
    struct Answer: Sendable {
        let isSuccess: Bool
        let output: [UInt8]
        let errors: [UInt8]

        /// Its last message, without its name and without anything that could move a terminal's cursor.
        var message: String {
            let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
            var text = lines.last.map(String.init) ?? "it gave no reason"
            if text.hasPrefix("secret-tool: ") { text.removeFirst("secret-tool: ".count) }
            let visible = text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
            return String(String(String.UnicodeScalarView(visible)).prefix(200))
        }
    }

    /// Where it is.
    private var path: String? { ChildProcess.path(of: "secret-tool", in: environment) }

    /// Without a bus, D-Bus would start one where there is a screen, with a keyring that nobody else uses.
    private var hasBus: Bool {
        if environment["DBUS_SESSION_BUS_ADDRESS"]?.isEmpty == false { return true }
        guard let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") else { return false }
        return access("\(folder)/bus", F_OK) == 0
    }
}
