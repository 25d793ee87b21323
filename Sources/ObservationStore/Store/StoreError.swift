/// Why the store could not do something. Nothing of what it held is changed by what fails.
package enum StoreError: Error, Sendable, Equatable {
    /// A name on the way is a symbolic link, which could lead anywhere.
    case symbolicLink(path: String)
    /// A folder where a file belongs, or the other way round.
    case wrongKind(path: String, isFolder: Bool)
    /// The file or folder belongs to somebody else.
    case otherOwner(path: String, owner: UInt32)
    /// The system refuses to open or to make it.
    case cannotOpen(path: String, reason: String)
    /// The file is something else, or its beginning is damaged.
    case notAStore(path: String)
    /// A newer inatty made it.
    case newer(path: String, version: Int, known: Int)
    /// The file is damaged where it was read.
    case damaged(path: String, detail: String)
    /// There is no room left on the disk.
    case full(path: String)
    /// The disk cannot hold what is made on the way, bytes.
    case noRoom(path: String, needed: Int, free: Int)
    /// Another program was writing for too long.
    case busy(path: String)
    /// The file may be read, and not written.
    case readOnly(path: String)
    /// There is no such list: it was forgotten, perhaps by another inatty.
    case noSuchList
    /// Whoever asked wants no answer any more.
    case cancelled
    /// The store was closed.
    case closed
    /// Anything else that SQLite says.
    case failed(path: String, detail: String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .symbolicLink(let path):
            "“\(path)” is a symbolic link, which inatty does not follow: put the file itself there, or remove the link."
        case .wrongKind(let path, let isFolder):
            "“\(path)” is not a \(isFolder ? "folder" : "file"): move it away, then start again."
        case .otherOwner(let path, let owner):
            "“\(path)” belongs to another user (\(owner)), so inatty keeps nothing there: move it away."
        case .cannotOpen(let path, let reason):
            "The store “\(path)” cannot be opened: \(reason)."
        case .notAStore(let path):
            """
            “\(path)” is not a store of inatty, or its beginning is damaged; nothing in it was changed. If it was one, \
            “inatty store salvage” saves what can still be read into a new file.
            """
        case .newer(let path, let version, let known):
            """
            “\(path)” was made by a newer inatty (version \(version) of the store, this one knows \(known)). It was \
            not changed; use the newer inatty.
            """
        case .damaged(let path, let detail):
            """
            The store “\(path)” is damaged (\(detail)). “inatty store salvage” saves every row that can still be read \
            into a new file, and keeps this one.
            """
        case .full(let path):
            "There is no room left on the disk for “\(path)”. What was held before is all there; make room, then go on."
        case .noRoom(let path, let needed, let free):
            """
            There is not enough room in “\(path)”: \(Self.megabytes(needed)) are needed for the copy that is made on the \
            way, \(Self.megabytes(free)) are free. Nothing was copied; make room, then try again.
            """
        case .busy(let path):
            "Another program is writing to “\(path)” and did not finish in time: wait for it, then try again."
        case .readOnly(let path):
            "“\(path)” may be read and not be written: nothing new can be kept in it."
        case .noSuchList:
            "This list is no longer held: it was forgotten, perhaps by another inatty. Fetch it again."
        case .cancelled:
            "What was asked of the store was cancelled."
        case .closed:
            "The store is closed already."
        case .failed(let path, let detail):
            "The store “\(path)” failed: \(detail)."
        }
    }
    /// Rounded up, so that it is never too few.
    private static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }
}
