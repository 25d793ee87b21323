internal import GRDB

/// The beginnings of observations' addresses, `https://www.inaturalist.org/observations/`: a few for a million rows.
struct AddressBook {
    private let database: Database
    private let moment: Int64
    private var numbers: [String: Int64] = [:]
    private var beginnings: [Int64: String] = [:]
    /// The one that was last used: pages come from one site.
    private var last: (beginning: String, number: Int64)?

    /// Sites of the network are some dozens; more are made up, and kept whole.
    private static let limit = 200

    /// - Parameter moment: when it is used, in seconds since 1970.
    init(_ database: Database, at moment: Int64 = 0) throws {
        self.database = database
        self.moment = moment
        for (number, beginning) in try database.all(
            "SELECT number, beginning FROM address",
            [],
            { ($0.integer(0), $0.text(1) ?? "") }
        ) {
            numbers[beginning] = number
            beginnings[number] = beginning
        }
    }

    /// The short form of an address; its beginning is noted when it is a new one.
    mutating func cell(_ address: String, id: Int) throws -> Cell {
        let ending = String(id)
        if let last, address.utf8.count == last.beginning.utf8.count + ending.utf8.count,
            address.hasPrefix(last.beginning), address.hasSuffix(ending)
        {
            return .number(last.number)
        }
        guard address.hasSuffix("/\(ending)") else { return .words(address) }
        let beginning = String(address.dropLast(ending.count))
        if numbers[beginning] == nil {
            guard numbers.count < Self.limit else { return .words(address) }
            let statement = try database.raw("INSERT INTO address (beginning, noticed_at) VALUES (?1, ?2)")
            statement.bind(1, beginning)
            statement.bind(2, moment)
            try statement.run()
            numbers[beginning] = statement.lastKey
            beginnings[statement.lastKey] = beginning
        }
        guard let number = numbers[beginning] else { return .words(address) }
        last = (beginning, number)
        return .number(number)
    }

    /// The whole address.
    func address(_ cell: Cell, id: Int64) -> String {
        switch cell {
        case .number(let number): (beginnings[number] ?? Self.usual) + String(id)
        case .words(let address): address
        default: Self.usual + String(id)
        }
    }

    private static let usual = "https://www.inaturalist.org/observations/"
}
