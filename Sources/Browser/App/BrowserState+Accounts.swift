internal import Accounts
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Shows the accounts whose tokens are kept.
    nonisolated mutating func showAccounts() -> [Effect] {
        push(.accounts(AccountsScreen())) + [start(.listAccounts, in: .accounts)]
    }

    /// Takes the accounts that are kept.
    nonisolated mutating func take(_ accounts: [KeptAccount]) {
        changeAccounts { $0.take(accounts) }
    }

    /// Goes on as the account that the cursor is on.
    nonisolated mutating func switchAccount() -> [Effect] {
        guard case .accounts(let screen) = screens.last, let account = screen.selectedAccount else {
            return tell("There is no account to go on with. Press S to sign in.")
        }
        guard account.account.id != session.account?.id || !session.mayAsk else {
            screens = []
            return tell("This is \(account.account.login) already.")
        }
        changeAccounts { $0.failure = nil }
        message = Message("Going on as \(account.account.login)… Esc stops.", .muted)
        return takeUp(account.account.login, isLasting: true)
    }

    /// Says what signing out does, before it is done.
    nonisolated mutating func askToSignOut() -> [Effect] {
        if case .accounts(let screen) = screens.last, let account = screen.selectedAccount {
            return push(.signOut(SignOutScreen(.kept(account))))
        }
        guard let tokens = session.tokens else {
            return tell("Nobody is signed in, so there is nothing to sign out of.")
        }
        if let kept = session.keptAccount(at: setting.addresses) {
            return push(.signOut(SignOutScreen(.kept(kept))))
        }
        let login = session.account?.login ?? "this session"
        return push(.signOut(SignOutScreen(.held(tokens, login: login))))
    }

    /// Signs out.
    nonisolated mutating func confirm() -> [Effect] {
        guard case .signOut(var screen) = screens.last, case .asking = screen.stage else { return [] }
        screen.stage = .working
        screens[screens.count - 1] = .signOut(screen)
        return [start(.signOut(screen.request), in: .signIn)]
    }

    /// Shows what came of signing out; whoever was signed in with these tokens is not any more.
    nonisolated mutating func signedOut(_ report: SignOutReport) -> [Effect] {
        var effects: [Effect] = []
        changeSignOut { $0.stage = .done(report) }
        if isOwnSignOut {
            effects += replaceSession(with: Session())
            heldAccount = nil
            effects += open(ListSource(.mine))
        }
        return effects
    }

    /// Signing out failed here: nothing was deleted.
    nonisolated mutating func signOutFailed(_ reason: String) {
        changeSignOut { $0.stage = .failed(reason) }
    }

    /// Whether the screen asks whether to sign out.
    nonisolated var isAskingToSignOut: Bool {
        if case .signOut(let screen) = screens.last, case .asking = screen.stage { true } else { false }
    }

    /// Whether somebody is being signed out.
    nonisolated var isSigningOut: Bool {
        screens.contains {
            if case .signOut(let screen) = $0, case .working = screen.stage { true } else { false }
        }
    }

    /// Whether the accounts are what the person looks at, so that what goes wrong is told there.
    nonisolated var isChoosingAccount: Bool {
        if case .accounts = screens.last { true } else { false }
    }

    /// Whether the sign-out on the screen is of whoever is signed in.
    private nonisolated var isOwnSignOut: Bool {
        screens.contains { screen in
            guard case .signOut(let screen) = screen else { return false }
            return switch screen.request {
            case .kept(let account): account.account.id == session.account?.id
            case .held: true
            }
        }
    }

    /// The person has read what came of signing out: back to the accounts, or to the start when nobody is signed in
    /// any more.
    nonisolated mutating func signedOutAndRead() -> [Effect] {
        screens.removeLast()
        guard session.way == nil else { return [start(.listAccounts, in: .accounts)] }
        // Another account may be kept: then that is offered, else the login screen.
        let effects = show(ListSource(.mine))
        return effects + (setting.isKeeping ? takeUp(nil) : askToSignIn())
    }

    nonisolated mutating func changeAccounts(_ change: (inout AccountsScreen) -> Void) {
        for index in screens.indices {
            guard case .accounts(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .accounts(screen)
        }
    }

    private nonisolated mutating func changeSignOut(_ change: (inout SignOutScreen) -> Void) {
        for index in screens.indices {
            guard case .signOut(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .signOut(screen)
        }
    }
}
