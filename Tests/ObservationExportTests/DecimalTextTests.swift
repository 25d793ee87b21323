import ObservationExport
import Testing

@Suite struct DecimalTextTests {
    @Test(
        arguments: [
            (0, 7, "0"), (-0.0, 7, "0"), (-0.00000004, 7, "0"), (0.00000005, 7, "0.0000001"),
            (-93.6124, 7, "-93.6124"), (41.60218, 2, "41.6"), (180, 7, "180"), (-179.99999999, 7, "-180"),
            (1e-7, 7, "0.0000001"), (27_754, 2, "27754"), (1_000_000, 2, "1000000"), (0.005, 2, "0.01"),
            (12.5, 0, "13"), (-12.5, 0, "-13"), (1e16, 2, "10000000000000000"), (.infinity, 7, ""),
            (.nan, 7, ""), (1e300, 2, ""),
        ] as [(Double, Int, String)]
    ) func `a number has a point, no exponent and no zeros at its end`(
        _ value: Double,
        _ decimals: Int,
        _ text: String
    ) {
        #expect(DecimalText.text(value, decimals: decimals) == text)
    }
}
