import ArgumentParser
import Browser
import Glibc
import INaturalist
import ObservationExport
import ObservationImport
import ObservationStore
import OtherPrograms
import TerminalUI

/// `inatty open`: the observations of a file, without an account.
struct Open: MainActorCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Browse the observations of a file: the website's CSV export, a report of inatty, a saved API reply.",
        discussion: """
            What the file is, is seen by its content. Nobody has to be signed in, and no server is asked. Without a terminal \
            to browse on, the rows are printed. Rows that cannot be read are counted and named, never left out in silence.

            Examples:
              inatty open observations-123456.csv
              inatty open --check observations-123456.csv
              curl -s "$URL" | inatty open --json -
            """
    )

    @Argument(help: "The file; “-” for standard input.", completion: .file())
    var file: String

    @Flag(
        help:
            "Read the whole file, and say what it is and which rows cannot be read. Ends with 65 when there are any."
    )
    var check = false

    @Flag(help: "Print one JSON object, as inatty observations --json does.")
    var json = false

    @OptionGroup var displayOptions: DisplayOptions

    func validate() throws {
        if check && json {
            throw ValidationError("--check says what a file is, --json prints it. Give one of the two.")
        }
    }

    func execute() async throws {
        try await reportingErrors {
            guard file != "-" || isatty(STDIN_FILENO) == 0 else {
                throw UsageError(
                    description:
                        "“-” reads standard input, and that is the terminal here. Name a file, or pipe it in."
                )
            }
            let source = FileSource(argument: file)
            if check {
                try tell(of: source)
            } else if json || isatty(STDOUT_FILENO) == 0 && !displayOptions.plain {
                try list(source)
            } else {
                try await browse(file: source)
            }
        }
    }

    /// How many rows are in memory at a time.
    private static let lot = 1_000

    private func reader(of source: FileSource) throws -> ObservationFileReader {
        let addresses = try ServerAddresses(environment: LaunchEnvironment.current.variables)
        return try ObservationFileReader(source, site: addresses.site)
    }

    private func tell(of source: FileSource) throws {
        let reader = try reader(of: source)
        while try reader.next(Self.lot) != nil {}
        for line in FileReportText(reader.report, of: source).lines { try output(line) }
        if reader.report.refused > 0 { throw ExitCode(65) }
    }

    private func list(_ source: FileSource) throws {
        let reader = try reader(of: source)
        var printer = try ObservationPrinter(json ? ObservationReportStream() : nil, as: .anonymous)
        while let observations = try reader.next(Self.lot) { try printer.print(observations) }
        try printer.end()
        for line in FileReportText(reader.report, of: source).complaints { complain(line) }
    }

    /// Browses the file on the terminal.
    private func browse(file: FileSource) async throws {
        guard file != .standardInput else {
            throw UsageError(
                description:
                    "The browser listens to the keyboard on standard input. Name a file, or print with --json."
            )
        }
        let environment = LaunchEnvironment.current
        let client = environment.client(of: try ServerAddresses(environment: environment.variables))
        let services = BrowserServices(
            connect: { () async throws(INaturalistError) in client },
            store: { _ in nil },
            observations: { () throws(StoreError) in try ObservationStore.temporary() },
            openWebPage: WebBrowser.open,
            environment: environment.variables
        )
        let configuration = try displayOptions.configuration()
        let setting = BrowserState.Setting(
            site: client.addresses.site,
            addresses: client.addresses,
            isKeeping: false,
            remarks: configuration.remarks
        )
        try await displayOptions.browse(setting, .file(file), services, configuration)
    }
}
