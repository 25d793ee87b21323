/// A photo of an observation: where it lies, and whose it is. The tokens never go to these addresses.
package struct Photo: Sendable, Hashable, Identifiable {
    /// The sizes that the site keeps, by their longest side.
    package enum Size: String, Sendable, Hashable, CaseIterable {
        /// 75 pixels, cut to a square.
        case square
        /// 100 pixels.
        case thumb
        /// 240 pixels.
        case small
        /// 500 pixels.
        case medium
        /// 1024 pixels.
        case large
        /// 2048 pixels, or less when the upload was smaller.
        case original
    }

    /// The numeric id.
    package let id: Int
    /// The address of the square; nil when the server gave none.
    package let url: String?
    /// `cc-by`, `cc0`, …; nil when all rights are reserved.
    package let license: String?
    /// The line that names the author and the rights.
    package let attribution: String?

    /// The address of another size, made as the site does: the last part of the path changes its stem and
    /// keeps its ending and its query. Placeholders of the site exist in one size, so they stay as they are.
    package func url(size: Size) -> String? {
        guard let url, size != .square else { return url }
        let path = url.prefix { $0 != "?" && $0 != "#" }
        let query = url[path.endIndex...]
        guard let slash = path.lastIndex(of: "/") else { return url }
        let file = path[path.index(after: slash)...]
        let stem = file.prefix { $0 != "." }
        let isPlaceholder = path.contains("/assets/") || path.contains("attachment_defaults/")
        guard stem == Size.square.rawValue, !isPlaceholder else { return url }
        return "\(path[...slash])\(size.rawValue)\(file[stem.endIndex...])\(query)"
    }
}
