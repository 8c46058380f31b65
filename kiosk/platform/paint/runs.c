#include "platform/paint/runs.h"

#include "base/bidi.h"

#include <fribidi/fribidi.h>
#include <stddef.h>

#define STAND_IN 0xFFFD /* a question mark in a diamond */

/* ---- signs ----------------------------------------------------------------------------------- */

/* B612 has no narrow no-break space: an ordinary one of its own stands in, it must not come from
 * another font. */
static uint32_t drawable(uint32_t code) {
    return code == 0x202F || code == 0x2009 ? 0xA0 : code;
}

/* Marks that order, join or part what is beside them, and leave no ink. */
static bool leaves_nothing(uint32_t code) {
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) || bidi_turns(code) ||
           (code >= 0x2060 && code <= 0x2065) || (code >= 0xFE00 && code <= 0xFE0F) ||
           code == 0xFEFF;
}

static bool is_leftward(uint32_t code) {
    return FRIBIDI_IS_RTL(fribidi_get_bidi_type(code)) && !leaves_nothing(code);
}

/* Letters and the marks on them: what words are made of. */
static bool is_letter(uint32_t code) {
    FriBidiCharType type = fribidi_get_bidi_type(code);
    return (FRIBIDI_IS_STRONG(type) || type == FRIBIDI_TYPE_NSM) && !leaves_nothing(code);
}

/* ---- faces ----------------------------------------------------------------------------------- */

static int first_with(const RunFaces *faces, const uint32_t *code, int count) {
    for (int i = 0; i < faces->count; i++) {
        int had = 0;
        while (had < count && faces->has(faces->self, faces->list[i], code[had]))
            had++;
        if (had == count)
            return faces->list[i];
    }
    return -1;
}

/* Signs between words stay with the Arabic word before them, so that it is set as one. */
static bool stays(const RunLine *line, int at, const RunFaces *faces) {
    int before = at ? line->face[at - 1] : -1;
    return before >= 0 && faces_is_arabic(before) &&
           !FRIBIDI_IS_NUMBER(fribidi_get_bidi_type(line->code[at])) &&
           faces->has(faces->self, before, line->code[at]);
}

static void choose_one(RunLine *line, int at, const RunFaces *faces) {
    int face = stays(line, at, faces) ? line->face[at - 1] : first_with(faces, &line->code[at], 1);
    if (face < 0) {
        uint32_t stand_in = STAND_IN;
        line->lacking = true;
        face = first_with(faces, &stand_in, 1);
        line->code[at] = face < 0 ? '?' : stand_in;
    }
    line->face[at] = (signed char)(face < 0 ? faces->list[0] : face);
}

static int word_end(const RunLine *line, int at) {
    while (at < line->count && is_letter(line->code[at]))
        at++;
    return at;
}

/* A word is set in one face when there is one that has all of it. */
static int choose_word(RunLine *line, int at, const RunFaces *faces) {
    int end = word_end(line, at), face = first_with(faces, &line->code[at], end - at);
    for (; at < end; at++)
        if (face < 0)
            choose_one(line, at, faces);
        else
            line->face[at] = (signed char)face;
    return end;
}

static void choose(RunLine *line, const RunFaces *faces) {
    for (int at = 0; at < line->count;) {
        if (is_letter(line->code[at])) {
            at = choose_word(line, at, faces);
            continue;
        }
        if (leaves_nothing(line->code[at]))
            line->face[at] = -1;
        else
            choose_one(line, at, faces);
        at++;
    }
}

/* Signs of the icon font have no script. */
static void choose_icons(RunLine *line, const RunFaces *faces) {
    for (int at = 0; at < line->count; at++)
        line->face[at] = (signed char)faces->list[0];
}

void runs_take(RunLine *line, Slice text, const RunFaces *faces) {
    line->count = 0;
    line->leftward = line->lacking = false;
    while (text.len && line->count < RUN_SIGNS) {
        uint32_t code = drawable(utf8_next(&text));
        line->leftward |= is_leftward(code);
        line->code[line->count++] = code;
    }
    if (faces->list[0] == FACE_ICON)
        choose_icons(line, faces);
    else
        choose(line, faces);
}

/* ---- cutting --------------------------------------------------------------------------------- */

static void add_sign(Runs *runs, int at, int face, bool leftward, bool apart) {
    Run *last = runs->count ? &runs->run[runs->count - 1] : NULL;
    if (last && last->face == face && !apart && last->end == at) {
        last->end = at + 1;
        last->leftward |= leftward;
    } else if (runs->count < RUNS_MAX) {
        runs->run[runs->count++] = (Run){at, at + 1, face, leftward};
    }
}

void runs_in_reading_order(const RunLine *line, Runs *runs) {
    runs->count = 0;
    for (int at = 0; at < line->count; at++)
        if (line->face[at] >= 0)
            add_sign(runs, at, line->face[at], line->leftward && is_leftward(line->code[at]),
                     false);
}

static FriBidiLevel levels_of(const RunLine *line, bool leftward, FriBidiLevel level[RUN_SIGNS]) {
    FriBidiCharType type[RUN_SIGNS];
    FriBidiBracketType bracket[RUN_SIGNS];
    FriBidiParType base = leftward ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(line->code, line->count, type);
    fribidi_get_bracket_types(line->code, line->count, type, bracket);
    FriBidiLevel most =
        fribidi_get_par_embedding_levels_ex(type, bracket, line->count, &base, level);
    return most ? (FriBidiLevel)(most - 1) : 0;
}

static void turn(Run *run, int count) {
    for (int i = 0; i < count / 2; i++) {
        Run kept = run[i];
        run[i] = run[count - 1 - i];
        run[count - 1 - i] = kept;
    }
}

/* From the deepest level up, what stands on it is turned about as a whole (rule L2). */
static void reorder(Runs *runs, const FriBidiLevel *level, FriBidiLevel most) {
    FriBidiLevel of[RUNS_MAX];
    for (int i = 0; i < runs->count; i++)
        of[i] = level[runs->run[i].begin];
    for (FriBidiLevel now = most; now > 0; now--)
        for (int i = 0; i < runs->count; i++) {
            int end = i;
            while (end < runs->count && of[end] >= now)
                end++;
            turn(runs->run + i, end - i);
            for (int a = i, b = end - 1; a < b; a++, b--) {
                FriBidiLevel kept = of[a];
                of[a] = of[b];
                of[b] = kept;
            }
            i = end > i ? end : i;
        }
}

void runs_on_glass(const RunLine *line, bool leftward, Runs *runs) {
    FriBidiLevel level[RUN_SIGNS];
    if (!line->leftward && !leftward) {
        runs_in_reading_order(line, runs);
        return;
    }
    FriBidiLevel most = levels_of(line, leftward, level);
    runs->count = 0;
    for (int at = 0; at < line->count; at++)
        if (line->face[at] >= 0)
            add_sign(runs, at, line->face[at], level[at] & 1, at && level[at] != level[at - 1]);
    reorder(runs, level, most);
}

void runs_write(const RunLine *line, const Run *run, char text[RUN_BYTES]) {
    int len = 0;
    for (int at = run->begin; at < run->end; at++)
        len += utf8_encode(line->code[at], text + len);
    text[len] = 0;
}
