/// A photo, whose id belongs to nobody.
struct PhotoRecord: Sendable {
    let id: Int
    let licenseCode: String?
    let width: Int
    let height: Int

    /// `jpg`, `jpeg` or `png`.
    let fileExtension: String
}
