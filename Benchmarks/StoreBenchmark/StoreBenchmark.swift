internal import Glibc
internal import INaturalist
internal import ObservationStore

/// Measures the store and the reading of replies, without a terminal. Benchmarks/README.md says what the rows mean.
@main
struct StoreBenchmark {
    static let usage = """
        usage: StoreBenchmark fill STORE COUNT       writes COUNT made-up observations in pages of 200
               StoreBenchmark csv FILE COUNT         the same rows as a table for other programs
               StoreBenchmark export FILE COUNT      the same rows as the website exports them
               StoreBenchmark arrange STORE          sorts, filters, counts; from the disk and from memory
               StoreBenchmark scroll STORE           memory with every row shown once
               StoreBenchmark replies FOLDER         reads and stores the replies (*.json) of a folder
        """

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        do {
            switch (words.first, words.count) {
            case ("fill", 3): try Filling(path: words[2], count: number(words[3])).run()
            case ("csv", 3): try Table(path: words[2], count: number(words[3])).writeRows()
            case ("export", 3): try Table(path: words[2], count: number(words[3])).writeExport()
            case ("arrange", 2...): try Arranging(path: words[2], only: Array(words.dropFirst(2))).run()
            case ("scroll", 2): try Scrolling(path: words[2]).run()
            case ("replies", 2...): try Replies(folder: words[2], only: Array(words.dropFirst(2))).run()
            default:
                Stopwatch.write(usage, to: 2)
                exit(64)
            }
        } catch {
            Stopwatch.write("StoreBenchmark: \(error)", to: 2)
            exit(1)
        }
    }

    private static func number(_ word: String) -> Int { Int(word) ?? 1_000_000 }
}
