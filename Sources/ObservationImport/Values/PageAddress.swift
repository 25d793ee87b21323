/// The addresses of pages that a file names.
enum PageAddress {
    /// Takes an address over only when it is one: it may be opened in a browser.
    static func of(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
        return text.utf8.allSatisfy { 0x21..<0x7F ~= $0 } ? text : nil
    }
}
