#include "CSecretMemory.h"

void secret_memory_copy(void *destination, const void *source, size_t count) {
    // Volatile: the compiler may neither call memcpy instead nor take several bytes at once.
    volatile unsigned char *to = destination;
    const volatile unsigned char *from = source;
    for (size_t index = 0; index < count; index++) to[index] = from[index];
}
