internal import Glibc

/// A socket at a free port of 127.0.0.1.
///
/// NIO's own server sockets are inherited by every program that is started meanwhile, the web browser first of all;
/// the port would stay open for as long as that runs.
enum LoopbackSocket {
    /// The system's number for what went wrong.
    struct Failure: Error {
        let code: Int32
    }

    /// Opens a socket and binds it; the caller closes it.
    static func bound() throws(Failure) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw Failure(code: code)
        }
        return descriptor
    }
}
