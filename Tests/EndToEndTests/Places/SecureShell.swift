import Foundation
import Glibc
import TestSupport

/// An ssh session on this machine, with keys of its own.
enum SecureShell {
    private static let server = "/usr/sbin/sshd"
    /// Where sshd locks itself up when root runs it; its service makes the folder.
    private static let emptyFolder = "/run/sshd"

    /// Whether a session is possible: Debian's openssh-server is there, and if this is root, the account and the folder
    /// that it needs then are.
    static var isThere: Bool {
        guard access(server, X_OK) == 0, access("/usr/bin/ssh", X_OK) == 0 else { return false }
        return getuid() != 0 || (getpwnam("sshd") != nil && access(emptyFolder, F_OK) == 0)
    }

    /// The command for a shell at the other end of a real ssh session, or where that is impossible, in the terminal of
    /// `script`, which like sshd copies between two.
    ///
    /// The server is started by the client and speaks over a pipe: no port is opened, and it ends with the session.
    static func command(in terminal: TestTerminal) throws -> String {
        let shell = terminal.file("inner-shell").path
        guard isThere else { return "script -qec '\(shell)' /dev/null" }
        let folder = terminal.folder.path
        let lines = [
            "HostKey \(folder)/host", "AuthorizedKeysFile \(folder)/person.pub", "StrictModes no",
            "UsePAM no",
            "PermitRootLogin yes", "PasswordAuthentication no", "ForceCommand \(shell)", "PidFile none",
        ]
        try lines.joined(separator: "\n").write(
            to: terminal.file("sshd-config"),
            atomically: true,
            encoding: .utf8
        )
        let keys = ["host", "person"].map { "ssh-keygen -q -t ed25519 -N '' -f \($0)" }.joined(
            separator: " && "
        )
        let client = [
            "ssh -F none -tt -e none -i person",
            "-o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no",
            "-o LogLevel=ERROR -o 'ProxyCommand=\(server) -i -e -f \(folder)/sshd-config 2>>\(folder)/sshd-log'",
            "localhost",
        ]
        return "\(keys); clear; \(client.joined(separator: " "))"
    }
}
