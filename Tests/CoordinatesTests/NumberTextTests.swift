import Coordinates
import Testing

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_284, "1,284"), (12_345, "12,345"),
        (123_456, "123,456"), (1_000_000, "1,000,000"), (1_000_010, "1,000,010"), (-1_284, "-1,284"),
        (-999, "-999"), (Int.max, "9,223,372,036,854,775,807"), (Int.min, "-9,223,372,036,854,775,808"),
    ]) func `a count has a comma between thousands`(value: Int, text: String) {
        #expect(NumberText.count(value) == text)
    }

    @Test(
        arguments: [
            (41.65104, 5, "41.65104"), (-93.71288, 5, "-93.71288"), (-93.71288, 7, "-93.7128800"),
            (0, 5, "0.00000"), (-0.000001, 5, "0.00000"), (0.05, 1, "0.1"), (179.999999, 5, "180.00000"),
            (12, 0, "12"), (0.5, 0, "1"), (-0.5, 0, "-1"), (2.5, 0, "3"), (-0.4, 0, "0"), (0.125, 2, "0.13"),
            (1.5, 15, "1.500000000000000"), (8_999_999_999_999_999, 0, "8999999999999999"),
            (9e15, 0, "—"), (-9e10, 5, "—"), (.nan, 5, "—"), (.infinity, 5, "—"), (-.infinity, 0, "—"),
        ] as [(Double, Int, String)]
    ) func `a number has exactly its decimals`(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }
}
