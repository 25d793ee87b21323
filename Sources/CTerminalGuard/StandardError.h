// stderr while the screen is taken: into memory instead of across the screen. Safe in a signal handler.
#pragma once

/// Sends stderr to memory, if it is a terminal.
void standard_error_collect(void);

/// Sends stderr where it went before.
void standard_error_give_back(void);

/// Writes the end of what was collected to stderr, without control sequences, and forgets it.
void standard_error_show(void);
