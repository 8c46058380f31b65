/* All that is wrong at once, each with the way to where it is mended; files as plain text; how far
   the translations are. */
#include "tools/studio/pages.h"

#include "tools/studio/change.h"
#include "tools/studio/faults.h"
#include "tools/studio/progress.h"

#include <string.h>

enum { WAIT_MS = 4000, TEXT_ROWS = 28 };

/* ---- faults ---------------------------------------------------------------------------------- */

/* The record whose lines those are; empty: none. */
static Slice page_at(Desk *d, const Kind *kind, const Fault *fault) {
    for (int i = 0; i < kind->count; i++) {
        const Entry *entry = &kind->entry[i];
        int to = entry->map->next ? entry->map->next->line - 1 : INT_MAX;
        if (slice_equal(entry->source->file, fault->file) && fault->line >= entry->map->line &&
            fault->line <= to)
            return page_of_record(d, kind->id, entry->address);
    }
    return LIT("");
}

static Slice where_to_mend(Desk *d, const Kind *kinds, int count, const Fault *fault) {
    Slice page = LIT("");
    for (int i = 0; i < count && !page.len; i++)
        page = page_at(d, &kinds[i], fault);
    Error error;
    char path[PATH_MAX];
    int dot = fault->file.len;
    while (dot > 0 && fault->file.at[dot - 1] != '.')
        dot--;
    Slice ending = slice_cut(fault->file, dot, fault->file.len);
    bool text = slice_is(ending, "yaml") || slice_is(ending, "md") || slice_is(ending, "vtt");
    if (!page.len && text && folder_path(d, fault->file, path, &error))
        page =
            arena_printf(d->arena, "text/" SLICE_FMT, SLICE_ARG(html_coded(d->arena, fault->file)));
    return page;
}

static void put_fault(Desk *d, const Kind *kinds, int count, const Fault *fault) {
    Slice page = where_to_mend(d, kinds, count, fault);
    Slice place = arena_printf(d->arena, SLICE_FMT ":%d", SLICE_ARG(fault->file), fault->line);
    html_format(d, "<tr class=\"%s\"><td>", fault->warning ? "warning" : "fault");
    html_word(d, fault->warning ? STUDIO_WARNING : STUDIO_FAULT);
    html_format(d, "</td><th scope=\"row\">");
    if (page.len)
        html_link(d, "", page, place);
    else
        html_text(d, place);
    html_format(d, "</th>");
    html_in(d, "td", fault->message);
    html_format(d, "</tr>\n");
}

static int all_kinds(Desk *d, Kind **kinds) {
    int count = 0;
    *kinds = NULL;
    for (int i = 0; menu_line(i); i++)
        *LIST_ADD(d->arena, *kinds, count) = kind_read(d, menu_line(i)->kind);
    return count;
}

void page_faults(Desk *d) {
    Kind *kinds;
    FaultList faults = faults_now(d, WAIT_MS);
    int count = all_kinds(d, &kinds);
    html_begin(d, studio_word(d->lang, STUDIO_FAULTS));
    if (!faults.known)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_LOOKING));
    if (faults.trouble.len)
        html_notice(
            d, "bad",
            studio_sentence(d->arena, d->lang, STUDIO_NO_TOOL, LIT("azimut-pack"), faults.trouble));
    else if (faults.known && !faults.grave)
        html_notice(d, "good", studio_word(d->lang, STUDIO_NO_FAULTS));
    if (faults.count) {
        html_format(d, "<div class=\"scroll\" tabindex=\"0\"><table class=\"faults\"><tbody>");
        for (int grave = 1; grave >= 0; grave--)
            for (int i = 0; i < faults.count; i++)
                if (faults.fault[i].warning != grave)
                    put_fault(d, kinds, count, &faults.fault[i]);
        html_format(d, "</tbody></table></div>");
    }
    html_end(d);
}

/* ---- plain text ------------------------------------------------------------------------------ */

static Slice file_of(Desk *d) {
    Slice file = LIT("");
    for (int i = 1; i < d->request->parts; i++)
        file = arena_printf(d->arena, SLICE_FMT "%s" SLICE_FMT, SLICE_ARG(file), i > 1 ? "/" : "",
                            SLICE_ARG(d->request->part[i]));
    return file;
}

static bool ends_with(Slice file, const char *ending) {
    int len = (int)strlen(ending);
    return file.len > len && slice_is(slice_cut(file, file.len - len, file.len), ending);
}

static bool is_text(Slice file) {
    static const char *const ENDINGS[] = {".yaml", ".md", ".vtt", ".srt"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_with(file, ENDINGS[i]))
            return true;
    return false;
}

/* As an old Windows wrote it, where it is no UTF-8: Latin-1, with signs in the place of controls.
 */
