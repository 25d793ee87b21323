/// Whether to use colours, as a person says it in the configuration or on the command line.
package enum ColourChoice: String, Sendable, Hashable, CaseIterable {
    /// As the terminal can, unless the environment's NO_COLOR says otherwise.
    case automatic
    /// Without colours: bold, underlined and reversed text alone.
    case never
    /// As the terminal can, whatever NO_COLOR says.
    case always

    /// How many colours to use.
    ///
    /// - Parameters:
    ///   - available: colours of the terminal, as its terminfo entry says.
    ///   - isDirect: whether a colour's number is its red, green and blue parts.
    ///   - environment: where NO_COLOR may be (https://no-color.org: any text but the empty one).
    package func depth(available: Int, isDirect: Bool, environment: [String: String]) -> ColourDepth {
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        if self == .never || (self == .automatic && isRefused) { return .none }
        if isDirect { return .direct }
        return switch available {
        case 256...: .indexed
        case 8...: .eight
        default: .none
        }
    }
}
