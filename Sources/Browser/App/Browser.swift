internal import INaturalist
package import TerminalUI

/// The turn of the browser: take all that has happened, update for each, do what that asks for, paint one frame.
///
/// A turn runs where the event arrives, on the main actor and without a queue in between: a key is painted before
/// the terminal is listened to again, and all keys that wait there are one turn and one frame.
package final class Browser {
    private var state: BrowserState
    private let display: any TerminalDisplay
    private let services: BrowserServices
    private var surface: Surface
    private var picture: Picture?
    private var runner: EffectRunner?
    private var ending: CheckedContinuation<Void, Never>?

    /// - Parameters:
    ///   - setting: what hardly changes.
    ///   - preferences: how the person wants it to look and to work.
    ///   - display: the terminal.
    ///   - services: the rest of the world.
    package init(
        setting: BrowserState.Setting,
        preferences: Preferences = Preferences(),
        display: any TerminalDisplay,
        services: BrowserServices
    ) {
        self.display = display
        self.services = services
        state = BrowserState(
            setting: setting,
            preferences: preferences,
            size: display.size,
            now: services.now()
        )
        surface = Surface(size: display.size)
    }

    /// Runs until the person leaves.
    ///
    /// The first frame is painted before anything is connected.
    ///
    /// - Parameter opening: how to sign in at the start; without it the login screen is shown.
    /// - Returns: what is left to do once the terminal is given back; `EffectRunner.finish` is called on it.
    package func run(_ opening: BrowserState.Opening?) async -> EffectRunner {
        let effects = state.begin(with: opening)
        paint()
        let runner = EffectRunner(services: services, display: display) { [weak self] in self?.take([$0]) }
        self.runner = runner
        display.setInputHandler { [weak self] input in self?.take(input.map(BrowserEvent.input)) }
        await withCheckedContinuation { ending in
            self.ending = ending
            perform(effects)
        }
        return runner
    }

    /// What this run leaves for the next; nil when the person wants nothing kept.
    package var memory: SessionMemory? { state.isKeepingRows ? state.memory : nil }

    private func take(_ events: [BrowserEvent]) {
        guard ending != nil else { return }
        perform(state.update(events, at: services.now()))
        if ending != nil { paint() }
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects where runner?.run(effect) == false {
            runner?.cancelAll()
            ending?.resume()
            ending = nil
            return
        }
    }

    private func paint() {
        if surface.size != state.size { surface = Surface(size: state.size) }
        state.draw(on: &surface)
        if picture != state.picture {
            picture = state.picture
            display.show(picture)
        }
        display.paint(surface)
    }
}
