import Glibc
import INaturalist
import MemoryScan
import SecretMemory
import TerminalUI

/// Signs in with a password, in a process of its own, and says how often the password stands in its memory.
///
/// `SignInProbe ADDRESS USER APPLICATION`; on standard input, masked as ``Needle`` does, the password and after a zero
/// byte the application's secret. Lines on standard output: `typed N M`, while a field holds password and secret;
/// `signed in` or what the error says; `ended N M`, when both were let go and the client still runs. With
/// `--keep-string` it makes a `String` of the password as well, so that a test sees what the search finds then.
@main
struct SignInProbe {
    static func main() async {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            let given = readMasked()
            let kept = arguments.contains("--keep-string") ? given.password.secret.exposed : ""
            let client = INaturalistClient(
                addresses: try ServerAddresses(checkingSite: arguments[0], api: arguments[0]),
                limiter: RateLimiter(limits: nil)
            )
            let outcome = try await signIn(client, as: arguments[1], application: arguments[2], given)
            print(outcome)
            try report("ended", given)
            await client.shutdown()
            try report("closed", given)
            _ = withExtendedLifetime(kept) { kept.isEmpty }
        } catch {
            print("failed: \(error)")
        }
    }

    /// Apart, so that nothing of it is left when it returns.
    private static func signIn(
        _ client: INaturalistClient,
        as username: String,
        application: String,
        _ given: (password: Needle, secret: Needle)
    ) async throws -> String {
        var grant = PasswordGrant(
            username: username,
            password: Secret(bytes: typed(given.password)),
            application: OAuthApplication(id: application, secret: Secret(bytes: pasted(given.secret)))
        )
        try report("typed", given)
        defer { grant.password = Secret(bytes: .empty) }
        do {
            let token = try await client.signIn(grant)
            // The client ends what nobody keeps, with the application's secret: let go of it.
            client.keep(token)
            return "signed in"
        } catch {
            return "\(error)"
        }
    }

    private static func typed(_ needle: Needle) -> SecretBytes {
        var field = SecretField()
        for index in 0..<needle.count {
            _ = field.handle(.key(.character(Character(Unicode.Scalar(needle.byte(index))))))
        }
        return field.secret
    }

    private static func pasted(_ needle: Needle) -> SecretBytes {
        var field = SecretField()
        _ = field.handle(.paste(PastedText(needle.secret)))
        return field.secret
    }

    private static func report(_ moment: String, _ given: (password: Needle, secret: Needle)) throws {
        let passwords = try MemoryScan.findings(of: given.password)
        let secrets = try MemoryScan.findings(of: given.secret)
        print(moment, passwords.count, secrets.count)
        for finding in passwords + secrets { print(" ", finding) }
    }

    private static func readMasked() -> (password: Needle, secret: Needle) {
        var bytes: [UInt8] = []
        while true {
            var byte: UInt8 = 0
            guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
            bytes.append(byte)
        }
        let parts = bytes.split(separator: 0, maxSplits: 1).map(Array.init)
        return (Needle(masked: parts[0]), Needle(masked: parts[1]))
    }
}
