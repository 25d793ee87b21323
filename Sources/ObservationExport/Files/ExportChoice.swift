/// Where observations are to be written to, and what of them.
package struct ExportChoice: Sendable, Hashable {
    /// The file; relative to the current folder, when it begins with no slash.
    package var path: String
    /// Its form.
    package var format: ExportFormat
    /// Whether the true points and private places are written, as far as this viewer was told them.
    package var showsTruth: Bool
    /// Whether a file of that name may be replaced.
    package var replaces: Bool

    package init(path: String, format: ExportFormat, showsTruth: Bool = false, replaces: Bool = false) {
        self.path = path
        self.format = format
        self.showsTruth = showsTruth
        self.replaces = replaces
    }
}
