import Glibc

/// What Swift's runtime prints when the program crashes.
///
/// Beside the registers it shows the memory that they point to, in which a password may be. Where it can print that at
/// all (a toolchain is installed), the program starts itself again with registers left out: the runtime reads its
/// settings before `main`.
enum CrashReport {
    static func leaveMemoryOut() {
        var action = sigaction()
        let variable = "SWIFT_BACKTRACE"
        let settings = getenv(variable).map { String(cString: $0) } ?? ""
        guard sigaction(SIGSEGV, nil, &action) == 0, action.__sigaction_handler.sa_handler != nil,
            !settings.contains("registers=")
        else { return }
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard readlink("/proc/self/exe", &path, path.count - 1) > 0 else { return }
        setenv(variable, (settings.isEmpty ? "" : settings + ",") + "registers=none", 1)
        // It returns only when it fails; then the program goes on as it is.
        execv(path, CommandLine.unsafeArgv)
    }
}
