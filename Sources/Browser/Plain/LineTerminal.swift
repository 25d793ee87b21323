package import SecretMemory

/// Where plain mode reads lines from and writes them to: a terminal that follows what is written, or two pipes.
///
/// The seam between plain mode and the process's own streams: a test passes lines that it made up.
@MainActor
package protocol LineTerminal: AnyObject {
    /// Whether every character can be shown; else only ASCII is written.
    var isUnicode: Bool { get }
    /// Whether somebody types, whose lines are seen as they are typed; else they come from a pipe or a file.
    var isConversation: Bool { get }
    /// Asks for a line with a prompt; nil at the end of the input, and once ``end()`` was called.
    func line(_ prompt: String) async -> String?
    /// Asks for a line that is not shown while it is typed, or takes the next one of a pipe; nil when it was stopped.
    func secret(_ prompt: String) async -> SecretBytes?
    /// Writes whole lines, sanitised already, each ended by a line break. A prompt that stands open is asked again.
    func write(_ lines: [String])
    /// Stops the job, as Ctrl-Z does; returns when it is in the foreground again.
    func suspend()
    /// Says whom to tell that the person wants to leave at once, as by Ctrl-C.
    func setEndHandler(_ handler: @escaping @MainActor () -> Void)
    /// No line is wanted any more.
    func end()
}
