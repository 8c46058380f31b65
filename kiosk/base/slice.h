/* UTF-8 text that is borrowed, never owned; knows nothing of fonts or languages. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* `len` bytes at `at`, not zero-terminated; whoever made the slice owns the bytes. */
typedef struct Slice {
    const char *at;
    int len;
} Slice;

#define LIT(literal) ((Slice){(literal), (int)sizeof(literal) - 1})
#define SLICE_FMT "%.*s"
#define SLICE_ARG(slice) (slice).len, (slice).at

Slice slice_from(const char *zero_terminated); /* NULL gives the empty slice */
bool slice_equal(Slice a, Slice b);
bool slice_is(Slice a, const char *zero_terminated);
bool slice_has_prefix(Slice text, Slice prefix);
int slice_find(Slice text, Slice needle); /* byte offset, or -1 */
Slice slice_cut(Slice text, int from,
                int to);      /* as far as there is any; never of a length below 0 */
Slice slice_trim(Slice text); /* blanks, tabs and line ends off both ends */
uint64_t slice_hash(Slice text,
                    uint64_t seed); /* FNV-1a, 64 bit; its lowest byte is as one more of the text */

/* Takes one code point off the front; a malformed byte is taken alone and gives U+FFFD. */
uint32_t utf8_next(Slice *rest);
bool utf8_valid(Slice text);
int utf8_count(Slice text);         /* code points */
int utf8_start(Slice text, int at); /* where the code point begins that byte `at` is part of */
int utf8_encode(uint32_t code, char out[4]); /* bytes written; what is no code point is U+FFFD */
