package import TerminalUI

/// The byte sequences that a terminal's keys send, as a tree, so that a look-up needs no copy of the bytes.
nonisolated package struct KeySequences: Sendable {
    /// What bytes mean.
    package enum Match: Equatable, Sendable {
        /// They begin with this key's sequence, the longest there is.
        case key(Key, length: Int)
        /// They are the beginning of one.
        case incomplete
        /// They begin with none.
        case none
    }

    private struct Node: Sendable {
        var byte: UInt8
        var key: Key?
        var firstChild: Int?
        var nextSibling: Int?
    }

    private var nodes = [Node(byte: 0)]

    /// A tree without sequences: only what every terminal sends is decoded.
    package init() {}

    /// Adds a sequence of at least two bytes that begins with Escape; others are left to the decoder.
    package mutating func insert(_ bytes: some Collection<UInt8>, _ key: Key) {
        guard bytes.count >= 2, bytes.first == 0x1B else { return }
        var node = 0
        for byte in bytes {
            node = child(of: node, byte) ?? append(byte, to: node)
        }
        // The first name of a sequence wins, as in terminfo's own order.
        nodes[node].key = nodes[node].key ?? key
    }

    /// What the bytes from `start` on mean.
    package func match(_ bytes: [UInt8], from start: Int) -> Match {
        var node = 0
        var found = Match.none
        for index in start..<bytes.count {
            guard let next = child(of: node, bytes[index]) else { return found }
            node = next
            if let key = nodes[node].key {
                found = .key(key, length: index - start + 1)
            }
        }
        return nodes[node].firstChild == nil ? found : .incomplete
    }

    private func child(of node: Int, _ byte: UInt8) -> Int? {
        var next = nodes[node].firstChild
        while let index = next {
            if nodes[index].byte == byte { return index }
            next = nodes[index].nextSibling
        }
        return nil
    }

    private mutating func append(_ byte: UInt8, to node: Int) -> Int {
        nodes.append(Node(byte: byte, nextSibling: nodes[node].firstChild))
        nodes[node].firstChild = nodes.count - 1
        return nodes.count - 1
    }
}
