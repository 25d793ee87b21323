internal import Accounts
internal import INaturalist
internal import TerminalUI

extension BrowserState {
    /// Shows the accounts whose tokens are kept.
    nonisolated mutating func showAccounts() -> [Effect] {
        guard setting.sandbox == nil else {
            return tell("The demo keeps no accounts. Press S to sign in as another of its people.")
        }
        return push(.accounts(AccountsScreen())) + [start(.listAccounts, in: .accounts)]
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
        message = Message("Going on as \(account.account.login)…", .muted)
        return takeUp(account.account.login)
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
    nonisolated mutating func signedOut(_ report: SignOutReport) {
        changeSignOut { $0.stage = .done(report) }
    }

    /// Signing out failed here: nothing was deleted.
    nonisolated mutating func signOutFailed(_ reason: String) {
        changeSignOut { $0.stage = .failed(reason) }
    }

    /// The person has read what came of signing out: back to the accounts, or to the start when it was their own
    /// session.
    nonisolated mutating func signedOutAndRead(_ screen: SignOutScreen) -> [Effect] {
        screens.removeLast()
        let isOwn =
            switch screen.request {
            case .kept(let account): account.account.id == session.account?.id
            case .held: true
            }
        guard isOwn else { return [start(.listAccounts, in: .accounts)] }
        session = Session()
        measurement = nil
        // Another account may be kept: then that is offered, else the login screen.
        return show(ListSource(.mine)) + takeUp(nil)
    }

    private nonisolated mutating func changeAccounts(_ change: (inout AccountsScreen) -> Void) {
        for index in screens.indices {
            guard case .accounts(var screen) = screens[index] else { continue }
            change(&screen)
            screens[index] = .accounts(screen)
        }
    }

    private nonisolated mutating func changeSignOut(_ change: (inout SignOutScreen) -> Void) {
        guard let index = screens.indices.last, case .signOut(var screen) = screens[index] else { return }
        change(&screen)
        screens[index] = .signOut(screen)
    }
}
