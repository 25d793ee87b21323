/// What changes about accounts while a sandbox runs: passwords and suspensions.
struct AccountStandings: Sendable {
    private var passwords: [SandboxAccount.Role: String] = [:]
    private var suspensions: [SandboxAccount.Role: Suspension] = [
        .suspended: Suspension(until: "2036-09-01T00:00:00.000Z"),
        .banned: Suspension(until: nil),
    ]

    /// The password that signs in today.
    func password(of account: SandboxAccount) -> String {
        passwords[account.role] ?? account.password
    }

    mutating func setPassword(_ password: String, of account: SandboxAccount) {
        passwords[account.role] = password
    }

    func suspension(of account: SandboxAccount) -> Suspension? {
        suspensions[account.role]
    }

    mutating func setSuspension(_ suspension: Suspension?, of account: SandboxAccount) {
        suspensions[account.role] = suspension
    }
}
