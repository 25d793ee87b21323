import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// An imitation of the two iNaturalist servers, the website and the node API, on one port of 127.0.0.1.
///
/// The demo runs it inside the program, and the tests drive it over a real socket. Everything in it is made up, and it
/// shares no code with the API client, so that a wrong field name cannot be wrong on both sides and pass.
package final class Sandbox: Sendable {
    /// The port on 127.0.0.1 on which it listens.
    package let port: Int

    /// `http://127.0.0.1:PORT`, for both servers.
    package var baseURL: String {
        Self.baseURL(port: port)
    }

    let state: SandboxState
    let worlds: SandboxWorld

    /// The records as they were made, before a test changed any.
    var source: WorldSource {
        worlds.source
    }

    private let running: Task<Void, Never>
    private let eventLoopGroup: MultiThreadedEventLoopGroup

    /// Everybody who can sign in.
    package static let accounts = SandboxAccount.all

    /// Every OAuth application.
    package static let applications = SandboxApplication.all

    /// The id of an observation that was deleted, for which the website answers 410.
    package static let deletedObservationID = World.deletedObservationID

    /// The account of a role.
    package static func account(_ role: SandboxAccount.Role) -> SandboxAccount {
        accounts[Person.index(of: role)]
    }

    /// Starts a server on a thread of its own, and returns as soon as it listens; the records are made after that, on
    /// that thread, and requests wait for them.
    /// - Throws: ``SandboxError`` when the port cannot be opened.
    package static func start(
        _ configuration: SandboxConfiguration = SandboxConfiguration()
    ) async throws(SandboxError) -> Sandbox {
        let state = SandboxState(configuration)
        let worlds = SandboxWorld(
            WorldSource(seed: configuration.seed, count: configuration.observationCount)
        )
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let executor = EventLoopExecutor(group.next())
        let (ports, opened) = AsyncStream<Result<Int, SandboxError>>.makeStream()
        let running = Task.detached(executorPreference: executor) {
            await run(configuration, state: state, worlds: worlds, group: group, opened: opened)
            // A task does not keep its executor alive.
            withExtendedLifetime(executor) {}
        }
        var iterator = ports.makeAsyncIterator()
        switch await iterator.next() {
        case .success(let port)?:
            let count = configuration.observationCount
            group.next().execute { worlds.prepare { configuration.progress($0, count) } }
            return Sandbox(port, state: state, worlds: worlds, running: running, group: group)
        case .failure(let error)?:
            await running.value
            try? await group.shutdownGracefully()
            throw error
        case nil:
            try? await group.shutdownGracefully()
            throw .couldNotListen(port: configuration.port, reason: "the server ended at once")
        }
    }

    private init(
        _ port: Int,
        state: SandboxState,
        worlds: SandboxWorld,
        running: Task<Void, Never>,
        group: MultiThreadedEventLoopGroup
    ) {
        self.port = port
        self.state = state
        self.worlds = worlds
        self.running = running
        eventLoopGroup = group
    }

    /// Closes all connections and ends the server; whatever a fault holds back is let go.
    package func stop() async {
        running.cancel()
        state.openGates()
        await running.value
        try? await eventLoopGroup.shutdownGracefully()
    }

    private static func baseURL(port: Int) -> String {
        "http://127.0.0.1:\(port)"
    }

    /// Runs Hummingbird's server until the task is cancelled.
    private static func run(
        _ configuration: SandboxConfiguration,
        state: SandboxState,
        worlds: SandboxWorld,
        group: MultiThreadedEventLoopGroup,
        opened: AsyncStream<Result<Int, SandboxError>>.Continuation
    ) async {
        defer { opened.finish() }
        let logger = Logger(label: "inatty.sandbox") { _ in SwiftLogNoOpLogHandler() }
        do {
            let routes = Routes(
                node: NodeServer(state: state, worlds: worlds),
                rails: RailsServer(state: state, worlds: worlds)
            )
            let responder = SandboxResponder(
                state: state,
                latency: configuration.latency,
                router: routes.responder(),
                logger: logger
            )
            let server = Server(
                childChannelSetup: HTTP1Channel { request, writer, channel in
                    try await responder.respond(to: request, writer, channel)
                },
                configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: configuration.port)),
                onServerRunning: { channel in
                    let port = channel.localAddress?.port ?? configuration.port
                    state.baseURL = baseURL(port: port)
                    opened.yield(.success(port))
                },
                eventLoopGroup: group,
                logger: logger
            )
            try await server.run()
        } catch {
            opened.yield(
                .failure(.couldNotListen(port: configuration.port, reason: String(describing: error)))
            )
        }
    }
}
