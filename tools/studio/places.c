#include "tools/studio/places.h"

#include <string.h>

typedef struct Tags {
    Slice ref, name, zone;
    bool place;
} Tags;

/* What stands in quotes behind `key`; empty: not on this line. */
static Slice quoted(Slice line, const char *key) {
    int at = slice_find(line, slice_from(key));
    int from = at + (int)strlen(key);
    if (at < 0 || from >= line.len || (line.at[from] != '"' && line.at[from] != '\''))
        return LIT("");
    for (int end = from + 1; end < line.len; end++)
        if (line.at[end] == line.at[from])
            return slice_cut(line, from + 1, end);
    return LIT("");
}

/* Each once: what comes of it is not looked at again. */
static Slice replaced(Desk *d, Slice text, const char *code, const char *sign) {
    Slice made = LIT("");
    for (int at; (at = slice_find(text, slice_from(code))) >= 0;) {
        made = arena_printf(d->arena, SLICE_FMT "%.*s%s", SLICE_ARG(made), at, text.at, sign);
        text = slice_cut(text, at + (int)strlen(code), text.len);
    }
    return arena_printf(d->arena, SLICE_FMT SLICE_FMT, SLICE_ARG(made), SLICE_ARG(text));
}

/* The ampersand last: "&amp;lt;" is "&lt;". */
static Slice plain(Desk *d, Slice text) {
    static const struct {
        const char *code, *sign;
    } SIGNS[] = {{"&apos;", "'"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        text = replaced(d, text, SIGNS[i].code, SIGNS[i].sign);
    return text;
}

static void take_tag(Tags *tags, Slice line) {
    Slice key = quoted(line, "k="), value = quoted(line, "v=");
    if (slice_is(key, "kiosk:ref") || (slice_is(key, "ref") && !tags->ref.len))
        tags->ref = value;
    else if (slice_is(key, "name:fr") || (slice_is(key, "name") && !tags->name.len))
        tags->name = value;
    else if (slice_is(key, "kiosk:zone"))
        tags->zone = value;
    tags->place |= slice_is(key, "indoor") || slice_is(key, "room");
}

static bool is_end(Slice line) {
    return slice_has_prefix(line, LIT("</way>")) || slice_has_prefix(line, LIT("</node>")) ||
           slice_has_prefix(line, LIT("</relation>"));
}

static bool is_known(const Place *place, int count, Slice id) {
    for (int i = 0; i < count; i++)
        if (slice_equal(place[i].id, id))
            return true;
    return false;
}

int places_read(Desk *d, bool zones, Place **places) {
    Slice bytes;
    Error error;
    Tags tags = {0};
    int count = 0;
    *places = NULL;
    if (!folder_bytes(d, LIT("plan/plan.osm"), &bytes, &error))
        return 0;
    while (bytes.len) {
        int end = slice_find(bytes, LIT("\n"));
        Slice line = slice_trim(slice_cut(bytes, 0, end < 0 ? bytes.len : end));
        bytes = slice_cut(bytes, end < 0 ? bytes.len : end + 1, bytes.len);
        if (slice_has_prefix(line, LIT("<tag ")))
            take_tag(&tags, line);
        if (!is_end(line))
            continue;
        Slice id = plain(d, zones ? tags.zone : tags.ref);
        if (id.len && (zones || tags.place) && !is_known(*places, count, id))
            *LIST_ADD(d->arena, *places, count) =
                (Place){id, zones ? LIT("") : plain(d, tags.name)};
        tags = (Tags){0};
    }
    return count;
}
