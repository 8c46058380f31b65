#include "screens/common/code_text.h"

void code_text_put(CodeText *text, Slice line) {
    if (text->len + line.len + 1 > CODE_TEXT_MAX) {
        text->lost = true;
        return;
    }
    if (text->len)
        text->bytes[text->len++] = '\n';
    for (Slice rest = line; rest.len;) {
        uint32_t code = utf8_next(&rest);
        text->len +=
            utf8_encode(code == 0xA0 || code == 0x202F ? ' ' : code, text->bytes + text->len);
    }
}

Slice code_text_of(const CodeText *text, Arena *arena) {
    return arena_copy(arena, (Slice){text->bytes, text->len});
}
