internal import FoundationEssentials
internal import INaturalist

/// The file that holds what the last run left: `$XDG_STATE_HOME/inatty/session.json`, else
/// `~/.local/state/inatty/session.json`. It is inatty's own; nothing is lost with it but where one was.
///
/// Each website has an entry of its own. What a newer version wrote besides is kept. Of two programs that end at once
/// the last one is remembered; what is there is always whole.
package nonisolated struct SessionMemoryFile: Sendable, Hashable {
    private let file: PrivateTextFile

    /// Where it is.
    package var path: String { file.path }

    /// The file of that path; it need not be there.
    package init(path: String) {
        file = PrivateTextFile(path: path, lock: "session.lock", kind: "what a session leaves")
    }

    /// The file that the environment names; nil when it names none.
    package init?(variables: [String: String]) {
        guard let folder = PrivateTextFile.folder("XDG_STATE_HOME", else: "/.local/state", variables) else {
            return nil
        }
        self.init(path: folder + "/inatty/session.json")
    }

    /// What was left, and what to tell of it.
    package struct Reading: Sendable, Hashable {
        /// What the last run at that site left; nil when there was none, or it cannot be read.
        package var memory: SessionMemory?
        /// Why it cannot be read, in whole sentences; the program begins as if there were nothing.
        package var remark: String?
    }

    /// Reads what the last run at a website left.
    package func read(site: String) -> Reading {
        let bytes: [UInt8]
        do throws(PrivateFileError) {
            guard let found = try file.read() else { return Reading() }
            bytes = found
        } catch {
            return Reading(remark: "Where you were last time is not known. \(error)")
        }
        switch SessionDocument.reading(bytes) {
        case .whole(let document):
            guard let entry = document.entry(of: site) else { return Reading() }
            guard let record = Self.record(entry) else { return Reading(remark: damaged) }
            return Reading(memory: record.memory)
        case .newer(let version):
            return Reading(
                remark:
                    "\(path) is of another inatty (version \(version)); it is left as it is, and not used."
            )
        case .damaged:
            return Reading(remark: damaged)
        }
    }

    /// Leaves a memory for the next run at that website. A memory without a list leaves the list, its order and its row
    /// as they were.
    ///
    /// - Throws: when the file cannot be written; it is as before then. A file of another version is left alone without
    ///   an error.
    package func write(_ memory: SessionMemory, site: String) throws(PrivateFileError) {
        try file.whileLocked({ $0 }) { () throws(PrivateFileError) in
            let document: SessionDocument
            let before = try file.read() ?? []
            switch SessionDocument.reading(before) {
            case .whole(let found): document = found
            case .newer: return
            // What cannot be understood helps nobody, and is replaced.
            case .damaged: document = SessionDocument()
            }
            var memory = memory
            if memory.list == nil, let left = document.entry(of: site).flatMap(Self.record)?.memory {
                memory.account = left.account
                memory.list = left.list
                memory.sort = left.sort
                memory.selected = left.selected
            }
            let bytes = document.bytes(with: SessionRecord(memory, site: site))
            if bytes != before { try file.replace(with: bytes) }
        }
    }

    private var damaged: String {
        "\(path) is damaged, so where you were last time is not known. It is written anew when you leave."
    }

    private static func record(_ entry: JSONValue) -> SessionRecord? {
        try? JSONDecoder().decode(SessionRecord.self, from: Data(entry.source))
    }
}
