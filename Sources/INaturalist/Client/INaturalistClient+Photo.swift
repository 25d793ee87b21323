extension INaturalistClient {
    /// The file of a photo.
    ///
    /// Asked for as nobody: photos lie on other computers than the API, and no token goes there. They do not count
    /// against the API's limits either, so the request does not wait for its turn. It is sent once.
    ///
    /// - Parameter url: as ``Photo/url(size:)`` gives it.
    /// - Returns: the file, at most as large as the transport takes replies. Its bytes are anybody's.
    /// - Throws: ``INaturalistError``; `.badAddress` before any request when iNaturalist keeps no photos there,
    ///   `.redirected` because no redirect is followed, `.unreadableReply` when what came is no picture.
    @concurrent
    package func photo(at url: String) async throws(INaturalistError) -> [UInt8] {
        let request = HTTPRequest.photo(at: try PhotoAddress(url, addresses: addresses))
        let response: HTTPResponse
        do throws(TransportError) {
            // Not `send(_:)`: the clock of another computer says nothing of the API's.
            response = try await transport.send(request)
        } catch {
            throw error == .cancelled ? .cancelled : .transport(error, host: request.host)
        }
        switch response.status {
        case 200: break
        // The open store answers 403 for what it does not have.
        case 403, 404, 410: throw .notFound(message: nil)
        default: throw self.error(in: response, to: request).api(needsUser: false)
        }
        guard response.header("content-type")?.lowercased().hasPrefix("image/") == true else {
            throw .unreadableReply(what: "it is not a picture")
        }
        return response.body
    }
}
