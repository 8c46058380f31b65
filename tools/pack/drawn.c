#include "tools/pack/drawn.h"

#include "platform/paint/fonts.h"

#include <ctype.h>

/* ---- signs ----------------------------------------------------------------------------------- */

static bool is_common(uint32_t code) { /* so much so that the fonts need not be opened */
    return (code >= ' ' && code < 0x7F) || (code >= 0xA0 && code <= 0xFF && code != 0xAD) ||
           code == 0x152 || code == 0x153 || code == 0x2019 || code == 0x2026 || code == '\n' ||
           code == '\t';
}

bool drawn_has(uint32_t code) {
    static Fonts *fonts;
    static bool asked;
    Error none;
    if (is_common(code))
        return true;
    if (!asked)
        fonts = fonts_open(&none);
    asked = true;
    return !fonts || fonts_has(fonts, FACE_REGULAR, code);
}

void drawn_check_signs(Report *report, Slice file, int line, Slice text) {
    while (text.len) {
        Slice before = text;
        uint32_t code = utf8_next(&text);
        if (drawn_has(code))
            continue;
        report_fault(report, file, line,
                     "« " SLICE_FMT " » (U+%04X) n’est dans aucune police de la borne, qui "
                     "montrerait une case vide ; prendre un mot ou un autre signe",
                     before.len - text.len, before.at, code);
        return;
    }
}

/* ---- marks of web pages ---------------------------------------------------------------------- */

/* "&amp;", "&#39;": how long it is, 0 if it is none. */
static int entity_length(Slice text) {
    int i = 1;
    while (i < text.len && i < 12 && (isalnum((unsigned char)text.at[i]) || text.at[i] == '#'))
        i++;
    return i > 2 && i < text.len && text.at[i] == ';' ? i + 1 : 0;
}

/* "<b>", "</b>", "<br/>", "<a href=…>"; "< 2 mm" is none. */
static int tag_length(Slice text) {
    int i = 1 + (text.len > 1 && text.at[1] == '/');
    if (i >= text.len || !isalpha((unsigned char)text.at[i]))
        return 0;
    while (i < text.len && text.at[i] != '>' && text.at[i] != '<')
        i++;
    return i < text.len && text.at[i] == '>' ? i + 1 : 0;
}

static int mark_length(Slice text) {
    if (text.at[0] == '&')
        return entity_length(text);
    return text.at[0] == '<' ? tag_length(text) : 0;
}

static void check_marks(Report *report, Slice file, int line, Slice text) {
    for (int i = 0; i < text.len; i++) {
        Slice rest = slice_cut(text, i, text.len);
        int length = mark_length(rest);
        if (!length)
            continue;
        report_fault(report, file, line,
                     "« " SLICE_FMT " » vient d’une page web et serait montré tel quel ; écrire le "
                     "signe lui-même, sans balise",
                     length, text.at + i);
        return;
    }
}

void drawn_check(Report *report, Slice file, int line, Slice text) {
    drawn_check_signs(report, file, line, text);
    check_marks(report, file, line, text);
}
