// Gives the terminal back whatever happens: at the normal end, on a stop, on a signal and on a crash.
//
// One path does all of it, and it only calls what POSIX allows in a signal handler: write, tcsetattr, dup2,
// sigaction, raise. A process has one terminal, so the state is the process's own.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// What signals asked for since the last look; the bits of `terminal_guard_requests`.
enum TerminalGuardRequest {
    /// SIGWINCH: the terminal may have another size.
    TerminalGuardResized = 1,
    /// SIGTSTP from outside: the job is to stop.
    TerminalGuardStopAsked = 2,
    /// SIGCONT after a stop that nobody could prepare: the terminal's state is unknown.
    TerminalGuardContinued = 4,
};

/// Saves the modes of the terminal at `input` and installs the handlers. Where stderr is a terminal, it is
/// collected in memory while the screen is taken, and shown when the guard is removed or the program crashes.
/// Returns false, with errno set, if the modes cannot be read; nothing is installed then.
bool terminal_guard_install(int input, int output);

/// What to write when the terminal is given back, at most 1024 bytes; a safe default until it is set.
void terminal_guard_set_restoration(const char *bytes, size_t count);

/// Switches the terminal to raw modes and owes it the restoration from now on. Returns false, with errno set.
bool terminal_guard_take(void);

/// Writes the restoration and sets the saved modes, if the terminal is taken. Safe to call at any time.
void terminal_guard_release(void);

/// Whether the terminal is taken.
bool terminal_guard_has_taken(void);

/// While another program has the terminal, SIGINT and SIGQUIT are that program's affair.
void terminal_guard_set_lent(bool lent);

/// Stops the job as Ctrl-Z does in a shell; returns after SIGCONT. The terminal must be released.
void terminal_guard_stop_job(void);

/// A descriptor that becomes readable when a signal asked for something.
int terminal_guard_wake_descriptor(void);

/// What was asked for since the last call: bits of `TerminalGuardRequest`.
unsigned terminal_guard_requests(void);

/// Gives the calling thread a stack for signal handlers, so that a stack overflow restores the terminal too.
/// Costs one look at a thread-local variable after the first call.
void terminal_guard_prepare_thread(void);

/// Releases the terminal, puts the old handlers and stderr back, and shows the end of what was collected.
void terminal_guard_remove(void);
