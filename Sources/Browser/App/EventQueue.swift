package import TerminalUI

/// The one mailbox: whatever happens lands here, and the loop takes all there is at a time.
///
/// Taking everything at once is what makes a held key cheap: a thousand keys are a thousand updates and one frame.
package final class EventQueue {
    private var waiting: [BrowserEvent] = []
    private var reader: CheckedContinuation<Void, Never>?

    package init() {}

    /// Adds an event and wakes the reader.
    package func post(_ event: BrowserEvent) {
        waiting.append(event)
        wake()
    }

    /// Adds what the person did, as one batch.
    package func post(_ input: [InputEvent]) {
        waiting.append(contentsOf: input.map(BrowserEvent.input))
        if !waiting.isEmpty { wake() }
    }

    /// Everything that happened since the last call; waits while that is nothing.
    package func next() async -> [BrowserEvent] {
        while waiting.isEmpty {
            await withCheckedContinuation { reader = $0 }
        }
        defer { waiting.removeAll(keepingCapacity: true) }
        return waiting
    }

    private func wake() {
        reader?.resume()
        reader = nil
    }
}
