internal import FoundationEssentials
package import TerminalUI

/// The loop: wait, take all that has happened, update for each, one frame, do what was asked.
package final class Browser {
    private var state: BrowserState
    private let display: any TerminalDisplay
    private let services: BrowserServices
    private let queue = EventQueue()
    private var surface: Surface

    /// - Parameters:
    ///   - setting: what does not change.
    ///   - display: the terminal.
    ///   - services: the rest of the world.
    package init(setting: BrowserState.Setting, display: any TerminalDisplay, services: BrowserServices) {
        self.display = display
        self.services = services
        state = BrowserState(setting: setting, size: display.size, now: services.now())
        surface = Surface(size: display.size)
    }

    /// Runs until the person leaves.
    ///
    /// The first frame is painted before anything is connected.
    ///
    /// - Parameter request: what to sign in with at the start; without it the login screen is shown.
    /// - Returns: what is left to do once the terminal is given back; `EffectRunner.finish` is called on it.
    package func run(signInWith request: SignInRequest?) async -> EffectRunner {
        var effects = state.begin(with: request)
        paint()
        display.setInputHandler { [queue] in queue.post($0) }
        let runner = EffectRunner(services: services, display: display, queue: queue)
        while true {
            for effect in effects where !runner.run(effect) {
                runner.cancelAll()
                return runner
            }
            paint()
            effects = []
            for event in await queue.next() {
                effects += state.update(event, at: services.now())
            }
        }
    }

    private func paint() {
        if surface.size != state.size { surface = Surface(size: state.size) }
        state.draw(on: &surface)
        display.paint(surface)
    }
}
