import CTextWidth
import Synchronization

/// What a scalar means for a line of cells. Whatever is not named here never reaches a cell.
enum ScalarClass: UInt8 {
    /// Controls, bidi and other format characters, variation selectors, tags, fillers, unassigned: left out.
    case nothing
    /// One column.
    case single
    /// Two columns.
    case double
    /// A combining mark, which takes no column of its own.
    case mark
    /// A blank of any kind, a tab among them: becomes U+0020.
    case space
    /// A line break: becomes a visible sign.
    case lineBreak
    /// ZWNJ or ZWJ: kept where the script around it needs it.
    case joiner
    /// A skin tone: left out after an emoji that it would colour, because terminals disagree about its width.
    case emojiModifier
    /// A vowel or final consonant of decomposed Hangul: a mark after Hangul, else left out.
    case jamo
}

extension ScalarClass {
    /// The class of a scalar, in a few instructions for Latin text.
    @inline(__always)
    static func of(_ scalar: UInt32) -> ScalarClass {
        if scalar < 0x7F {
            return scalar >= 0x20 ? .single : ofControl(scalar)
        }
        if scalar > 0xA0, scalar < 0x250, scalar != 0xAD {
            return .single
        }
        return ScalarClassPages.shared.scalarClass(of: scalar)
    }

    private static func ofControl(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x09: .space
        case 0x0A, 0x0D: .lineBreak
        default: .nothing
        }
    }

    /// The class of a scalar from its width in a UTF-8 locale and its Unicode properties.
    static func computed(_ value: UInt32, width: Int8?) -> ScalarClass {
        guard let scalar = Unicode.Scalar(value) else { return .nothing }
        switch value {
        case 0x00...0x1F: return ofControl(value)
        case 0x2028, 0x2029: return .lineBreak
        case 0x200C, 0x200D: return .joiner
        case 0xFFF9...0xFFFC: return .nothing
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .nothing }
        switch properties.generalCategory {
        case .spaceSeparator: return .space
        case .format, .control, .surrogate, .unassigned: return .nothing
        default: break
        }
        if properties.isEmojiModifier { return .emojiModifier }
        switch width ?? estimatedWidth(properties, value) {
        case 2: return .double
        case 1: return .single
        case 0: break
        default: return .nothing
        }
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return .jamo }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
        default: return .nothing
        }
    }

    /// A width for systems without any UTF-8 locale: the wide blocks by hand.
    private static func estimatedWidth(_ properties: Unicode.Scalar.Properties, _ value: UInt32) -> Int8 {
        let category = properties.generalCategory
        if category == .nonspacingMark || category == .enclosingMark { return 0 }
        switch value {
        case 0x1160...0x11FF: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3: return 2
        case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: return 2
        case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: return 2
        default: return 1
        }
    }
}

/// The classes of all scalars, in pages of 256 that are worked out when first needed and kept for good.
///
/// The widths are those of the C library in a UTF-8 locale even when the program itself runs in the C locale,
/// so that a layout is the same in both and agrees with how ncurses adds a line up.
///
/// `@unchecked`: the memory behind the pointer is never freed, and every slot in it is an atomic; a page is
/// complete before its address is published, and never written again.
private struct ScalarClassPages: @unchecked Sendable {
    static let shared = ScalarClassPages()

    private static let pageCount = 0x110000 / 256
    private typealias Page = UnsafePointer<UInt8>
    private let slots: UnsafeMutablePointer<Atomic<Page?>>

    private init() {
        slots = .allocate(capacity: Self.pageCount)
        for page in 0..<Self.pageCount {
            (slots + page).initialize(to: Atomic(nil))
        }
    }

    func scalarClass(of scalar: UInt32) -> ScalarClass {
        guard scalar < 0x110000 else { return .nothing }
        let slot = Int(scalar >> 8)
        let page = slots[slot].load(ordering: .acquiring) ?? make(slot)
        return ScalarClass(rawValue: page[Int(scalar & 0xFF)]) ?? .nothing
    }

    @inline(never)
    private func make(_ slot: Int) -> Page {
        let first = UInt32(slot) << 8
        let page = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        withUnsafeTemporaryAllocation(of: Int8.self, capacity: 256) { widths in
            let isKnown = text_width_page(first, widths.baseAddress) != 0
            for offset in 0..<256 {
                let width = isKnown ? widths[offset] : nil
                (page + offset).initialize(
                    to: ScalarClass.computed(first + UInt32(offset), width: width).rawValue
                )
            }
        }
        let (isFirst, other) = slots[slot].compareExchange(
            expected: nil,
            desired: Page(page),
            ordering: .acquiringAndReleasing
        )
        guard isFirst else {
            page.deallocate()
            return other ?? Page(page)
        }
        return Page(page)
    }
}
