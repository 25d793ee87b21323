import Glibc

/// Keeps memory out of core dumps: tokens and passwords are in it, and a dump lies on the disk for others to find.
enum CoreDumps {
    /// Called before anything secret is read. Programs that are started from here have no dumps either, which does them
    /// no harm.
    static func forbid() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }
}
