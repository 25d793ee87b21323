internal import Glibc

/// Takes a file out of the system's memory, as after the computer was started.
enum ColdFile {
    static func forget(_ path: String) {
        for ending in ["", "-wal"] {
            let file = open(path + ending, O_RDONLY)
            guard file >= 0 else { continue }
            fdatasync(file)
            posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
            close(file)
        }
    }
}
