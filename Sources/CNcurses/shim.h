// What Swift needs of ncurses with wide characters. No logic: only names for what the importer leaves out.
#pragma once

// Without it no wide-character function is declared.
#define NCURSES_WIDECHAR 1
// Functions instead of macros: only functions are imported.
#define NCURSES_NOMACROS 1

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <term.h>
#include <wchar.h>

// Attribute macros hold casts, which the importer skips.
enum __attribute__((flag_enum, enum_extensibility(open))) CursesAttribute : attr_t {
    CursesAttributeBold __attribute__((swift_name("bold"))) = A_BOLD,
    CursesAttributeDim __attribute__((swift_name("dim"))) = A_DIM,
    CursesAttributeItalic __attribute__((swift_name("italic"))) = A_ITALIC,
    CursesAttributeUnderline __attribute__((swift_name("underline"))) = A_UNDERLINE,
    CursesAttributeReverse __attribute__((swift_name("reverse"))) = A_REVERSE,
} __attribute__((swift_name("CursesAttribute")));

// Globals are refused in Swift 6 mode; all of them belong to the screen that `set_term` chose.
static inline WINDOW *curses_standard_screen(void) { return stdscr; }
static inline WINDOW *curses_current_screen(void) { return curscr; }

// Variadic.
static inline char *curses_expand(const char *capability, int first, int second) {
    return tiparm(capability, first, second);
}

// A missing capability is null or -1.
static inline const char *curses_capability(const char *name) {
    const char *text = tigetstr((char *)name);
    return text == (const char *)-1 ? NULL : text;
}

// Hidden behind _GNU_SOURCE; 1 is MFD_CLOEXEC.
extern int memfd_create(const char *name, unsigned flags);
static inline int curses_memory_file(void) { return memfd_create("frame", 1); }
