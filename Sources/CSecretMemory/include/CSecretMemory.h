#ifndef CSECRETMEMORY_H
#define CSECRETMEMORY_H

#include <stddef.h>

/// Copies bytes one at a time, so that none of them is ever in a vector register.
///
/// The C library's own copying takes up to 64 bytes at once, and leaves them in the register. Whoever saves the
/// registers next, the dynamic linker that looks up a function or the kernel that delivers a signal, writes them to
/// the stack, where nobody overwrites them.
///
/// - Parameters:
///   - destination: Room for the bytes. It may overlap the source when it begins before it.
///   - source: The bytes.
///   - count: How many there are.
void secret_memory_copy(void *destination, const void *source, size_t count);

#endif
