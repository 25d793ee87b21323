import Foundation
import INaturalist
import Testing

@testable import Accounts

@Suite("Several programs at once, and disks that are full", .timeLimit(.minutes(5)))
struct SeveralProgramsTests {
    @Test("Processes that keep accounts at the same time lose none of them")
    func processes() async throws {
        let place = try Place()
        let path = place.folder.path
        await withTaskGroup { group in
            for number in 1...4 {
                group.addTask {
                    await #expect(processExitsWith: .success) {
                        [path = path as String, number = number as Int] in
                        let environment = ["XDG_STATE_HOME": "\(path)/state", "PATH": "/nonexistent"]
                        let store = AccountStore(environment: environment, addresses: .iNaturalist)
                        for step in 0..<10 {
                            let account = Account(id: number * 100 + step, login: "person\(number)-\(step)")
                            try await store.keep(try Samples.tokens(of: account), of: account)
                        }
                    }
                }
            }
        }
        let store = place.store()
        let accounts = try store.accounts()
        let expected: Set<Int> = Set((100..<500).filter { $0 % 100 < 10 })
        #expect(Set(accounts.map(\.id)) == expected)
        #expect(accounts.count == expected.count)
        #expect(accounts.count { $0.isCurrent } == 1)
        for account in accounts {
            #expect(try await store.tokens(of: account) == Samples.tokens(of: account.account))
        }
    }

    @Test("A renewal in one program and signing in anew in another end with the new OAuth token")
    func renewalMeetsSignIn() async throws {
        let place = try Place()
        let store = place.store()
        try await store.keep(try Samples.tokens(), of: Samples.wren)
        let old = try Samples.tokens().credentials
        // The program that renews still knows the old OAuth token.
        try await store.keep(try Samples.tokens(mark: "B"), of: Samples.wren)
        try await store.update(
            Credentials(oauth: old.oauth, jwt: try Samples.jwt(mark: "new")),
            of: Samples.wren
        )
        let kept = try await store.tokens(of: try #require(try store.current()))
        #expect(kept?.credentials.oauth == (try Samples.tokens(mark: "B").credentials.oauth))
        #expect(kept?.credentials.jwt == (try Samples.jwt(mark: "new")))
    }

    @Test("Who never lets go of the lock is told of; reading goes on")
    func heldLock() async throws {
        let place = try Place()
        let store = place.store()
        try await store.keep(try Samples.tokens(), of: Samples.wren)
        let account = try #require(try store.current())
        let lock = place.state.appending(path: "accounts.lock")
        let file = open(lock.path, O_RDWR)
        defer { close(file) }
        #expect(flock(file, LOCK_EX) == 0)
        #expect(throws: AccountStoreError.busy(path: lock.path)) { try store.makeCurrent(account) }
        #expect(try await store.tokens(of: account) == Samples.tokens())
    }

    @Test(
        "A full disk leaves the old files whole, and the message says so",
        .enabled(if: SmallDisk.isPossible)
    )
    func fullDisk() async throws {
        let place = try Place()
        try await SmallDisk.use(at: place.folder.appending(path: "state")) {
            let store = place.store()
            try await store.keep(try Samples.tokens(), of: Samples.wren)
            let before = try place.files().filter { $0.key.hasPrefix("state/inatty") }
            try SmallDisk.fill(place.folder.appending(path: "state/filler"))
            let error = await #expect(throws: AccountStoreError.self) {
                // Long, so that it needs room that is not there.
                var tokens = try Samples.tokens(mark: "B")
                let scopes = Array(repeating: "scope", count: 2_000)
                tokens.credentials.oauth = OAuthToken(text: Secret("oauth-B"), scopes: scopes)
                try await store.keep(tokens, of: Samples.wren)
            }
            let path = try place.find("tokens/*").path
            #expect(error == .cannotWrite(path: path, reason: SystemText.of(ENOSPC)))
            #expect(try place.files().filter { $0.key.hasPrefix("state/inatty") } == before)
            let account = try #require(try store.current())
            #expect(try await store.tokens(of: account) == Samples.tokens())
        }
    }

    @Test("A file that may not grow is told, and the old one stays whole")
    func fileSizeLimit() async throws {
        let place = try Place()
        try await place.store().keep(try Samples.tokens(), of: Samples.wren)
        let before = try place.files()
        let path = place.folder.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            let environment = ["XDG_STATE_HOME": "\(path)/state", "PATH": "/nonexistent"]
            let store = AccountStore(environment: environment, addresses: .iNaturalist)
            let tokens = try Samples.tokens(mark: "B")
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100, rlim_max: 100)
            guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(2) }
            do {
                try await store.keep(tokens, of: Samples.wren)
                exit(3)
            } catch AccountStoreError.cannotWrite(_, SystemText.of(EFBIG)) {
                exit(0)
            }
        }
        #expect(try place.files() == before)
    }
}

/// A disk of a few pages, for as long as the body: only root can mount one.
enum SmallDisk {
    static let isPossible: Bool = {
        guard geteuid() == 0, let place = try? Place() else { return false }
        defer { umount(place.folder.path) }
        return mount("tmpfs", place.folder.path, "tmpfs", 0, "size=32k") == 0
    }()

    static func use(at folder: URL, _ body: () async throws -> Void) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=32k,mode=700") == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { umount2(folder.path, Int32(MNT_DETACH)) }
        try await body()
    }

    /// Writes until nothing more fits.
    static func fill(_ url: URL) throws {
        let file = open(url.path, O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 7, count: 512)
        while write(file, page, page.count) > 0 {}
        guard errno == ENOSPC else { throw CocoaError(.fileWriteUnknown) }
    }
}
