#ifndef CTEXTWIDTH_H
#define CTEXTWIDTH_H

#include <stdint.h>

/// Columns that each of 256 scalars takes in a UTF-8 terminal, as `wcwidth` of this C library counts them,
/// whatever locale the program runs in: 0, 1 or 2, and -1 for what cannot be printed.
///
/// - Parameters:
///   - first: The first of the 256 scalars.
///   - widths: Room for 256 numbers.
/// - Returns: 1, or 0 when this system has no UTF-8 locale at all; then nothing is written.
int text_width_page(uint32_t first, int8_t *widths);

#endif
