internal import Accounts
internal import INaturalist
internal import ObservationExport
internal import ObservationImport
internal import ObservationStore
internal import TerminalUI

/// Does one piece of work off the main actor.
nonisolated struct Worker: Sendable {
    /// Where everything is asked for, once it is connected.
    let desk: Task<SignInDesk, any Error>
    /// Where rows are held, once it is open; nothing for work that needs none.
    let store: Task<ObservationStore, any Error>?
    /// Lets the job of fetching rest, or go on.
    let jobSwitch: JobSwitch
    /// Where queries are saved; nothing where the environment names no folder.
    let queries: SavedQueriesFile?
    /// Opens an address in the person's web browser.
    let openWebPage: @Sendable (String) async -> Message
    /// The variables that other programs are chosen by and get.
    let environment: [String: String]
    /// What the terminal is like, for pictures.
    let traits: DisplayTraits
    /// The lane and the ticket of the work, for what it has to say on the way.
    let lane: Lane
    let ticket: Int
    /// Takes what there is to say.
    let post: @MainActor @Sendable (BrowserEvent) -> Void

    /// The store.
    ///
    /// - Throws: what opening it threw; `StoreError.closed` for work that needs none.
    func openStore() async throws -> ObservationStore {
        guard let store else { throw StoreError.closed }
        return try await store.value
    }

    /// The answer; failures are answers too.
    func answer(to work: Work) async -> Answer {
        do {
            if let answer = try await storeAnswer(to: work) { return answer }
            if let answer = try await fileAnswer(to: work) { return answer }
            let desk = try await desk.value
            let answer = try await answer(to: work, desk)
            await tellClockError(of: desk.client)
            return answer
        } catch let error as INaturalistError {
            return .failed(error)
        } catch let error as SignInError {
            return .notTakenUp(error)
        } catch let error as AccountStoreError {
            return .failedHere(error.description)
        } catch let error as SavedQueriesError {
            return .failedHere(error.description)
        } catch let error as ExportError {
            return .notExported(error)
        } catch let error as ImportError {
            return error == .cancelled ? .failed(.cancelled) : .failedHere(error.description)
        } catch let error as StoreError {
            return error == .cancelled ? .failed(.cancelled) : .failedHere(error.description)
        } catch {
            return .failed(.cancelled)
        }
    }

    private func answer(to work: Work, _ desk: SignInDesk) async throws -> Answer {
        let client = desk.client
        switch work {
        case .signIn(let request):
            return .signedIn(try await desk.signIn(request) { await openConsent($0, client.addresses) })
        case .prepareCode(let application):
            return .consent(
                AuthorizationRequest(application: application, redirectURI: AuthorizationRequest.outOfBand)
            )
        case .takeUp(let login, let isLasting):
            return .signedIn(try await desk.takeUp(login: login, isLasting: isLasting))
        case .signOut(let request):
            return .signedOut(try await desk.signOut(request))
        case .findKeeping:
            return .keeping(await desk.store?.keeping() ?? .nowhere)
        case .listAccounts:
            return .accounts(try desk.store?.accounts() ?? [])
        case .findHeldAccount(let login):
            return .heldAccount(try? desk.account(login).account)
        case .prove(let authorization):
            return .proof(try await client.prove(authorization), of: authorization)
        case .measure(let credentials, let observation, let login):
            return .measured(
                try await TokenMeasurement.take(of: credentials, on: observation, login: login, from: client)
                {
                    await post(.measured(ticket: ticket, $0))
                }
            )
        case .renew(let viewer):
            return try await tellingRenewal(of: viewer, client) {
                _ = try await client.renew(viewer)
                return .renewed
            }
        case .sync(let request):
            return try await tellingRenewal(of: request.viewer, client) {
                try await sync(request, client)
            }
        case .rows(let ids, let viewer, let key):
            return try await tellingRenewal(of: viewer, client) {
                let batch = try await client.observations(ids: ids, as: viewer)
                try await keep(batch, as: key, client)
                return .rows(batch, viewer.identity, ids: ids)
            }
        case .detail(let id, let viewer):
            return try await tellingRenewal(of: viewer, client) {
                .detail(try await client.detail(id: id, as: viewer), viewer.identity)
            }
        case .lookUpNames(let lookUp, let viewer):
            return try await tellingRenewal(of: viewer, client) {
                try await suggestions(for: lookUp, viewer, client)
            }
        case .resolve(let query, let viewer):
            return try await tellingRenewal(of: viewer, client) {
                .resolved(try await client.resolving(query, as: viewer))
            }
        case .photos(let id, let viewer):
            return try await tellingRenewal(of: viewer, client) {
                .photos(of: try await client.detail(id: id, as: viewer))
            }
        case .photo(let request, let choice):
            let frame = request.frame(traits: traits, environment: environment, kind: choice.kind)
            return .photo(
                await PhotoWork.answer(to: request, from: client, in: frame, environment: environment),
                to: request
            )
        case .raw(let ids, let program, let viewer):
            return try await tellingRenewal(of: viewer, client) {
                .raw(try await client.rawObservations(ids: ids, as: viewer), program)
            }
        case .arrange, .lookUp, .collect, .find, .count, .changes, .importFile, .export, .readQueries,
            .saveQuery,
            .removeQuery:
            return .failed(.cancelled)
        }
    }

    /// Does what may exchange a JWT on the way, and tells of that before the answer, failed or not.
    private func tellingRenewal(
        of viewer: Viewer,
        _ client: INaturalistClient,
        _ body: () async throws -> Answer
    ) async throws -> Answer {
        let result: Result<Answer, any Error>
        do {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        let latest = client.latest(viewer.credentials)
        if latest != viewer.credentials {
            let due = latest.jwt.flatMap(client.renewalDate)
            await post(.renewed(from: viewer.credentials, to: latest, due: due))
        }
        return try result.get()
    }

    private func openConsent(_ request: AuthorizationRequest, _ addresses: ServerAddresses) async {
        await post(.consentOpened(ticket: ticket, request))
        let message = await openWebPage(request.url(at: addresses))
        guard message.role != .text else { return }
        // The address stands on the screen already, whole.
        let advice =
            "No web browser could be started here. Open the address that is shown, or copy it with ^Y."
        await post(.notice(Message(advice, message.role)))
    }

    private func tellClockError(of client: INaturalistClient) async {
        if let error = client.clockError { await post(.clockError(error)) }
    }
}
