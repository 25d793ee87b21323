#define _GNU_SOURCE
#include "StandardError.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

// The last lines tell what happened; a log belongs in a file.
enum { shown_limit = 16384 };

static int collected = -1, original = -1;

void standard_error_collect(void) {
    if (original >= 0 || !isatty(STDERR_FILENO)) return;
    if (collected < 0) collected = memfd_create("stderr", MFD_CLOEXEC);
    if (collected < 0) return;
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (original >= 0) dup2(collected, STDERR_FILENO);
}

void standard_error_give_back(void) {
    if (original < 0) return;
    dup2(original, STDERR_FILENO);
    close(original);
    original = -1;
}

// Keeps lines, tabs and text; drops escape sequences and other controls. Returns the new length.
static size_t strip(char *text, size_t count) {
    enum { plain, escape, sequence, string } state = plain;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned char byte = (unsigned char)text[i];
        switch (state) {
        case plain:
            if (byte == 0x1b) state = escape;
            else if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7f)) text[kept++] = text[i];
            break;
        case escape:
            state = byte == '[' ? sequence : byte == ']' || byte == 'P' || byte == '_' ? string : plain;
            break;
        case sequence:
            if (byte >= 0x40 && byte <= 0x7e) state = plain;
            break;
        case string:
            if (byte == 0x07) state = plain;
            else if (byte == 0x1b) state = escape;
            break;
        }
    }
    return kept;
}

void standard_error_show(void) {
    static char text[shown_limit];
    if (collected < 0) return;
    off_t size = lseek(collected, 0, SEEK_END);
    off_t start = size > shown_limit ? size - shown_limit : 0;
    ssize_t count = pread(collected, text, shown_limit, start);
    close(collected);
    collected = -1;
    if (count <= 0) return;
    char *first = text;
    if (start > 0) {
        while (first < text + count && *first != '\n') first++;
        if (first == text + count) first = text;
        else first++;
    }
    size_t kept = strip(first, (size_t)(text + count - first));
    if (kept > 0 && write(STDERR_FILENO, first, kept) > 0 && first[kept - 1] != '\n') {
        (void)!write(STDERR_FILENO, "\n", 1);
    }
}
