#include "ui/text.h"

#include <string.h>
#include <unicase.h>
#include <unilbrk.h>

#define TEXT_MAX 4096    /* longer texts are broken in windows of this size */
#define ENDS_MAX 64      /* places where a line may end that are looked at together */
#define AFTER_HYPHEN 'h' /* a mark beside those of libunistring: only when nothing else fits */

typedef struct Breaker {
    const Typeface *typeface;
    Arena *arena;
    Face face;
    int size, width;
    int usual; /* bytes that a line should have */
    char may_break[TEXT_MAX];
    TextBlock block;
    int capacity;
} Breaker;

static int measure(const Breaker *b, Slice text) {
    return b->typeface->advance(b->typeface->self, b->face, b->size, text);
}

static Slice without_end_blanks(Slice text) {
    while (text.len && (text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '\n'))
        text.len--;
    return text;
}

static void add_line(Breaker *b, Slice text) {
    if (b->block.line_count == b->capacity) {
        int more = b->capacity ? b->capacity * 2 : 8;
        TextLine *line = arena_array(b->arena, TextLine, more);
        if (b->capacity)
            memcpy(line, b->block.line, sizeof *line * (size_t)b->capacity);
        b->block.line = line;
        b->capacity = more;
    }
    text = without_end_blanks(text);
    b->block.line[b->block.line_count++] = (TextLine){text, text.len ? measure(b, text) : 0};
}

/* libunistring marks a line feed itself as the break; here a mark stands on the first byte of the
 * next line. */
static void find_breaks(Breaker *b, Slice text) {
    u8_possible_linebreaks((const uint8_t *)text.at, (size_t)text.len, "UTF-8", b->may_break);
    for (int i = text.len - 1; i > 0; i--)
        if (b->may_break[i - 1] == UC_BREAK_MANDATORY)
            b->may_break[i] = UC_BREAK_MANDATORY;
        else if (b->may_break[i] == UC_BREAK_MANDATORY)
            b->may_break[i] = UC_BREAK_PROHIBITED;
    for (int i = 1; i < text.len; i++)
        if (b->may_break[i] == UC_BREAK_POSSIBLE && text.at[i - 1] == '-')
            b->may_break[i] = AFTER_HYPHEN;
}

static bool may_end(char mark, bool at_hyphen) {
    return mark == UC_BREAK_POSSIBLE || mark == UC_BREAK_MANDATORY ||
           (at_hyphen && mark == AFTER_HYPHEN);
}

/* Offset just after the piece that starts at `from`: up to the next place where a line may end. */
static int piece_end(const Breaker *b, Slice text, int from, bool at_hyphen) {
    int at = from + 1;
    while (at < text.len && !may_end(b->may_break[at], at_hyphen))
        at++;
    return at;
}

static bool fits(const Breaker *b, Slice text) {
    return measure(b, without_end_blanks(text)) <= b->width;
}

/* The longest part of a word that fits, at least one character. */
static int cut_word(const Breaker *b, Slice word) {
    Slice rest = word;
    utf8_next(&rest);
    int good = word.len - rest.len;
    while (rest.len) {
        utf8_next(&rest);
        if (!fits(b, slice_cut(word, 0, word.len - rest.len)))
            break;
        good = word.len - rest.len;
    }
    return good;
}

/* Where to cut the word [from, end) that is wider than the line: after a hyphen, else anywhere. */
static int word_end(Breaker *b, Slice text, int from, int end) {
    int good = from;
    for (int at = piece_end(b, text, from, true); at < end; at = piece_end(b, text, at, true))
        if (fits(b, slice_cut(text, from, at)))
            good = at;
    if (good > from) {
        b->block.split = true;
        return good;
    }
    b->block.strained = true;
    return from + cut_word(b, slice_cut(text, from, piece_end(b, text, from, true)));
}

