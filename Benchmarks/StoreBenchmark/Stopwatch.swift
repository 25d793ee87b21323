internal import Glibc

/// Times in milliseconds, and the lines that they are told in: name, tab, numbers.
enum Stopwatch {
    static func milliseconds<Value>(_ body: () throws -> Value) rethrows -> (Double, Value) {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try body()
        return (Double((clock.now - start) / .nanoseconds(1)) / 1e6, value)
    }

    /// The median of several runs, the quickest, and the least processor time of one.
    static func several(_ runs: Int, _ body: () throws -> Void) rethrows -> [Double] {
        var times: [Double] = []
        var processors: [Double] = []
        for _ in 0..<runs {
            let before = processor()
            times.append(try milliseconds(body).0)
            processors.append(processor() - before)
        }
        times.sort()
        return [times[runs / 2], times[0], processors.min() ?? 0]
    }

    /// Processor time of this process in milliseconds: it tells what the clock cannot on a busy machine.
    static func processor() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }

    static func tell(_ name: String, _ numbers: Double...) { tell(name, numbers) }

    static func tell(_ name: String, _ numbers: [Double]) {
        write(([name] + numbers.map(text)).joined(separator: "\t"), to: 1)
    }

    /// A line, at once: whoever waits for it sees how far it is.
    static func write(_ line: String, to descriptor: Int32) {
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    /// Three digits behind the point.
    static func text(_ number: Double) -> String {
        let thousandths = Int((number * 1_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
