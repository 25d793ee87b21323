/// A sound of an observation.
package struct Sound: Sendable, Hashable, Identifiable {
    /// The numeric id.
    package let id: Int
    /// Where the file lies; nil when the server gave no address.
    package let url: String?
    /// `cc-by`, `cc0`, …; nil when all rights are reserved.
    package let license: String?
    /// The line that names the author and the rights.
    package let attribution: String?
}
