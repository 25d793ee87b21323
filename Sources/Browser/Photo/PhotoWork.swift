package import INaturalist
package import OtherPrograms

/// Fetches photos and makes pictures of them, off the main actor.
package nonisolated enum PhotoWork {
    /// Answers a request; failures are answers too.
    ///
    /// - Parameters:
    ///   - client: what fetches, as nobody.
    ///   - frame: the room, in the terminal's terms.
    ///   - environment: for the program that draws.
    package static func answer(
        to request: PhotoRequest,
        from client: INaturalistClient,
        in frame: PictureFrame,
        environment: [String: String]
    ) async -> PhotoAnswer {
        var file = request.file
        do {
            let fetched = try await fetched(request, from: client, in: frame)
            file = fetched
            let picture = try await PictureMaker.picture(
                of: fetched.bytes,
                in: frame,
                environment: environment
            )
            return PhotoAnswer(file: file, outcome: .picture(picture))
        } catch let error as PhotoPictureError {
            return PhotoAnswer(file: file, outcome: .failed(error.description))
        } catch let error as INaturalistError {
            return PhotoAnswer(file: file, outcome: .failed(error.description))
        } catch {
            return PhotoAnswer(file: file, outcome: .failed("The photo was not fetched. Try again."))
        }
    }

    private static func fetched(
        _ request: PhotoRequest,
        from client: INaturalistClient,
        in frame: PictureFrame
    ) async throws -> PhotoFile {
        if let file = request.file { return file }
        // Blocks have fewer points than even the smaller one.
        let size: Photo.Size = frame.kind == .blocks ? .medium : .large
        guard let url = request.photo.url(size: size) else { throw INaturalistError.notFound(message: nil) }
        return PhotoFile(size: size, bytes: try await client.photo(at: url))
    }
}
