/// The file that saved queries are kept in: `$XDG_CONFIG_HOME/inatty/queries`, else `~/.config/inatty/queries`.
///
/// People edit it by hand, and some keep it elsewhere and put a symbolic link there: then what the link names is
/// read and replaced, and the link stays.
package nonisolated struct SavedQueriesFile: Sendable, Hashable {
    private let file: PrivateTextFile

    /// Where it is.
    package var path: String { file.path }

    /// The file of that path; it need not be there.
    package init(path: String) {
        file = PrivateTextFile(path: path, lock: "queries.lock", kind: "a list of queries")
    }

    /// The file that the environment names; nil when it names none.
    package init?(variables: [String: String]) {
        guard let folder = PrivateTextFile.folder("XDG_CONFIG_HOME", else: "/.config", variables) else {
            return nil
        }
        self.init(path: folder + "/inatty/queries")
    }

    /// What is saved; nothing when there is no file.
    package func read() throws(SavedQueriesError) -> SavedQueries {
        do throws(PrivateFileError) {
            return SavedQueries(bytes: try file.read() ?? [])
        } catch {
            throw .file(error)
        }
    }

    /// Changes what is saved as it is now, not as it was read some time ago, while no other inatty does.
    ///
    /// - Parameter body: the change; when it throws or changes nothing, the file stays as it is.
    /// - Returns: what is saved after it.
    @discardableResult
    package func change(
        _ body: (inout SavedQueries) throws(SavedQueriesError) -> Void
    ) throws(SavedQueriesError) -> SavedQueries {
        try file.whileLocked(SavedQueriesError.file) { () throws(SavedQueriesError) in
            let before = try read()
            var queries = before
            try body(&queries)
            if queries != before { try replace(with: queries) }
            return queries
        }
    }

    private func replace(with queries: SavedQueries) throws(SavedQueriesError) {
        do throws(PrivateFileError) {
            try file.replace(with: queries.bytes)
        } catch {
            throw .file(error)
        }
    }
}
