/* A made-up language: tests/support/pseudo.sh says how its words are made. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"

#include <string.h>

static bool is_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

#define CAPITAL 0x20 /* how far an accented capital stands before its small letter */

/* There every vowel has its accented twin before it, a capital one where a sentence begins, and no
   capital one is left bare. */
static bool is_made_up(Slice word) {
    static const uint32_t TWIN['z' + 1] = {
        ['a'] = 0xE0, ['e'] = 0xE9, ['i'] = 0xEE, ['o'] = 0xF4, ['u'] = 0xFB};
    for (uint32_t c, before = 0; word.len; before = c) {
        c = utf8_next(&word);
        uint32_t twin = c <= 'z' ? TWIN[c] : 0;
        if (twin && before != twin && before != twin - CAPITAL)
            return false;
    }
    return true;
}

/* What is the same in every language: what languages and fonts are called. */
static bool is_name(Slice word) {
    static const char *const NAMES[] = {"Français", "English", "kiosk", "UTC",
                                        "etc",      "azimut",  "conf"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (slice_is(word, NAMES[i]))
            return true;
    return false;
}

/* Who published a figure, and the codes of bricks and kiosks, are the same in every language too.
 */
static bool is_quoted(Slice word) {
    for (int i = 0; i < world.pack.plan.kiosk_count; i++)
        if (slice_find(world.pack.plan.kiosk[i].id, word) >= 0)
            return true;
    for (int m = 0; m < world.pack.module_count; m++)
        if (slice_find(world.pack.module[m].id, word) >= 0)
            return true;
    for (int c = 0; c < world.pack.course_count; c++)
        for (int i = 0; i < world.pack.course[c].figure_count; i++)
            if (slice_find(world.pack.course[c].figure[i].source, word) >= 0)
                return true;
    return false;
}

/* The first word that is not of the language; empty when all are. */
static Slice foreign_word(Slice text) {
    while (text.len) {
        Slice begin = text, rest = text;
        while (rest.len && is_letter(utf8_next(&rest)))
            text = rest;
        Slice word = slice_cut(begin, 0, begin.len - text.len);
        if (word.len > 1 && !is_name(word) && !is_made_up(word) && !is_quoted(word))
            return word;
        if (!word.len)
            utf8_next(&text);
    }
    return LIT("");
}

static bool has(Slice text, Slice part) {
    return part.len && slice_find(text, part) >= 0;
}

/* Sources, laws and names are told as they are. */
static bool is_cited(Slice text) {
    const Pack *pack = &world.pack;
    for (int i = 0; i < pack->project_told_count; i++)
        if (has(text, pack->project_told[i].source))
            return true;
    for (int i = 0; i < pack->action_sheet_count; i++)
        if (has(text, pack->action_sheet[i].leader))
            return true;
    for (int i = 0; i < pack->glossary_count; i++)
        if (has(text, pack->glossary[i].source))
            return true;
    for (int i = 0; i < pack->path_card_count; i++)
        if (has(text, pack->path_card[i].law) || has(text, pack->path_card[i].source))
            return true;
    return false;
}

void sweep_inspect_made_up(const Page *page) {
    bool ours = strncmp(page->screen, "staff", 5) == 0; /* its figures are made up in staff.c */
    for (int i = 0; i < page->shown_count && !ours; i++) {
        const Node *node = page->shown[i];
        bool quoted =
            slice_find(node->text, LIT("“")) >= 0; /* what was typed, or its nearest word */
        bool as_it_is =
            slice_is(node->text, sweep.typed) || quoted || is_cited(node->text) || node->tongue;
        Slice foreign = as_it_is ? LIT("") : foreign_word(node->text);
        if (!foreign.len && (node->lang == page->settings.lang || node->tongue))
            continue;
        sweep.findings++;
        print_message("%s: not translated: " SLICE_FMT "\n", page->screen, SLICE_ARG(node->text));
    }
}
