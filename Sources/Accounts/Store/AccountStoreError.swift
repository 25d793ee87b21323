/// Why tokens could not be kept, read or deleted. No secret is ever part of it.
package enum AccountStoreError: Error, Sendable, Equatable {
    /// Neither XDG_STATE_HOME nor HOME names a folder.
    case noHome
    /// Others may read or change a file or folder that is for its owner alone.
    case looseMode(path: String, mode: UInt32, isFolder: Bool)
    /// A file or folder belongs to another user.
    case otherOwner(path: String, owner: UInt32)
    /// A symbolic link stands where a file or folder of this program's own should be.
    case symbolicLink(path: String)
    /// Something else stands where a file or folder should be.
    case wrongKind(path: String, isFolder: Bool)
    /// A file cannot be understood; it was left as it is.
    case broken(path: String, reason: String)
    /// A newer version of the program wrote the file; it was left as it is.
    case newerVersion(path: String, version: Int)
    /// The system refused to read.
    case cannotRead(path: String, reason: String)
    /// The system refused to write or to delete. What was there before is still whole.
    case cannotWrite(path: String, reason: String)
    /// Another running inatty holds the lock.
    case busy(path: String)
    /// The keyring is locked and was not unlocked.
    case keyringLocked(login: String)
    /// The keyring did not answer in time, as when nobody answers its question for a password.
    case keyringTimedOut(login: String, seconds: Int)
    /// The keyring, or secret-tool, failed.
    case keyringFailed(login: String, reason: String)
    /// What the keyring holds for an account cannot be understood.
    case brokenKeyringItem(login: String, reason: String)
    /// The account belongs to other servers than this store's or this client's.
    case otherServers(login: String, site: String)
    /// A JWT does not name the account that it should be kept of.
    case otherUser(login: String)
    /// Nothing is kept of the account.
    case notKept(login: String)
    /// The person or the program gave up waiting.
    case cancelled
}

extension AccountStoreError: CustomStringConvertible {
    /// What failed, and what to do next, in whole sentences.
    package var description: String {
        switch self {
        case .noHome:
            "Tokens cannot be kept: neither XDG_STATE_HOME nor HOME names a folder. Set HOME, or use --no-store."
        case .looseMode(let path, let mode, let isFolder):
            """
            \(path) is open to other users (mode \(Self.octal(mode))), so it is not used. If you trust what is in it, \
            close it: chmod \(isFolder ? "700" : "600") \(Self.quoted(path))
            """
        case .otherOwner(let path, let owner):
            """
            \(path) belongs to another user (id \(owner)), so it is not used. Run inatty as the user whose tokens \
            these are, or move it away: mv \(Self.quoted(path)) \(Self.quoted(path + ".old"))
            """
        case .symbolicLink(let path):
            """
            \(path) is a symbolic link, so it is not used. Put what it points to in its place, or remove it: \
            rm \(Self.quoted(path))
            """
        case .wrongKind(let path, let isFolder):
            """
            \(path) is no \(isFolder ? "folder" : "file"). Move it away: \
            mv \(Self.quoted(path)) \(Self.quoted(path + ".old"))
            """
        case .broken(let path, let reason):
            """
            \(path) cannot be read: \(reason). It was left as it is. Mend it, or move it away and sign in again: \
            mv \(Self.quoted(path)) \(Self.quoted(path + ".old"))
            """
        case .newerVersion(let path, let version):
            """
            \(path) was written by a newer inatty (version \(version) of the file). It was left as it is. Use that \
            inatty, or --no-store.
            """
        case .cannotRead(let path, let reason):
            "\(path) cannot be read: \(reason). Check its folder and the disk."
        case .cannotWrite(let path, let reason):
            """
            \(path) cannot be written: \(reason). What was there before is unchanged. Check its folder and the disk, \
            or use --no-store.
            """
        case .busy(let path):
            "Another inatty has kept \(path) locked for seconds. Let it finish or end it, then try again."
        case .keyringLocked(let login):
            """
            The keyring is locked, and the tokens of \(login) are in it. Unlock it (your desktop asks for its \
            password, or its settings program does), then try again.
            """
        case .keyringTimedOut(let login, let seconds):
            """
            The keyring did not answer for \(seconds) seconds about the tokens of \(login). It may be locked and wait \
            for its password: unlock it, then try again.
            """
        case .keyringFailed(let login, let reason):
            """
            The keyring failed for the tokens of \(login): \(reason). Check that secret-tool is installed and works, \
            then try again.
            """
        case .brokenKeyringItem(let login, let reason):
            """
            What the keyring holds as “inatty: \(login)” cannot be understood: \(reason). It was left as it is. Sign \
            in again to replace it.
            """
        case .otherServers(let login, let site):
            "The tokens of \(login) belong to \(site). They are not used with any other server."
        case .otherUser(let login):
            "This JWT does not name the account of \(login), so it is not kept there. Sign in again."
        case .notKept(let login): "Nothing is kept of \(login). Sign in first."
        case .cancelled: "This was stopped before it was done. Try again if it should be done."
        }
    }

    private static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }

    /// The path as a shell reads it as one word.
    private static func quoted(_ path: String) -> String {
        "'" + path.replacing("'", with: #"'\''"#) + "'"
    }
}
