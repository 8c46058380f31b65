#include "screens/common/code_text.h"

static uint32_t plain(uint32_t code) {
    if (code == 0xA0 || code == 0x202F)
        return ' ';
    return code == 0xB7 ? '-' : code; /* a middle dot */
}

void code_text_put(CodeText *text, Slice line) {
    if (text->len + line.len + 1 > CODE_TEXT_MAX) {
        text->lost = true;
        return;
    }
    if (text->len)
        text->bytes[text->len++] = '\n';
    for (Slice rest = line; rest.len;) {
        uint32_t code = utf8_next(&rest);
        text->len += utf8_encode(plain(code), text->bytes + text->len);
    }
}

Slice code_text_of(const CodeText *text, Arena *arena) {
    return arena_copy(arena, (Slice){text->bytes, text->len});
}
