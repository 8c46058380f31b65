/* An easy language: short words, no code and no percentage. The plan itself is as the doors are. */
#include "screens/sweep/sweep.h"

#include "support/test.h"
#include "support/world.h"

#include <ctype.h>
#include <string.h>

static bool is_word(char c) {
    return isalnum((unsigned char)c) || (c & 0x80);
}

/* Has the text this, and no letter or digit beside it? */
static bool names(Slice text, Slice code) {
    for (int at = 0; code.len && at + code.len <= text.len; at++) {
        bool same = memcmp(text.at + at, code.at, (size_t)code.len) == 0;
        bool begins = at == 0 || !is_word(text.at[at - 1]);
        bool ends = at + code.len == text.len || !is_word(text.at[at + code.len]);
        if (same && begins && ends)
            return true;
    }
    return false;
}

/* "A7", "RC10": what no word and no number of people or hours looks like. */
static bool is_code(Slice ref) {
    bool letter = false, digit = false;
    for (int i = 0; i < ref.len; i++) {
        letter |= isalpha((unsigned char)ref.at[i]) != 0;
        digit |= isdigit((unsigned char)ref.at[i]) != 0;
    }
    return letter && digit;
}

static bool names_room(Slice text) {
    for (int i = 0; i < world.pack.plan.space_count; i++) {
        Slice ref = world.pack.plan.space[i].ref;
        char aside[32];
        snprintf(aside, sizeof aside, "(" SLICE_FMT ")", SLICE_ARG(ref));
        if (ref.len && slice_find(text, slice_from(aside)) >= 0)
            return true;
        if (is_code(ref) && names(text, ref))
            return true;
    }
    return false;
}

static bool names_register(Slice text) {
    for (int i = 0; i < world.pack.trade_count; i++)
        if (names(text, world.pack.trade[i].rome))
            return true;
    for (int at = 0; at + 3 < text.len; at++)
        if (text.at[at] == 'B' && text.at[at + 1] == 'C' && isdigit((unsigned char)text.at[at + 2]))
            return true;
    int at = slice_find(text, LIT("RNCP"));
    return at >= 0 && at + 4 < text.len && isdigit((unsigned char)text.at[at + 4]);
}

void sweep_inspect_easy(const Page *page) {
    bool of_staff = strstr(page->screen, "staff") || strstr(page->screen, "setup");
    for (int i = 0; i < page->shown_count && !of_staff; i++) {
        const Node *node = page->shown[i];
        Slice said[] = {node->text, node->spoken};
        for (int s = 0; s < 2; s++) {
            bool percent = slice_find(said[s], LIT("%")) >= 0;
            if (!percent && !names_room(said[s]) && !names_register(said[s]))
                continue;
            print_message("%s: too hard: " SLICE_FMT "\n", page->screen, SLICE_ARG(said[s]));
            sweep.findings++;
        }
    }
}
