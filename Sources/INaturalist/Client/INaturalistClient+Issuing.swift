internal import Synchronization

extension INaturalistClient {
    /// Asks for an OAuth token, and notes it until somebody keeps it.
    ///
    /// Who is cancelled stops waiting at once. The request goes on without them once it has its turn: the site may have
    /// made the token already, and one that nobody knows of can never be ended.
    func token(
        from request: HTTPRequest,
        issuedTo application: OAuthApplication,
        for grant: ReplyError.Grant
    ) async throws(INaturalistError) -> OAuthToken {
        try await limiter.start()
        let exchange = issued.begin()
        let form = PassedOn(request)
        Task.detached(executorPreference: WorkExecutor.shared) {
            let result = await self.issue(form, for: grant)
            self.issued.finish(exchange, with: result, issuedTo: application)
        }
        let result: Result<OAuthToken, INaturalistError>
        do {
            result = try await exchange.value()
        } catch {
            throw .cancelled
        }
        return try result.get()
    }

    private func issue(
        _ form: PassedOn,
        for grant: ReplyError.Grant
    ) async -> Result<OAuthToken, INaturalistError> {
        guard let request = form.take() else { return .failure(.cancelled) }
        do throws(INaturalistError) {
            let response: HTTPResponse
            do throws(TransportError) {
                response = try await send(request)
            } catch {
                throw error == .cancelled ? .cancelled : .transport(error, host: request.host)
            }
            guard response.status == 200 else { throw self.error(in: response, to: request).token(of: grant) }
            let json = try json(of: response, to: request)
            guard let text = json["access_token"]?.words else { throw .noTokenInReply }
            let scopes = json["scope"]?.string?.split(separator: " ").map(String.init) ?? []
            return .success(OAuthToken(text: Secret(text), scopes: scopes))
        } catch {
            return .failure(error)
        }
    }
}

/// A request that is taken once, so that no task holds its password until the task itself is gone.
private final class PassedOn: Sendable {
    private let request: Mutex<HTTPRequest?>

    init(_ request: HTTPRequest) {
        self.request = Mutex(request)
    }

    func take() -> HTTPRequest? {
        request.withLock { request in
            defer { request = nil }
            return request
        }
    }
}
