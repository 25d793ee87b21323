internal import INaturalist
internal import TerminalUI

/// The photos of an observation, in the terminal.
extension BrowserState {
    /// Shows the photos of the observation that the cursor is on.
    nonisolated mutating func showPhotos() -> [Effect] {
        if case .detail(let screen) = screens.last, let detail = screen.detail?.value {
            return push(.photos(PhotoScreen(id: screen.id, photos: detail.photos)))
        }
        guard let id = currentEntry?.observation.id else { return tell("There is no observation here.") }
        guard !list.source.isOffline else {
            return tell("The rows are those of a file, which has no photos. o opens the page.")
        }
        guard session.mayAsk, !isShowingHeld else { return tell("Sign in first: press S.", .warning) }
        message = Message("Asking for the photos…", .muted)
        return [start(.photos(of: id, as: session.viewer), in: .photo)]
    }

    /// Takes which photos there are.
    nonisolated mutating func take(photosOf detail: ObservationDetail) -> [Effect] {
        message = nil
        guard !detail.photos.isEmpty else { return tell("This observation has no photo.") }
        return push(.photos(PhotoScreen(id: detail.observation.id, photos: detail.photos)))
    }

    /// To the next photo, or the one before.
    nonisolated mutating func turnPhoto(by step: Int) -> [Effect] {
        changePhotos { screen in
            if !screen.move(by: step) { return "This is the only photo." }
            return nil
        }
    }

    /// Fetches the photo that is shown again.
    nonisolated mutating func reloadPhoto() -> [Effect] {
        changePhotos { screen in
            screen.forgetFile()
            return nil
        }
    }

    private nonisolated mutating func changePhotos(_ change: (inout PhotoScreen) -> String?) -> [Effect] {
        guard case .photos(var screen) = screens.last else { return [] }
        let remark = change(&screen)
        screens[screens.count - 1] = .photos(screen)
        return remark.map { tell($0) } ?? []
    }

    /// Asks for the photo that the screen lacks, or for the same in another size.
    nonisolated mutating func fetchPhoto() -> [Effect] {
        guard case .photos(var screen) = screens.last, let request = screen.request(in: body) else {
            return []
        }
        screens[screens.count - 1] = .photos(screen)
        return [start(.photo(request, preferences.photos), in: .photo)]
    }

    /// Takes a photo that was fetched and drawn.
    nonisolated mutating func take(_ answer: PhotoAnswer, to request: PhotoRequest) {
        for index in screens.indices {
            guard case .photos(var screen) = screens[index] else { continue }
            screen.take(answer, to: request)
            screens[index] = .photos(screen)
        }
    }

    /// The picture that lies over the frame; nothing on any other screen.
    nonisolated var picture: Picture? {
        guard isLargeEnough, case .photos(let screen) = screens.last else { return nil }
        return screen.picture(in: body)
    }
}
