import INaturalist
import TerminalUI
import TestSupport
import Testing

@testable import Browser

/// Getting data out.
extension Feature {
    static let data = [
        Feature(
            "Copying over SSH (OSC 52)",
            [.copyMenu, .copyTrue],
            .here {
                var state = try World.browser()
                guard case .copy(let text, let said)? = state.press(.character("Y")).first else {
                    Issue.record("nothing was copied")
                    return
                }
                #expect(text == "41.6021800, -93.6124000" && said.role == .warning)
            },
            .elsewhere(
                "CursesTests/SessionTextTests",
                "The clipboard's sequence fits what lies between us and the terminal"
            )
        ),
        Feature(
            "Copying with the desktop's programs",
            [.copyMenu],
            .elsewhere(
                "OtherProgramsTests/ClipboardProgramTests",
                "The desktop that is there decides which program is asked first"
            )
        ),
        Feature(
            "Web page, and map at either point",
            [.openWebPage, .openMenu],
            .here {
                var state = try World.browser()
                #expect(
                    state.press(.character("o")) == [
                        .openWebPage("https://www.inaturalist.org/observations/9104")
                    ]
                )
                let map = state.press(.character("O"), .character("M"))
                guard case .openWebPage(let address)? = map.first else {
                    Issue.record("no map was opened: \(map)")
                    return
                }
                #expect(address.hasPrefix("https://www.openstreetmap.org/?mlat=41.60218&mlon=-93.6124"))
            }
        ),
        Feature(
            "Raw data in one's pager and editor",
            [.page, .edit],
            .here {
                for (key, program) in [("P", RowAction.TextProgram.pager), ("E", .editor)] {
                    var state = try World.browser()
                    let asked = state.press(.character(Character(key)))
                    let isAsked = asked.contains { effect in
                        if case .work(_, _, .raw([9_104], program, _)) = effect { true } else { false }
                    }
                    #expect(isAsked, "\(asked)")
                }
            },
            .elsewhere("OtherProgramsTests/TextViewerTests", "A large text is whole")
        ),
        Feature(
            "Pictures in the terminal",
            [.showPhotos],
            .here {
                var state = try World.browser()
                let asked = state.press(.character("p"))
                let isAsked = asked.contains { effect in
                    if case .work(.photo, _, .photos(of: 9_104, _)) = effect { true } else { false }
                }
                #expect(isAsked, "\(asked)")
            },
            .elsewhere(
                "OtherProgramsTests/PictureMakerTests",
                "kitty gets the pixels themselves, says nothing back and moves no cursor"
            ),
            .elsewhere(
                "OtherProgramsTests/PictureMakerTests",
                "Sixels come as one string of the room's pixels"
            )
        ),
        Feature(
            "Rows written to a file",
            [.export],
            .here {
                var state = try World.browser()
                state.press(.control("s"))
                let asked = state.press(.enter)
                let isAsked = asked.contains {
                    if case .work(.export, _, .export) = $0 { true } else { false }
                }
                #expect(isAsked, "\(asked)")
            },
            .elsewhere(
                "BrowserTests/Export/ExportScreenTests",
                "Enter writes all rows as CSV into the current folder, without the true points"
            )
        ),
        Feature(
            "For scripts, without a terminal",
            [],
            .elsewhere(
                "EndToEndTests/ObservationsCommandTests",
                "JSON has the agreed shape with both faces, in the order asked, for the proved person"
            )
        ),
    ]
}
