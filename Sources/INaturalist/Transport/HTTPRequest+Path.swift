extension HTTPRequest {
    /// The path without the query, as it stands in the address.
    var path: String {
        let afterScheme = url.firstRange(of: "://")?.upperBound ?? url.startIndex
        let path = url[afterScheme...].drop { $0 != "/" && $0 != "?" }.prefix { $0 != "?" }
        return path.isEmpty ? "/" : String(path)
    }
}