/* Where the next piece of the line ends; 0: it must end at `end`. */
static int next_end(const Breaker *b, Slice text, int end) {
    bool last = end >= text.len || b->may_break[end] == UC_BREAK_MANDATORY;
    return last ? 0 : piece_end(b, text, end, false);
}

/* Ends of pieces of the line from `from`, up to about as many bytes as should fit. */
static int list_ends(const Breaker *b, Slice text, int from, int end_at[ENDS_MAX]) {
    int count = 0, end = piece_end(b, text, from, false);
    do {
        end_at[count++] = end;
    } while (end - from <= b->usual && count < ENDS_MAX && (end = next_end(b, text, end)) != 0);
    return count;
}

/* The end of the line that starts at `from`. To measure is dear: from where it should end by what
   the line before had, some steps back or forth. */
static int line_end(Breaker *b, Slice text, int from) {
    int end_at[ENDS_MAX], at = list_ends(b, text, from, end_at) - 1;
    bool back = false;
    for (; at >= 0 && !fits(b, slice_cut(text, from, end_at[at])); at--)
        back = true;
    if (at < 0)
        return word_end(b, text, from, end_at[0]);
    int end = end_at[at];
    for (int next; !back && (next = next_end(b, text, end)) != 0; end = next)
        if (!fits(b, slice_cut(text, from, next)))
            break;
    b->usual = end - from;
    return end;
}

/* A letter is about half as wide as it is high, and in some scripts two bytes. */
static int bytes_of_line(const Breaker *b, Slice text) {
    int signs = utf8_count(text);
    return b->size && signs ? (int)(2L * b->width / b->size * text.len / signs) : 0;
}

static void break_window(Breaker *b, Slice text) {
    find_breaks(b, text);
    b->usual = bytes_of_line(b, text);
    for (int from = 0; from < text.len;) {
        int end = line_end(b, text, from);
        add_line(b, slice_cut(text, from, end));
        from = end;
    }
}

/* The bytes of the text that one window takes: everything, or up to its last blank. */
static int window_bytes(Slice text) {
    if (text.len <= TEXT_MAX)
        return text.len;
    int end = TEXT_MAX;
    while (end > 1 && text.at[end - 1] != ' ')
        end--;
    return end > 1 ? end : utf8_start(text, TEXT_MAX);
}

TextBlock text_break(const Typeface *typeface, Arena *arena, Face face, int size, Slice text,
                     int width) {
    Breaker b = {.typeface = typeface, .arena = arena, .face = face, .size = size, .width = width};
    while (text.len) {
        int bytes = window_bytes(text);
        break_window(&b, slice_cut(text, 0, bytes));
        text = slice_cut(text, bytes, text.len);
    }
    return b.block;
}

int text_width(const Typeface *typeface, Face face, int size, Slice text) {
    return text.len ? typeface->advance(typeface->self, face, size, text) : 0;
}

static int widest_piece(const Typeface *typeface, Face face, int size, Slice text, bool at_hyphen) {
    Breaker b = {.typeface = typeface, .face = face, .size = size};
    text.len = window_bytes(text);
    find_breaks(&b, text);
    int widest = 0;
    for (int from = 0; from < text.len;) {
        int end = piece_end(&b, text, from, at_hyphen);
        int width = measure(&b, without_end_blanks(slice_cut(text, from, end)));
        widest = width > widest ? width : widest;
        from = end;
    }
    return widest;
}

int text_word_width(const Typeface *typeface, Face face, int size, Slice text) {
    return widest_piece(typeface, face, size, text, false);
}

int text_least_width(const Typeface *typeface, Face face, int size, Slice text) {
    return widest_piece(typeface, face, size, text, true);
}

Slice text_uncapital(Arena *arena, Slice text) {
    char first[4];
    Slice rest = text;
    if (!text.len)
        return text;
    int len = utf8_encode(uc_tolower(utf8_next(&rest)), first);
    return arena_printf(arena, "%.*s" SLICE_FMT, len, first, SLICE_ARG(rest));
}
