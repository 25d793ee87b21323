package import Coordinates
package import ObservationStore

/// What a run leaves for the next one: where the person was, and how the table looked.
///
/// It names lists with their queries, columns and an observation's id; never a token, never a point or a box. The
/// filter's words are not in it either: a table that begins with rows left out looks as if they were gone.
package nonisolated struct SessionMemory: Sendable, Hashable {
    /// The account that was signed in; nil for nobody.
    package var account: Int?
    /// The list that was shown; nil for one that is not remembered, a file's.
    package var list: ListSource?
    /// What its rows were sorted by.
    package var sort: [SortKey]
    /// The observation that the cursor was on.
    package var selected: Int?
    /// How high the comparison below the table was, in rows; nil for as high as suits it.
    package var splitRows: Int?
    /// The columns, where they were changed while the program ran; nil for those of the configuration.
    package var columns: ColumnLayout?
    /// How points were written, where that was changed.
    package var coordinates: CoordinateFormat?
    /// The unit of lengths, where that was changed.
    package var units: LengthUnit?

    /// Puts together what is left.
    ///
    /// - Parameters:
    ///   - account: who is signed in; nil for nobody.
    ///   - list: what is shown.
    ///   - sort: what its rows are sorted by.
    ///   - selected: the observation that the cursor is on.
    ///   - splitRows: how high the comparison is; nil for as high as suits it.
    ///   - preferences: as they are now.
    ///   - configured: as the configuration has them. What is the same is not remembered, so that a change of the
    ///     configuration is seen at the next start.
    package init(
        account: Int?,
        list: ListSource,
        sort: [SortKey],
        selected: Int?,
        splitRows: Int?,
        preferences: Preferences,
        configured: Preferences
    ) {
        self.account = account
        self.list = list.isOffline || list.hasBox ? nil : list
        self.sort = sort
        self.selected = selected
        self.splitRows = splitRows
        columns = preferences.columns == configured.columns ? nil : preferences.columns
        coordinates = preferences.coordinates == configured.coordinates ? nil : preferences.coordinates
        units = preferences.units == configured.units ? nil : preferences.units
    }

    /// Nothing.
    init() { sort = [] }

    /// Puts into preferences what was changed while the program ran.
    package func apply(to preferences: inout Preferences) {
        if let columns { preferences.columns = columns }
        if let coordinates { preferences.coordinates = coordinates }
        if let units { preferences.units = units }
    }

    /// The list for an account, and how it was left; nil when there is none, and when it is another account's own: what
    /// is “mine” for one is somebody else's for the other.
    package func list(for account: Int?) -> (source: ListSource, sort: [SortKey])? {
        guard let list, list.owner != .mine || account == self.account else { return nil }
        return (list, sort)
    }

    /// The row for an account; nil for another one than was signed in.
    package func selected(for account: Int?) -> Int? {
        account == self.account ? selected : nil
    }
}
