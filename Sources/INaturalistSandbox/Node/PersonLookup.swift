/// Finds people by what a path or a parameter names them.
enum PersonLookup {
    /// The index into ``Person/everybody`` of a user id, a login or a UUID.
    static func index(_ name: String) -> Int? {
        let wanted = name.lowercased()
        return Person.everybody.firstIndex {
            String($0.id) == wanted || $0.login == wanted || $0.uuid == wanted
        }
    }
}
