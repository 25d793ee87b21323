package import Accounts
package import FoundationEssentials
package import INaturalist
package import ObservationImport
package import TerminalUI

/// Everything that the browser knows. `update` changes it and says what else is to be done; `draw` shows it.
package nonisolated struct BrowserState: Sendable {
    /// A screen that lies over the table.
    package enum Screen: Sendable {
        case signIn(SignInScreen)
        case detail(DetailScreen)
        case tokens(TokenScreen)
        case accounts(AccountsScreen)
        case signOut(SignOutScreen)
        case pick(PickScreen)
        case columns(ColumnsScreen)
        case messages(MessagesScreen)
        case photos(PhotoScreen)
        case export(ExportScreen)
        case chooser(ChooserScreen)
        case sort(SortScreen)
        case facets(FacetScreen)
        case changes(ChangesScreen)
        case jobs(JobsScreen)
        case query(QueryScreen)
    }

    /// The made-up accounts and application of a sandbox, for its login screen.
    package struct SandboxAccess: Sendable {
        /// User name and password of each, the first as an example in the fields.
        package var accounts: [(username: String, password: String)]
        /// The application that they sign in with.
        package var application: OAuthApplication

        package init(
            accounts: [(username: String, password: String)],
            application: OAuthApplication
        ) {
            self.accounts = accounts
            self.application = application
        }
    }

    /// What hardly changes while it runs.
    package struct Setting: Sendable {
        /// The website's address as the login screen names it.
        package var site: String
        /// The servers; nothing while a built-in server is still starting.
        package var addresses: ServerAddresses?
        /// Who can sign in, when the servers are the sandbox.
        package var sandbox: SandboxAccess?
        /// Whether tokens that are kept may be used, and more be kept; `--no-store` says no.
        package var isKeeping: Bool
        /// Stands in the bar when the data is not the real world's: `sandbox`.
        package var badge: String?
        /// The list to begin with.
        package var start: ListSource
        /// What the last run left; nothing when nothing is remembered, or it was told what to show.
        package var memory: SessionMemory?
        /// What is to be told at the start, such as mistakes in the configuration.
        package var remarks: [Message] = []
        /// How the configuration has it, so that only what was changed while it ran is remembered.
        package var configured = Preferences()

        package init(
            site: String,
            addresses: ServerAddresses?,
            sandbox: SandboxAccess? = nil,
            isKeeping: Bool = true,
            badge: String? = nil,
            start: ListSource = ListSource(.mine),
            memory: SessionMemory? = nil,
            configured: Preferences = Preferences(),
            remarks: [Message] = []
        ) {
            self.remarks = remarks
            self.memory = memory
            self.configured = configured
            self.site = site
            self.addresses = addresses
            self.sandbox = sandbox
            self.isKeeping = isKeeping && sandbox == nil
            self.badge = badge
            self.start = start
        }
    }

    /// How the program began to sign somebody in.
    package enum Opening: Sendable, Hashable {
        /// With what the environment gave; its failure is told on the login screen.
        case request(SignInRequest)
        /// With the tokens that are kept of that account; of the current one without a login.
        case kept(login: String?)
        /// With nobody: the rows are those of a file.
        case file(FileSource)
    }

    /// What is typed at the foot of the table.
    package enum Prompt: Sendable {
        /// Words to go to the next row that has them.
        case find(FindPrompt)
        /// Words to leave out all rows without them.
        case filter(FilterPrompt)
        /// A box to leave out all rows outside of it.
        case box(BoxPrompt)
        /// An observation to go to.
        case goTo(GoToPrompt)
    }

    /// What of the table can be dragged.
    package enum Grip: Sendable {
        /// The line between the table and the comparison.
        case split
        /// The scrollbar.
        case scrollbar
    }

    package var setting: Setting
    /// How the person wants it to look and to work.
    package var preferences: Preferences
    package var size: Size
    /// The clock's time at the last event.
    package var now: Date
    package var session = Session()
    package var list = ObservationList(ListSource(.everyone))
    /// Which rows the person wants, in which order; the list follows when the store has found them.
    package var wanted = Narrowing()
    /// As whom the list is fetched on: as whoever spoke when it was opened.
    package var listIdentity = Identity.anonymous
    /// Whose rows are shown while the kept tokens are being proved, or cannot be.
    package var heldAccount: Account?
    package var table = TableScreen()
    /// What lies over the table, the uppermost last.
    package var screens: [Screen] = []
    package var prompt: Prompt?
    /// What was being typed at the foot of the table when help, the commands or the messages were laid over it.
    package var coveredPrompt: Prompt?
    package var message: Message? {
        didSet {
            if let message, message != oldValue, message.role != .muted { messages.note(message, at: now) }
        }
    }
    /// What was said so far; what is only under way, and soon gone, is not in it.
    package var messages = MessageLog()
    /// How high the comparison below the table is to be, its frame included; as high as suits it without.
    package var paneRows: Int?
    /// What the mouse has hold of.
    package var grip: Grip?
    /// The number that was typed before a command; it is gone once a command was done.
    package var count: Int?
    /// What the bar explained last, wrapped.
    package var notices = WrappedNotices()
    /// How the program began to sign somebody in, until that has worked.
    package var opening: Opening?
    /// Where tokens would be kept, once that is known.
    package var keeping: Keeping?
    /// What the tokens were measured to be good for; it is forgotten with them.
    package var measurement: TokenMeasurement?
    /// Which tokens the measurement is about, and when it was begun.
    package var measured: (credentials: Credentials, at: Date)?
    /// Seconds by which this computer's clock is ahead of the servers'.
    package var clockError = 0.0
    /// When the JWT is to be exchanged for a fresh one, on this computer's clock.
    package var renewalDate: Date?
    /// The moment for which the last alarm was set.
    package var alarm: Date?
    /// Why the list could not be fetched on; until it is asked for again.
    package var listFailure: Message?
    /// Whether the person wants the whole list and to be at its end, as `End` does.
    package var wantsEnd = false
    /// What the server was last asked for by the query screen.
    package var lookUpAsked: QueryCompletions.LookUp?
    /// Whether rows were written since they were last put in order.
    package var isStale = false
    /// The observation that the cursor shall be on once rows that were left out are back.
    package var returningTo: Int?
    /// The observation that the cursor was on when the last run ended, until all rows are in order.
    package var resumingTo: Int?
    /// The observation that the cursor was on before a filter was typed.
    package var filteredFrom: Int?
    /// How many rows the work of a lane had fetched when its rows were last taken up.
    package var fetchedRows: [Lane: Int] = [:]
    /// Whether rows are kept for the next run; else they are held for this one alone.
    package var isKeepingRows: Bool
    /// What is to be known of the file that the rows are from.
    package var fileRemark: String?
    /// Whether the store failed; it is not asked again before the person wants it.
    package var hasStoreFailed = false
    /// In which direction to go on finding once the store has found the rows.
    package var pendingStep: Bool?
    /// Whether the list has not been asked for at the server since it was opened or is to be asked for again.
    package var isUnchecked = true
    /// Whether that is being asked.
    package var isChecking = false
    /// Whether the person asked for that, and is to be told that it was done.
    package var isReloading = false
    /// The fetching that the person sees, while it goes on and after it.
    package var job: JobStatus?
    /// Whether that waits for the person to sign in again.
    package var isJobInterrupted = false
    /// Which piece of work is awaited in each lane.
    package var pending: [Lane: Int] = [:]
    package var lastTicket = 0

    /// - Parameters:
    ///   - preferences: how the person wants it to look and to work.
    ///   - size: of the terminal.
    ///   - now: of the clock.
    package init(setting: Setting, preferences: Preferences = Preferences(), size: Size, now: Date) {
        self.setting = setting
        self.preferences = preferences
        isKeepingRows = setting.isKeeping
        self.size = size
        self.now = now
    }

    /// The smallest terminal that shows everything there is to see.
    package static let minimumSize = Size(columns: 60, rows: 15)

    /// How many rows are asked for at once: the most that the server gives.
    package static let pageLimit = 200

    /// Where the keyboard is.
    package var context: Context {
        switch prompt {
        case .find: return .find
        case .filter: return .filter
        case .box: return .box
        case .goTo: return .goTo
        case nil: break
        }
        return switch screens.last {
        case .signIn: .signIn
        case .detail: .detail
        case .tokens: .tokens
        case .accounts: .accounts
        case .signOut: .signOut
        case .pick(let screen): screen.context
        case .columns: .columns
        case .messages: .messages
        case .photos: .photos
        case .export: .export
        case .chooser: .chooser
        case .sort: .sort
        case .facets: .facets
        case .changes(let screen): screen.prompt == nil ? .changes : .since
        case .jobs: .jobs
        case .query: .query
        case nil: .table
        }
    }

    /// The servers' time: what times left are counted by, because the servers judge them by it.
    package var serverNow: Date { now.addingTimeInterval(-clockError) }

    /// The row that the cursor is on.
    package var selectedEntry: ObservationList.Entry? {
        list.entry(at: table.position.selected)
    }

    /// The observation that commands are about: the one opened, or the one the cursor is on.
    package var currentEntry: ObservationList.Entry? {
        if case .detail(let screen) = screens.last { return screen.entry(in: list) }
        return selectedEntry
    }

    /// Whose view of the rows is shown: before the kept tokens are proved, what was held for them.
    package var shownIdentity: Identity { isShowingHeld ? .jwt : session.identity }

    /// Whether the rows are those that are held for an account that is not proved, or not yet.
    package var isShowingHeld: Bool { session.way == nil && heldAccount != nil }
}
