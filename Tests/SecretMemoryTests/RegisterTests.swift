import Glibc
import MemoryScan
import SecretMemory
import Testing

/// A copy made by the C library stays in a vector register of up to 64 bytes. The kernel saves the registers whenever
/// it delivers a signal, the dynamic linker whenever it looks up a function: where they are saved, a secret stays.
@Suite("What is left in the processor's registers")
struct RegisterTests {
    @Test("Nothing of a secret that was copied, put together or cut", arguments: [16, 32, 40, 64, 128])
    func copied(_ length: Int) async {
        await #expect(processExitsWith: .success) { [length] in
            let registers = SavedRegisters()
            let needle = Needle(length: length)
            let secret = needle.secret
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 1)
            let copy = secret.withBytes { SecretBytes($0) }
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 2)
            let cut = secret.replacing(0..<0)
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 3)
            var builder = SecretBuilder(capacity: 1)
            builder.append(secret)
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 4)
            builder.append(UInt8(ascii: "-"))
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 4)
            let built = builder.secret
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count == 5)
            withExtendedLifetime((secret, copy, cut, builder, built)) {}
        }
    }

    @Test("The search finds what the C library's copying left there")
    func control() async {
        await #expect(processExitsWith: .success) {
            let registers = SavedRegisters()
            let needle = Needle(length: 16)
            let secret = needle.secret
            let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 64)
            secret.withBytes { room.copyMemory(from: $0) }
            registers.save()
            try #expect(MemoryScan.findings(of: needle).count > 2)
            withExtendedLifetime((secret, room)) {}
        }
    }
}

/// Has the kernel save the registers where nothing else is written, as it does on the stack at any moment.
struct SavedRegisters {
    private static let size = 1 << 16

    init() {
        var place = stack_t()
        place.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: Self.size, alignment: 64)
        place.ss_size = Self.size
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        action.sa_flags = SA_ONSTACK
        precondition(sigaltstack(&place, nil) == 0 && sigaction(SIGUSR1, &action, nil) == 0)
        // The runtime's threads block it.
        var signals = sigset_t()
        sigaddset(&signals, SIGUSR1)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// The alternate stack belongs to a thread, so this is called on the one that made it.
    func save() {
        raise(SIGUSR1)
    }
}
