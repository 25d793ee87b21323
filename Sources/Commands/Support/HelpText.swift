/// A command's help as it is printed.
///
/// The parser puts all that a command says of itself before its options; the examples are what most people look for, and
/// nobody shall have to scroll for them.
struct HelpText {
    /// The help with its examples at the end.
    let text: String

    /// Takes what the parser prints; nil when there are no examples in it.
    init?(_ parsed: String) {
        var blocks = parsed.split(separator: "\n\n").map { block in
            String(block.drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
        }
        guard let place = blocks.firstIndex(where: { $0.hasPrefix(Discussion.heading + "\n") }) else {
            return nil
        }
        blocks.append(blocks.remove(at: place))
        text = blocks.joined(separator: "\n\n")
    }
}
