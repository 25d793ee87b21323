/// The version of the program, in one place: the `User-Agent` header and `inatty --version` both read it.
package enum Version {
    /// The version, as `MAJOR.MINOR.PATCH`.
    package static let current = "0.1.0"

    /// What the servers are told: `name/version`, as iNaturalist's maintainers ask third-party clients to.
    ///
    /// It holds none of the strings that the servers take for an official app.
    package static let userAgent = "inatty/\(current)"
}