static Slice from_windows(Desk *d, Slice bytes) {
    static const uint16_t SIGNS[] = {
        0x20AC, '?',    0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, '?',    0x017D, '?',    '?',    0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, '?',    0x017E, 0x0178};
    char *made = arena_alloc(d->arena, 4 * (size_t)bytes.len + 1), *to = made;
    for (int i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        uint32_t code = byte >= 0x80 && byte < 0xA0 ? SIGNS[byte - 0x80] : byte;
        to += utf8_encode(code, to);
    }
    return (Slice){made, (int)(to - made)};
}

static Slice readable(Desk *d, const Source *source) {
    return utf8_valid(source->bytes) ? source->bytes : from_windows(d, source->bytes);
}

static void show_text(Desk *d, const Source *source, Slice text, Slice notice, const char *class) {
    bool both = d->answer->status == 409;
    html_begin(d, source->file);
    if (notice.len)
        html_notice(d, class, notice);
    FaultList faults = faults_now(d, WAIT_MS);
    for (int i = 0; i < faults.count; i++)
        if (slice_equal(faults.fault[i].file, source->file)) {
            html_format(d, "<p class=\"fault\">%d: ", faults.fault[i].line);
            html_text(d, faults.fault[i].message);
            html_format(d, "</p>");
        }
    html_form(
        d, arena_printf(d->arena, "text/" SLICE_FMT, SLICE_ARG(html_coded(d->arena, source->file))),
        false);
    html_hidden(d, "base", slice_from(source->hash));
    if (d->request->post)
        html_unsaved(d);
    html_format(d, "<label for=\"text\">");
    html_word(d, STUDIO_TEXT_HELP);
    html_format(d,
                "</label><textarea id=\"text\" name=\"text\" class=\"plain\" rows=\"%d\" "
                "spellcheck=\"false\">\n",
                TEXT_ROWS);
    html_text(d, text);
    html_format(d, "</textarea><div class=\"bar\">");
    html_button(d, "primary", "do", LIT("save"), studio_word(d->lang, STUDIO_SAVE));
    html_format(d, "</div></form>");
    if (both) {
        html_word_in(d, "h2", STUDIO_ON_DISK);
        html_in(d, "pre", readable(d, source));
    }
    html_end(d);
}

/* A browser ends its lines as no file here does. */
static Slice without_returns(Desk *d, Slice text) {
    Slice copy = arena_copy(d->arena, text);
    char *at = (char *)(uintptr_t)copy.at, *to = at;
    for (int i = 0; i < copy.len; i++)
        if (at[i] != '\r')
            *to++ = at[i];
    *to = 0;
    return (Slice){copy.at, (int)(to - at)};
}

static void take_text(Desk *d, const Source *source) {
    Error error;
    Slice text = without_returns(d, studio_value(d, "text"));
    if (!slice_is(studio_value(d, "base"), source->hash)) {
        d->answer->status = 409;
        show_text(d, source, text,
                  studio_sentence(d->arena, d->lang, STUDIO_CONFLICT, source->file, LIT("")),
                  "bad");
    } else if (change_write(d, source->file, text, STUDIO_DID_SAVE, source->file, &error)) {
        studio_go(d, "text/" SLICE_FMT "?saved=1", SLICE_ARG(html_coded(d->arena, source->file)));
    } else {
        show_text(d, source, text, slice_from(error.text), "bad");
    }
}

/* Texts that a record has beside it are begun here. */
static bool may_begin(Slice file) {
    bool topic = slice_has_prefix(file, LIT("topics/")) && ends_with(file, ".md");
    bool clip = slice_has_prefix(file, LIT("clips/")) &&
                (ends_with(file, ".md") || ends_with(file, ".vtt"));
    return topic || clip;
}

void page_text(Desk *d) {
    Source source;
    Error error;
    Slice file = file_of(d);
    if (!is_text(file)) {
        html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, file, LIT("")));
        return;
    }
    bool read = folder_read(d, file, &source, &error);
    if (!read || (!source.there && !may_begin(file))) {
        html_refused(d, 404,
                     read ? studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, file, LIT(""))
                          : slice_from(error.text));
        return;
    }
    Slice saved = studio_word(d->lang, studio_has(d, "saved") ? STUDIO_SAVED : STUDIO_NOTHING);
    if (d->request->post)
        take_text(d, &source);
    else if (utf8_valid(source.bytes))
        show_text(d, &source, source.bytes, saved, "good");
    else
        show_text(d, &source, readable(d, &source), studio_word(d->lang, STUDIO_FROM_WINDOWS),
                  "soft");
}

/* ---- languages ------------------------------------------------------------------------------- */

void page_languages(Desk *d) {
    html_begin(d, studio_word(d->lang, STUDIO_LANGUAGES));
    html_word_in(d, "p class=\"lead\"", STUDIO_LANGUAGES_HELP);
    progress_put(d, RECORD_campus, LIT(""));
    html_end(d);
}
