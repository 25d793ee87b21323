// wcwidth is declared for those who ask for X/Open alone; Swift's Glibc module does not.
#define _GNU_SOURCE

#include "CTextWidth.h"

#include <locale.h>
#include <wchar.h>

int text_width_page(uint32_t first, int8_t *widths) {
    locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (unicode == (locale_t)0) {
        unicode = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
    }
    if (unicode == (locale_t)0) {
        return 0;
    }
    // For this thread and this loop alone: the program's own locale stays as it is.
    locale_t previous = uselocale(unicode);
    for (uint32_t offset = 0; offset < 256; offset += 1) {
        widths[offset] = (int8_t)wcwidth((wchar_t)(first + offset));
    }
    uselocale(previous);
    freelocale(unicode);
    return 1;
}
