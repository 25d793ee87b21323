import Glibc

/// A port of 127.0.0.1 that refuses every connection: it is taken, so that no other test gets it, and nobody
/// listens there.
final class HeldPort {
    private let descriptor: Int32
    /// The port's number.
    let number: UInt16

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isHeld = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                bind(descriptor, raw, length) == 0 && getsockname(descriptor, raw, &length) == 0
            }
        }
        self.descriptor = descriptor
        number = UInt16(bigEndian: address.sin_port)
        guard isHeld else { throw NoPort() }
    }

    deinit {
        close(descriptor)
    }

    private struct NoPort: Error {}
}
