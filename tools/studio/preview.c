/* The page of a record as a kiosk shows it: its own picture, made by the kiosk itself. */
#include "tools/studio/pages.h"

#include "content/target.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WAIT_MS = 120000, SHORT_MS = 1000 };

/* How it is looked at: each a list of what may be asked for, the first being usual. */
typedef struct Way {
    const char *name;
    const char *value[4];
    StudioWord word[4];
} Way;

static const Way WAYS[] = {
    {"way", {"1920x1080", "1080x1920", NULL}, {STUDIO_LYING, STUDIO_UPRIGHT}},
    {"theme", {"clair", "sombre", "contraste", NULL}, {STUDIO_LIGHT, STUDIO_DARK, STUDIO_CONTRAST}},
    {"text", {"1", "1.5", "2", NULL}, {STUDIO_TEXT_1, STUDIO_TEXT_15, STUDIO_TEXT_2}},
};
enum { WAY_COUNT = sizeof WAYS / sizeof *WAYS };

static const char *chosen(const Desk *d, const Way *way) {
    Slice wish = studio_value(d, way->name);
    for (int i = 0; way->value[i]; i++)
        if (slice_is(wish, way->value[i]))
            return way->value[i];
    return way->value[0];
}

/* A language that the campus is written in. */
static Slice language(Desk *d) {
    Slice code[LANG_MAX], wish = studio_value(d, "in");
    int count = written_languages(d, code);
    for (int i = 0; i < count; i++)
        if (slice_equal(code[i], wish))
            return code[i];
    return code[0];
}

/* "trade/soudage"; empty: the page that waits. */
static Slice page_in_kiosk(Desk *d, RecordId kind, Slice id) {
    for (int k = TARGET_QUIZ; k < TARGET_KIND_COUNT; k++)
        if (target_record((TargetKind)k) == kind)
            return arena_printf(d->arena, "%s/" SLICE_FMT, target_word((TargetKind)k),
                                SLICE_ARG(id));
    return slice_from(menu_line_of(kind)->page);
}

static bool write_script(const char *path, Slice page) {
    FILE *out = fopen(path, "w");
    if (!out)
        return false;
    if (page.len)
        fprintf(out, "open \"" SLICE_FMT "\"\n", SLICE_ARG(page));
    fputs("wait 1500\nshot page\n", out);
    return fclose(out) == 0;
}

/* ---- the picture ----------------------------------------------------------------------------- */

static pthread_mutex_t one_kiosk = PTHREAD_MUTEX_INITIALIZER;

/* Beside the lock of the studio: it takes a second or two. */
static Child take_picture(Desk *d, const char *script, const char *shots) {
    const char *lang = arena_copy(d->arena, language(d)).at;
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut"),
                                     "--headless",
                                     "--pack",
                                     faults_pack(d->studio),
                                     "--script",
                                     script,
                                     "--shots",
                                     shots,
                                     "--window",
                                     chosen(d, &WAYS[0]),
                                     "--theme",
                                     chosen(d, &WAYS[1]),
                                     "--text",
                                     chosen(d, &WAYS[2]),
                                     "--lang",
                                     lang,
                                     "--still",
                                     NULL};
    pthread_mutex_unlock(&d->studio->lock);
    pthread_mutex_lock(&one_kiosk);
    Child child = child_run(d->arena, NULL, LIT(""), arguments);
    pthread_mutex_unlock(&one_kiosk);
    pthread_mutex_lock(&d->studio->lock);
    return child;
}

static bool read_picture(Desk *d, const char *path) {
    FILE *in = fopen(path, "rb");
    char bytes[1 << 14];
    if (!in)
        return false;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
        fwrite(bytes, 1, got, d->out);
    fclose(in);
    d->answer->type = "image/png";
    return true;
}

