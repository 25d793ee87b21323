/// One thing to pick from a ``PickList``.
package struct PickItem<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Its name for who made the list.
    package var id: ID
    /// What it is called.
    package var title: String
    /// What it does, in a sentence.
    package var detail: String
    /// What stands at the right: the keys that do the same.
    package var trailing: String
    /// The heading that it stands under; none when empty.
    package var group: String
    /// Why it cannot be picked now; nil when it can.
    package var disabledReason: String?

    /// An item that can be picked, unless a reason is given.
    package init(
        id: ID,
        title: String,
        detail: String = "",
        trailing: String = "",
        group: String = "",
        disabledReason: String? = nil
    ) {
        self.id = id
        self.title = title
        self.detail = detail
        self.trailing = trailing
        self.group = group
        self.disabledReason = disabledReason
    }

    /// What stands beside the title.
    var explanation: String { disabledReason ?? detail }
}
