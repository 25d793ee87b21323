import CMainQueue
import Glibc

/// Serves the main actor on the process's first thread, and the terminal's input beside it.
///
/// An asynchronous `main` ends in `dispatch_main`, which leaves the first thread for good: every turn of the main
/// actor then begins with waking a thread of libdispatch's pool, and the pool's monitor wakes the process once a
/// second for ever. Here one thread sleeps in `poll` until there is a key or work, and nothing else moves.
@safe package enum MainLoop {
    private static var watched: (descriptor: Int32, handler: () -> Void)?

    /// Runs the body on the main actor and ends the process with the code that it returns. Call it from `main`,
    /// on the first thread, before anything else.
    package nonisolated static func run(_ body: @escaping @MainActor () async -> Int32) -> Never {
        let handle = main_queue_handle()
        Task { @MainActor in exit(await body()) }
        MainActor.assumeIsolated { serve(handle) }
    }

    /// Calls the handler whenever that descriptor can be read or is closed at its other end. One at a time.
    package static func watch(_ descriptor: Int32, _ handler: @escaping () -> Void) {
        watched = (descriptor, handler)
    }

    /// Stops watching.
    package static func unwatch() {
        watched = nil
    }

    private static func serve(_ handle: Int32) -> Never {
        while true {
            let watched = watched
            var entries = [pollfd(fd: handle, events: Int16(POLLIN), revents: 0)]
            if let watched {
                entries.append(pollfd(fd: watched.descriptor, events: Int16(POLLIN), revents: 0))
            }
            guard unsafe poll(&entries, nfds_t(entries.count), -1) > 0 else { continue }
            if entries[0].revents != 0 {
                // It is a counter that does not block; reading makes it quiet again.
                var count: UInt64 = 0
                _ = unsafe read(handle, &count, MemoryLayout<UInt64>.size)
            }
            if entries.count > 1, entries[1].revents != 0 { watched?.handler() }
            // Also what the handler has just queued: without another turn through `poll` before the frame.
            main_queue_serve()
        }
    }
}
