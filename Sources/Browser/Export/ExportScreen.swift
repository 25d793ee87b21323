internal import Coordinates
package import ObservationExport
package import TerminalUI

/// Where a person says which rows are to be written to a file, in which form and where, and sees how far it is.
package nonisolated struct ExportScreen: Sendable {
    /// The lines of the form.
    package enum Field: Hashable, Sendable {
        case rows, format, path, truth, replace, write
    }

    /// What the person decided.
    package struct Decision: Sendable, Hashable {
        /// Whether the marked rows alone are written, else all that are shown.
        package let isMarkedOnly: Bool
        /// Where to, and what of them.
        package let choice: ExportChoice
    }

    /// How far it is.
    package enum Stage: Sendable, Hashable {
        /// The person is asked.
        case asking
        /// It is being written; nothing is known before the first rows are.
        case writing(ExportProgress?)
        /// It is written, to that file.
        case written(ExportProgress, path: String)
    }

    /// The fields and what is in them.
    package private(set) var form: Form<Field>
    /// How far it is.
    package private(set) var stage = Stage.asking
    /// What came of the last try, until something else is.
    package private(set) var remark: Span?
    /// How many rows are shown.
    let shown: Int
    private let hasMarks: Bool

    /// - Parameters:
    ///   - marked: how many rows are marked.
    ///   - shown: how many are shown.
    ///   - total: how many there are on the server; nil when that is not known, or all are shown.
    ///   - day: today, `YYYY-MM-DD`, for the file's name.
    package init(marked: Int, shown: Int, of total: Int? = nil, day: String) {
        self.shown = shown
        hasMarks = marked > 0
        let isPart = total.map { $0 > shown } ?? false
        let all =
            isPart
            ? "the \(NumberText.count(shown)) that are held of \(NumberText.count(total ?? shown))"
            : "all \(NumberText.count(shown)) in this order"
        let rows = marked > 0 ? ["the \(NumberText.count(marked)) marked", all] : [all]
        form = Form(
            [
                FormElement(.rows, label: "Rows", .choice(options: rows, selected: 0)),
                FormElement(
                    .format,
                    label: "Format",
                    .choice(options: ExportFormat.allCases.map(\.title), selected: 0)
                ),
                FormElement(
                    .path,
                    label: "File",
                    .field(TextField(text: Self.name(.csv, on: day))),
                    note: Span("In the current folder, unless it begins with / or ~/.", .muted)
                ),
                FormElement(
                    .truth,
                    label: "With the true points",
                    .choice(options: ["no", "yes"], selected: 0)
                ),
                FormElement(
                    .replace,
                    label: "Replace the file",
                    .choice(options: ["no", "yes"], selected: 0)
                ),
                FormElement(.write, .button("Write the file")),
            ],
            focus: .path
        )
        form[.replace]?.isHidden = true
        explainTruth()
    }

    /// Typing, pasting, turning a choice; Space presses the button.
    package mutating func handle(_ event: InputEvent) -> Decision? {
        guard isAsking else { return nil }
        return take(form.handle(event))
    }

    /// A click; some press the button.
    package mutating func click(_ position: Position, in rect: Rect) -> Decision? {
        guard isAsking else { return nil }
        return take(form.click(position, in: Self.body(in: rect)))
    }

    /// To the next field.
    package mutating func focusNext() { if isAsking { form.focusNext() } }

    /// To the field before.
    package mutating func focusPrevious() { if isAsking { form.focusPrevious() } }

    /// Enter.
    package mutating func accept() -> Decision? {
        guard isAsking else { return nil }
        return take(form.accept(submit: .write))
    }

    /// Whether the person is asked; else it is being written, or was.
    package var isAsking: Bool { stage == .asking }

    /// Whether it is being written, so that Escape stops that.
    package var isWriting: Bool { if case .writing = stage { true } else { false } }

    // MARK: - What comes of it

    /// Takes how far it is.
    package mutating func take(_ progress: ExportProgress) {
        if isWriting { stage = .writing(progress) }
    }

    /// Takes that it is written.
    package mutating func take(written report: ExportProgress) {
        stage = .written(report, path: form[.path]?.text ?? "")
    }

    /// Takes why it could not be written, beside the field that can mend it.
    package mutating func take(_ error: ExportError) {
        stage = .asking
        switch error {
        case .fileExists:
            form[.replace]?.isHidden = false
            complain(.replace, error.description)
        case .noFolder, .notAFile, .folderRefuses, .cannotWrite:
            complain(.path, error.description)
        case .cancelled:
            remark = Span(error.description, .warning)
        }
    }

    /// Takes why the rows could not be read, in whole sentences.
    package mutating func take(failure: String) {
        stage = .asking
        remark = Span(failure, .failure)
    }

    // MARK: - Fields

    static func body(in rect: Rect) -> Rect {
        rect.inset(left: rect.columns >= 76 ? 3 : 1, top: rect.rows >= 12 ? 3 : 0, right: 1)
    }

    private var format: ExportFormat { ExportFormat.allCases[form[.format]?.selection ?? 0] }

    private static func name(_ format: ExportFormat, on day: String) -> String {
        "observations-\(day).\(format.fileExtension)"
    }

    private mutating func take(_ outcome: Form<Field>.Outcome) -> Decision? {
        switch outcome {
        case .pressed: return decide()
        case .changed(.format):
            renameForFormat()
            forgetReplacing()
        case .changed(.truth): explainTruth()
        case .changed(.path): forgetReplacing()
        case .changed(.replace): form[.replace]?.problem = nil
        case .changed, .ignored, .moved: break
        }
        return nil
    }

    private mutating func decide() -> Decision? {
        form.clearProblems()
        remark = nil
        let path = form[.path]?.text ?? ""
        if path.allSatisfy(\.isWhitespace) { return complain(.path, "Type a file's name.") }
        if path.hasSuffix("/") || path == "." || path == ".." || path.hasSuffix("/..") {
            return complain(.path, "This is a folder. Type a file's name after it.")
        }
        let isReplacing = form[.replace].map { !$0.isHidden && $0.selection == 1 } ?? false
        stage = .writing(nil)
        return Decision(
            isMarkedOnly: hasMarks && form[.rows]?.selection == 0,
            choice: ExportChoice(
                path: path,
                format: format,
                showsTruth: form[.truth]?.selection == 1,
                replaces: isReplacing
            )
        )
    }

    /// The name's end follows the format, where it is that of another one.
    private mutating func renameForFormat() {
        let text = form[.path]?.text ?? ""
        guard
            let end = ExportFormat.allCases.map({ "." + $0.fileExtension }).first(where: text.hasSuffix)
        else { return }
        let name = text.dropLast(end.count) + "." + format.fileExtension
        guard case .field(var field) = form[.path]?.content else { return }
        field.text = String(name)
        form[.path]?.content = .field(field)
    }

    /// Another name is another file.
    private mutating func forgetReplacing() {
        form[.path]?.problem = nil
        form[.replace]?.problem = nil
        form[.replace]?.isHidden = true
        form[.replace]?.content = .choice(options: ["no", "yes"], selected: 0)
    }

    private mutating func explainTruth() {
        let isWanted = form[.truth]?.selection == 1
        form[.truth]?.note =
            isWanted
            ? Span(
                "The file will hold the true points and private places that you may see. Do not pass it on.",
                .warning
            )
            : Span("What the public sees alone; hidden ones have month and year, and no day.", .muted)
    }

    @discardableResult
    private mutating func complain(_ field: Field, _ sentence: String) -> Decision? {
        form[field]?.problem = sentence
        form.focus(on: field)
        return nil
    }
}
