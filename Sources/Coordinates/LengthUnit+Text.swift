extension LengthUnit {
    /// A length in whole metres or feet, however long it is: `27,754 m`, `91,056 ft`.
    ///
    /// - Parameter metres: anything but a finite number reads `—`.
    package func whole(_ metres: Double) -> String {
        guard metres.isFinite, metres.magnitude < 9e15 * short.metres else { return "—" }
        return NumberText.count(Int((metres / short.metres).rounded())) + short.sign
    }

    /// A length in the unit that keeps it short: `330 m`, `1.2 km`, `28 km`; `1,083 ft`, `1.2 mi`, `17 mi`.
    ///
    /// - Parameter metres: not negative; anything but a finite number reads `—`.
    package func length(_ metres: Double) -> String {
        if metres < longStart {
            let isTiny = metres > 0 && metres < 9.95 * short.metres
            return isTiny
                ? NumberText.fixed(metres / short.metres, decimals: 1) + short.sign : whole(metres)
        }
        if metres < 9.95 * long.metres {
            return NumberText.fixed(metres / long.metres, decimals: 1) + long.sign
        }
        guard metres.isFinite, metres < 9e15 else { return "—" }
        return NumberText.count(Int((metres / long.metres).rounded())) + long.sign
    }

    /// A distance between two points, with one decimal as long as it says something: `412 m`, `10.0 km`; `1,352 ft`,
    /// `6.2 mi`.
    ///
    /// - Parameter metres: not negative; anything but a finite number reads `—`.
    package func distance(_ metres: Double) -> String {
        if metres < longStart { return whole(metres) }
        guard metres < 99.95 * long.metres else { return length(metres) }
        return NumberText.fixed(metres / long.metres, decimals: 1) + long.sign
    }

    private var short: (metres: Double, sign: String) {
        switch self {
        case .metres: (1, " m")
        case .feet: (0.3048, " ft")
        }
    }

    private var long: (metres: Double, sign: String) {
        switch self {
        case .metres: (1_000, " km")
        case .feet: (1_609.344, " mi")
        }
    }

    /// From how many metres on the long unit is used: what rounds to one of it.
    private var longStart: Double {
        switch self {
        case .metres: 999.5
        case .feet: 5_279.5 * 0.3048
        }
    }
}