void page_picture(Desk *d) {
    RecordId kind;
    Slice id = d->request->parts > 2 ? d->request->part[2] : LIT("");
    if (!page_kind(d, &kind))
        return;
    id = slice_cut(id, 0, slice_find(id, LIT("~")) < 0 ? id.len : slice_find(id, LIT("~")));
    const char *folder = arena_printf(d->arena, "%s/shot-XXXXXX", d->studio->work).at;
    const char *script = arena_printf(d->arena, "%s.touch", folder).at;
    FaultList faults = faults_now(d, WAIT_MS);
    bool made = faults.built && folder_id(id) && mkdtemp((char *)(uintptr_t)folder) &&
                write_script(script, page_in_kiosk(d, kind, id)) &&
                take_picture(d, script, folder).status == 0;
    const char *picture = arena_printf(d->arena, "%s/page.png", folder).at;
    if (!made || !read_picture(d, picture))
        html_refused(d, 404, studio_word(d->lang, STUDIO_NO_PICTURE));
    unlink(picture);
    unlink(script);
    rmdir(folder);
}

/* ---- around it ------------------------------------------------------------------------------- */

static void put_query(Desk *d, int other, const char *value, Slice lang) {
    for (int i = 0; i < WAY_COUNT; i++)
        html_format(d, "%s%s=%s", i ? "&amp;" : "?", WAYS[i].name,
                    i == other ? value : chosen(d, &WAYS[i]));
    html_format(d, "&amp;in=");
    html_text(d, lang);
}

static void put_choice(Desk *d, const char *page, int way, const char *value, Slice lang,
                       Slice text, bool current) {
    html_format(d, "<a%s href=\"", current ? " aria-current=\"true\"" : "");
    html_path(d, "look/%s", page);
    put_query(d, way, value, lang);
    html_format(d, "\">");
    html_text(d, text);
    html_format(d, "</a>");
}

static void put_choices(Desk *d, const char *page) {
    Slice code[LANG_MAX], lang = language(d);
    int count = written_languages(d, code);
    html_format(d, "<nav class=\"ways\">");
    for (int i = 0; i < WAY_COUNT; i++) {
        html_format(d, "<span>");
        for (int v = 0; WAYS[i].value[v]; v++)
            put_choice(d, page, i, WAYS[i].value[v], lang, studio_word(d->lang, WAYS[i].word[v]),
                       chosen(d, &WAYS[i]) == WAYS[i].value[v]);
        html_format(d, "</span>");
    }
    html_format(d, "<span>");
    for (int i = 0; i < count; i++)
        put_choice(d, page, -1, "", code[i], code[i], slice_equal(code[i], lang));
    html_format(d, "</span></nav>");
}

/* A page within the page of a record: without the head, so that nothing typed there is lost. */
void page_look(Desk *d) {
    RecordId kind;
    Slice id = d->request->parts > 2 ? d->request->part[2] : LIT("");
    if (!page_kind(d, &kind))
        return;
    FaultList faults = faults_now(d, SHORT_MS);
    const char *page = arena_printf(d->arena, "%s/" SLICE_FMT, record_of(kind)->table,
                                    SLICE_ARG(html_coded(d->arena, id)))
                           .at;
    html_format(d,
                "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>Azimut"
                "</title><link rel=\"stylesheet\" href=\"/%s/studio.css\"></head>"
                "<body class=\"look\">",
                langs()->code[d->lang], d->studio->token);
    put_choices(d, page);
    bool none = faults.known && !faults.built;
    if (none)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_NO_PICTURE));
    else if (faults.known && faults.grave)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_LAST_GOOD));
    if (none) {
        html_format(d, "</body></html>");
        return;
    }
    html_format(d, "<img alt=\""); /* it stands there when no picture comes, too */
    html_word(d, STUDIO_PREVIEW_ALT);
    html_format(d, "\" src=\"");
    html_path(d, "picture/%s", page);
    put_query(d, -1, "", language(d));
    html_format(d, "\"></body></html>");
}
