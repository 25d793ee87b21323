import Glibc

/// Keeps tokens and passwords out of core dumps, which lie on the disk for others to find.
enum CoreDumps {
    /// Called before anything secret is read; also holds for the programs that are started from here, which is no harm.
    ///
    /// What gets dumps by a pipe is told of the limit and has to respect it itself (core(5)), as systemd-coredump does.
    /// `PR_SET_DUMPABLE` would stop that as well, but it was tried: for anybody but root it leaves the Swift runtime
    /// unable to read its own process when it crashes, and the trace empty.
    static func forbid() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }
}
