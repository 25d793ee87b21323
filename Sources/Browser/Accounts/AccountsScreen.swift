package import Accounts
internal import Coordinates
package import FoundationEssentials
internal import INaturalist
package import TerminalUI

/// The accounts whose tokens are kept, to switch between and to sign out of.
package nonisolated struct AccountsScreen: Sendable {
    /// The accounts; nothing as long as they are not known.
    package private(set) var accounts: [KeptAccount]?
    /// Which of them the cursor is on.
    package private(set) var selected = 0
    /// Why they are not known.
    package var failure: String?

    package init() {}

    /// The account that the cursor is on.
    package var selectedAccount: KeptAccount? {
        accounts.flatMap { $0.indices.contains(selected) ? $0[selected] : nil }
    }

    /// Takes the accounts.
    package mutating func take(_ accounts: [KeptAccount]) {
        self.accounts = accounts
        failure = nil
        selected = accounts.firstIndex(where: \.isCurrent) ?? 0
    }

    /// Moves the cursor.
    package mutating func move(by rows: Int) {
        let last = max(0, (accounts?.count ?? 0) - 1)
        selected = max(0, min(last, selected + max(-last - 1, min(last + 1, rows))))
    }

    /// Puts the cursor on the account in that line of the screen.
    package mutating func click(_ position: Position, in rect: Rect) -> Bool {
        let row = position.row - Self.firstRow(in: rect) + top(in: rect)
        guard position.row >= Self.firstRow(in: rect), accounts?.indices.contains(row) == true else {
            return false
        }
        selected = row
        return true
    }

    /// - Parameters:
    ///   - rect: the whole screen but the bar and the footer.
    ///   - session: who is signed in now, kept or not.
    ///   - now: the servers' time.
    package func draw(on surface: inout Surface, in rect: Rect, session: Session, at now: Date) {
        let lines = Rect(
            column: rect.left + 1,
            row: rect.top,
            columns: max(0, rect.columns - 2),
            rows: rect.rows
        )
        let heading = Self.firstRow(in: rect) - rect.top - 1
        if heading >= 0 { surface.write(StyledLine("  Accounts", .heading), in: lines.line(heading)) }
        let first = heading + 1
        guard let accounts, !accounts.isEmpty else {
            let text = failure ?? (accounts == nil ? "Looking…" : "No account is kept. Press S to sign in.")
            for (row, line) in TerminalText.wrapped(text, to: max(1, lines.columns - 2)).enumerated() {
                surface.write(
                    StyledLine("  " + line, failure == nil ? .muted : .failure),
                    in: lines.line(first + row)
                )
            }
            drawUnkept(session, on: &surface, in: lines.line(first + 2))
            return
        }
        let room = Self.room(in: rect)
        let top = top(in: rect)
        for (row, account) in accounts.enumerated().dropFirst(top).prefix(room) {
            let line = lines.line(first + row - top)
            let isSelected = row == selected
            let ground: Ground = isSelected ? .selected : .normal
            if isSelected { surface.fill(line, style: Style(.text, on: ground)) }
            surface.write(self.line(account, columns: line.columns, at: now), in: line, on: ground)
        }
        let below = lines.splitTop(first + min(room, accounts.count) + 1).rest
        guard let failure else { return drawUnkept(session, on: &surface, in: below.line(0)) }
        for (row, line) in TerminalText.wrapped(failure, to: max(1, below.columns - 2)).enumerated() {
            surface.write(StyledLine("  " + line, .failure), in: below.line(row))
        }
    }

    /// How many accounts are shown at once.
    private static func room(in rect: Rect) -> Int { max(1, rect.bottom - firstRow(in: rect) - 4) }

    /// The first account that is shown.
    private func top(in rect: Rect) -> Int { max(0, selected - Self.room(in: rect) + 1) }

    private static func firstRow(in rect: Rect) -> Int { rect.top + (rect.rows > 14 ? 2 : 0) }

    private func drawUnkept(_ session: Session, on surface: inout Surface, in line: Rect) {
        guard session.keeping == .nowhere, let account = session.account else { return }
        let text = "  \(account.login) is signed in now and not kept: its tokens end with this program."
        surface.write(StyledLine(text, .muted), in: line)
    }

    private func line(_ account: KeptAccount, columns: Int, at now: Date) -> StyledLine {
        let mark = account.isCurrent ? "▸ " : "  "
        let time = Self.timeLeft(of: account, at: now)
        guard columns >= 76 else {
            return StyledLine(columns: [
                (StyledLine(mark + account.account.login), max(1, columns - 32)),
                (StyledLine(account.keeping.title, .muted), 10), (StyledLine(time, .muted), 22),
            ])
        }
        return StyledLine(columns: [
            (StyledLine(mark + account.account.login), 26),
            (StyledLine(account.account.name ?? "", .muted), max(1, columns - 80)),
            (StyledLine(account.keeping.title, .muted), 12), (StyledLine(time, .muted), 24),
            (StyledLine(account.way.title, .muted), 18),
        ])
    }

    private static func timeLeft(of account: KeptAccount, at now: Date) -> String {
        let left = account.jwtExpiry?.timeIntervalSince(now) ?? 0
        if left > 0 { return "JWT " + NumberText.duration(left) + " left" }
        // Every way but pasting leaves an OAuth token, which buys another JWT.
        if account.way != .token { return "JWT fetched when used" }
        return account.jwtExpiry == nil ? "no JWT kept" : "JWT expired"
    }
}
