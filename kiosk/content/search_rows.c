/* Reads what is found by typing: every word and every place it is found in is checked, so that the
   search itself need not. */
#include "content/reading.h"

#define OF_KIND LIT("kind/")

static int kind_called(PackReading *r, Slice tag) {
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        if (slice_is(tag, plan_kind_tag((SpaceKind)kind)))
            return kind;
    fail(r, "no such kind:", tag);
    return -1;
}

static void resolve(PackReading *r, SearchRecord *record) {
    record->kind = -1;
    if (slice_has_prefix(record->id, OF_KIND))
        record->kind = kind_called(r, slice_cut(record->id, OF_KIND.len, record->id.len));
    else
        record->target = records_target(r, record->id);
}

static bool follows(Slice before, Slice word) {
    int common = before.len < word.len ? before.len : word.len;
    int order = memcmp(before.at, word.at, (size_t)common);
    return order < 0 || (order == 0 && before.len < word.len);
}

static bool is_hit(const PackReading *r, const unsigned char *at) {
    int record = at[1] | at[2] << 8 | at[3] << 16;
    bool known = record < r->pack->search_record_count && at[SEARCH_HIT_LANGS];
    return known && at[0] >= 1 && at[0] <= SEARCH_NAME;
}

static void check_word(PackReading *r, const SearchWord *word) {
    const unsigned char *at = (const unsigned char *)word->hits.at;
    if (word->hits.len % SEARCH_HIT_BYTES)
        fail(r, "half a hit:", word->id);
    for (int i = 0; i + SEARCH_HIT_BYTES <= word->hits.len && !r->failed; i += SEARCH_HIT_BYTES)
        if (!is_hit(r, at + i))
            fail(r, "found in nothing:", word->id);
}

void search_rows_read(PackReading *r) {
    const Pack *pack = r->pack;
    records_read_list(r, RECORD_search_record);
    for (int i = 0; i < pack->search_record_count && !r->failed; i++)
        resolve(r, &pack->search_record[i]);
    records_read_list(r, RECORD_search_word);
    for (int i = 0; i < pack->search_word_count && !r->failed; i++) {
        check_word(r, &pack->search_word[i]);
        if (!pack->search_word[i].id.len ||
            (i && !follows(pack->search_word[i - 1].id, pack->search_word[i].id)))
            fail(r, "a word out of its order:", pack->search_word[i].id);
    }
}
