import FoundationEssentials
import INaturalist
import ObservationExport
import TerminalUI
import Testing

@testable import Browser

@Suite struct PlainDialogueTests {
    // MARK: - Where one is

    @Test func `the table is told as numbered lines in words`() throws {
        let size = PlainDisplay.size
        var talk = PlainTalk(try World.browser(size.columns, size.rows))
        let lines = talk.hear()
        #expect(lines.first == "Observations: obscured, private, mine.")
        #expect(lines.contains("Rows 1 to 7 of 7:"))
        let orchid =
            "1. Western Prairie Fringed Orchid, 2026-06-21, obscured, public 41.65104, -93.71288 ± 28 km, in Iowa, US, "
            + "true 41.60218, -93.61240 ± 330 m, in Old Mill Meadow, Polk, Iowa, 10.0 km ESE"
        #expect(lines.contains(orchid))
        #expect(lines.contains { $0.hasPrefix("3. Peregrine Falcon, 2026-04, obscured by taxon, ") })
        #expect(lines.contains { $0.hasPrefix("3. ") && $0.hasSuffix(", true withheld") })
        #expect(
            lines.contains {
                $0.hasPrefix("5. American Robin, no date, open, ") && $0.hasSuffix("true the same")
            }
        )
        #expect(lines.allSatisfy(isPlain))
        #expect(talk.dialogue.prompt == "table> ")
    }

    @Test func `an empty line goes on by ten rows, to the end and no further`() throws {
        var talk = try PlainTalk.begun(1...25)
        #expect(talk.say("").first == "Rows 11 to 20 of 25:")
        let last = talk.say("next")
        #expect(last.first == "Rows 21 to 25 of 25:")
        #expect(last.last?.hasPrefix("25. Orchid 1,") == true)
        #expect(talk.say("") == ["That was the last."])
        #expect(talk.say("previous").first == "Rows 11 to 20 of 25:")
        #expect(talk.dialogue.state.table.position.selected == 10)
    }

    @Test func `a number opens that row, and back leads to the page that was left`() throws {
        var talk = try PlainTalk.begun(1...25)
        talk.say("")
        let opened = talk.say("13")
        #expect(opened.first == "Observation 13.")
        #expect(opened.contains("Orchid 13: Platanthera praeclara"))
        #expect(talk.dialogue.prompt == "detail> ")
        #expect(talk.say("back").contains("Rows 11 to 20 of 25:"))
        #expect(talk.say("26") == ["There is no 26: the numbers are 1 to 25."])
    }

    @Test func `a movement within the page tells the row alone`() throws {
        var talk = try PlainTalk.begun(1...25)
        let lines = talk.say("j")
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("Selected: 2. Orchid 24,") == true)
        #expect(talk.say("last").first == "Rows 16 to 25 of 25:")
    }

    // MARK: - Commands

    @Test(arguments: [
        ("sort", Context.sort), ("so", .sort), ("s", .sort), ("counts", .facets), ("facets", .facets),
        ("f", .facets),
        ("filter", .filter), ("&", .filter), ("fi", .table), ("find", .find), ("tokens", .tokens),
        ("changes", .changes), ("sign in", .signIn), ("SORT", .sort), (":sort", .sort), ("F4", .filter),
        ("Enter", .detail), ("sorting", .table), ("\u{1B}[31ms", .table),
    ])
    func `a command is its name, its title, a beginning that is one command's alone, or a key`(
        _ line: String,
        _ context: Context
    ) throws {
        var talk = try PlainTalk.begun()
        let lines = talk.say(line)
        #expect(talk.dialogue.state.context == context)
        #expect(lines.allSatisfy(isPlain))
    }

    @Test func `what is no command is told with the names most like it`() throws {
        var talk = try PlainTalk.begun()
        #expect(talk.say("filtr").joined().contains("There is no “filtr” here. The nearest: filter."))
        let several = talk.say("fi").joined()
        #expect(
            several.contains("filter") && several.contains("find") && several.contains("Type more of it.")
        )
        #expect(talk.say("confirm").joined().contains("Sign out"))
    }

    @Test func `a question mark lists every command of the place with its keys, and q closes the list`()
        throws
    {
        var talk = try PlainTalk.begun()
        var lines = talk.say("?")
        while lines.last == "An empty line goes on." { lines += talk.say("") }
        for command in CommandTable.commands(in: .table) {
            #expect(
                lines.contains { $0.hasPrefix(command.id.name) && $0.hasSuffix(command.help) },
                "\(command.id)"
            )
        }
        #expect(lines.contains { $0.hasPrefix("filter (&, F4): ") })
        #expect(talk.say("q").first == "Observations: obscured, private, mine.")
    }

    @Test func `a filter is taken from its line, from the next one, or from a key's`() throws {
        for lines in [["filter orchid"], ["filter", "orchid"], ["&orchid"]] {
            var talk = try PlainTalk.begun()
            var answer: [String] = []
            for line in lines { answer = talk.say(line) }
            #expect(answer.contains("Rows 1 to 1 of 1:"), "\(lines)")
            #expect(answer.contains("Only “orchid”, 1 of 7."))
            #expect(talk.say("widen").contains("Rows 1 to 7 of 7:"))
        }
    }

    @Test func `where a line takes text, a command has a colon before it`() throws {
        var talk = try PlainTalk.begun()
        talk.say("find")
        #expect(talk.dialogue.prompt == "find> ")
        talk.say(":back")
        #expect(talk.dialogue.state.context == .table)
        #expect(talk.say("find turtle").first?.hasPrefix("Selected: 2. Spotted Turtle") == true)
        #expect(talk.say("box 41, -94").contains { $0.contains("After a point say how far around it") })
        #expect(talk.dialogue.state.context == .box)
    }

    @Test func `choices are numbered, and can be named behind the command`() throws {
        var talk = try PlainTalk.begun()
        let sort = talk.say("sort")
        #expect(sort.contains("2. Taxon, A to Z"))
        #expect(talk.say("2").contains("2. Taxon, A to Z, key 1"))
        let table = talk.say("back")
        #expect(table.contains("Sorted by taxon, A to Z."))
        #expect(table.contains { $0.hasPrefix("1. American Robin") })
        #expect(talk.say("sort scientific").contains("3. Scientific name, A to Z, key 1"))
        #expect(talk.say("5 add").contains("5. Observed, newest first, key 2"))
        talk.say("back")
        let counts = talk.say("counts")
        #expect(counts.contains("Counts by geoprivacy."))
        #expect(counts.contains { $0.hasPrefix("1. obscured, 4 rows, 57%") })
        #expect(talk.say("1").contains { $0.hasPrefix("1. obscured, 4 rows") && $0.hasSuffix(", shown") })
    }

    @Test func `another identity is told, with what it may not see`() throws {
        var talk = try PlainTalk.begun()
        let lines = talk.say("token")
        #expect(lines.contains { $0.hasPrefix("As anonymous") })
        #expect(lines.contains { $0.hasPrefix("1. ") && $0.hasSuffix(", true asked for") })
        #expect(lines.contains { $0.contains("41.60218") } == false)
        #expect(talk.dialogue.isBusy)
    }

    @Test func `what would be copied is told`() throws {
        var talk = try PlainTalk.begun()
        talk.say("Y")
        talk.take { $0.perform(.copyTrue) }
        let lines = talk.hear()
        #expect(lines.prefix(2) == ["Here it is, to be copied:", "41.6021800, -93.6124000"])
        #expect(lines.last?.contains("Mind where you paste it.") == true)
        #expect(talk.asked.isEmpty)
    }

    // MARK: - Waiting

    @Test func `the next line waits for what the one before asked for, and not for fetching`() throws {
        var talk = try PlainTalk.begun()
        talk.browser.slow = [.arrangement]
        talk.take { $0.take(line: "filter orchid", at: World.now) }
        #expect(talk.dialogue.isBusy)
        talk.browser.release()
        talk.dialogue.state = talk.browser.state
        #expect(!talk.dialogue.isBusy)
        talk.say("widen", "fetch all")
        #expect(talk.asked.contains { $0.isJob })
        #expect(!talk.dialogue.isBusy)
        talk.take { $0.take(line: "wait", at: World.now) }
        #expect(talk.dialogue.isBusy)
    }

    @Test func `fetching is told now and then, and whenever it stands otherwise`() throws {
        var talk = try PlainTalk.begun()
        talk.say("fetch all")
        func told(_ done: Int, _ state: JobStatus.State, after seconds: Double) -> [String] {
            talk.dialogue.state.job?.done = done
            talk.dialogue.state.job?.state = state
            return talk.dialogue.news(isAnswer: false, at: World.now.addingTimeInterval(seconds))
        }
        #expect(told(100, .running, after: 1) == [])
        #expect(told(200, .running, after: 4.9) == [])
        #expect(told(300, .running, after: 6).count == 1)
        #expect(told(300, .paused, after: 6.1).first?.contains("paused") == true)
        #expect(
            told(300, .failed("The server is gone."), after: 6.2).first?.contains("The server is gone.")
                == true
        )
    }

    @Test func `a message is told once`() throws {
        var talk = try PlainTalk.begun()
        #expect(talk.say("n") == ["Note: Nothing was looked for yet: press /."])
        #expect(talk.dialogue.news(isAnswer: false, at: World.now) == [])
        #expect(talk.say("n") == ["Note: Nothing was looked for yet: press /."])
    }

    @Test func `plain mode says where the file is`() throws {
        var talk = try PlainTalk.begun()
        talk.say("export")
        talk.say("write the file")
        let ticket = try #require(workTicket(talk.asked, .export))
        talk.take {
            $0.take(
                [.finished(.export, ticket: ticket, .exported(ExportProgress(rows: 4, total: 4)))],
                at: World.now
            )
        }
        let said = talk.hear().joined(separator: "\n")
        #expect(said.contains("observations-"), "\(said)")
    }

    @Test func `plain mode waits for the file`() throws {
        var talk = try PlainTalk.begun()
        talk.say("export", "write the file")
        let isBusy = talk.dialogue.isBusy
        #expect(isBusy)
    }

    @Test func `plain mode says which rows are marked`() throws {
        var talk = try PlainTalk.begun()
        talk.say("mark-all")
        #expect(talk.dialogue.state.plainRow(0).contains("marked"))
    }
}
