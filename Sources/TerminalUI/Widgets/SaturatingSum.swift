/// A sum that stops at the ends of what an `Int` holds: whoever moves "all the way" may say so with any number.
func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let sum = left.addingReportingOverflow(right)
    return sum.overflow ? (right > 0 ? Int.max : Int.min) : sum.partialValue
}
