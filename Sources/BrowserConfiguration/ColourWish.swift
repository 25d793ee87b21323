/// Whether to use colours, as the configuration says it.
package enum ColourWish: String, Sendable, Hashable, CaseIterable {
    /// As the terminal can, unless the environment's NO_COLOR says otherwise.
    case automatic
    /// Without colours.
    case never
    /// As the terminal can, whatever NO_COLOR says.
    case always
}
