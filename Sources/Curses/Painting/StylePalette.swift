import CNcurses
import TerminalUI

/// How ncurses draws every style of a theme: attributes, and a colour pair for each combination of colours.
///
/// The pairs are made once, fewer than there are styles, so no cell is ever recoloured by a later one.
nonisolated struct StylePalette {
    /// A blank cell for each style, by `index(of:)`.
    private var looks: [cchar_t] = []

    /// Makes the pairs, in the screen that ncurses set up last.
    @MainActor init(theme: Theme, depth: ColourDepth) {
        // ERR where the terminal cannot go back to its own colours; it then has white on black.
        let hasDefaults = depth != .none && use_default_colors() == OK
        var pairs: [SIMD2<Int32>: Int32] = [SIMD2(-1, -1): 0]
        for role in Role.allCases {
            for ground in Ground.allCases {
                let appearance = theme.appearance(Style(role, on: ground), colours: depth)
                var pair: Int32 = 0
                if depth != .none {
                    let colours = SIMD2(
                        Self.number(appearance.foreground, depth) ?? (hasDefaults ? -1 : 7),
                        Self.number(appearance.background, depth) ?? (hasDefaults ? -1 : 0)
                    )
                    pair = pairs[colours] ?? Self.makePair(Int32(pairs.count), colours)
                    if pair != 0 { pairs[colours] = pair }
                }
                looks.append(Self.look(Self.attributes(appearance), pair: pair))
            }
        }
    }

    /// A cell of that style, to put characters into.
    func look(of style: Style) -> cchar_t {
        looks[Int(style.role.rawValue) * Ground.allCases.count + Int(style.ground.rawValue)]
    }

    private static func number(_ colour: Colour?, _ depth: ColourDepth) -> Int32? {
        guard let colour else { return nil }
        return switch depth {
        case .none: nil
        case .eight: Int32(colour.index8)
        case .indexed: Int32(colour.index256)
        // The first eight numbers of a direct terminal are the palette's; black becomes the nearest blue.
        // The terminal's own stay its own.
        case .direct:
            colour.index256 < 8 ? Int32(colour.index256) : colour.rgb < 8 ? 8 : Int32(clamping: colour.rgb)
        }
    }

    private static func makePair(_ number: Int32, _ colours: SIMD2<Int32>) -> Int32 {
        init_extended_pair(number, colours.x, colours.y) == OK ? number : 0
    }

    private static func attributes(_ appearance: Appearance) -> CursesAttribute {
        var attributes: CursesAttribute = []
        if appearance.bold { attributes.insert(.bold) }
        if appearance.dim { attributes.insert(.dim) }
        if appearance.italic { attributes.insert(.italic) }
        if appearance.underline { attributes.insert(.underline) }
        if appearance.reverse { attributes.insert(.reverse) }
        return attributes
    }

    private static func look(_ attributes: CursesAttribute, pair: Int32) -> cchar_t {
        var look = cchar_t()
        var blank: [wchar_t] = [0x20, 0]
        // The pair goes through the last argument: the one before keeps too few bits.
        var pair = pair
        unsafe setcchar(&look, &blank, attributes.rawValue, Int16(truncatingIfNeeded: pair), &pair)
        return look
    }
}
