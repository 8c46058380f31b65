/* What was changed, the latest first, and the way back. */
#include "tools/studio/pages.h"

#include "base/file.h"
#include "tools/studio/change.h"
#include "tools/studio/versions.h"

#include <unistd.h>

enum { SHOWN_MOST = 1 << 20 };

static void put_file(Desk *d, const Version *v, Slice file) {
    html_format(d, "<li><code>");
    html_text(d, file);
    html_format(d, v->first ? "</code></li>" : "</code> <a href=\"");
    if (v->first)
        return;
    html_path(d, "restore/" SLICE_FMT "?file=" SLICE_FMT, SLICE_ARG(v->id),
              SLICE_ARG(html_coded(d->arena, file)));
    html_format(d, "\">");
    html_word(d, STUDIO_SEE_BEFORE);
    html_format(d, "</a>");
    html_form(d, arena_printf(d->arena, "restore/" SLICE_FMT, SLICE_ARG(v->id)), false);
    html_hidden(d, "file", file);
    html_button(d, "", "do", LIT("restore"), studio_word(d->lang, STUDIO_RESTORE));
    html_format(d, "</form></li>");
}

static void put_version(Desk *d, const Version *v) {
    html_format(d, "<tr><th scope=\"row\">");
    html_text(d, v->when);
    html_format(d, "</th><td>");
    html_text(d, v->what);
    html_format(d, "<ul class=\"files\">");
    for (int i = 0; i < v->count; i++)
        put_file(d, v, v->file[i]);
    html_format(d, "</ul></td></tr>\n");
}

static void show_versions(Desk *d, Slice notice, const char *class) {
    Version *versions;
    int count = versions_list(d, &versions);
    html_begin(d, studio_word(d->lang, STUDIO_VERSIONS));
    if (notice.len)
        html_notice(d, class, notice);
    html_word_in(d, "p class=\"lead\"",
                 versions_by_git(d) ? STUDIO_VERSIONS_GIT : STUDIO_VERSIONS_COPIES);
    html_format(d, "<table class=\"versions\"><tbody>");
    for (int i = 0; i < count; i++)
        put_version(d, &versions[i]);
    html_format(d, "</tbody></table>");
    html_end(d);
}

void page_versions(Desk *d) {
    show_versions(
        d, studio_word(d->lang, studio_has(d, "saved") ? STUDIO_RESTORED : STUDIO_NOTHING), "good");
}

/* False: no text, or too long a one. */
static bool read_text(Desk *d, const char *path, Slice *text) {
    int64_t size;
    int fd = file_open(path, &size);
    char *memory = arena_alloc(d->arena, SHOWN_MOST + 1);
    ssize_t got = fd >= 0 ? read(fd, memory, SHOWN_MOST + 1) : -1;
    if (fd >= 0)
        close(fd);
    *text = (Slice){memory, got > 0 ? (int)got : 0};
    return got >= 0 && got <= SHOWN_MOST && utf8_valid(*text);
}

static void show_before(Desk *d, Slice file, const char *path, bool there) {
    Slice text;
    html_begin(d, file);
    if (!there)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_NO_FILE_BEFORE));
    else if (read_text(d, path, &text))
        html_in(d, "pre", text);
    else
        html_notice(d, "soft", studio_word(d->lang, STUDIO_NO_TEXT));
    html_link(d, "button", LIT("versions"), studio_word(d->lang, STUDIO_VERSIONS));
    html_end(d);
}

/* Going back is a change like any other, and can be taken back. */
void page_restore(Desk *d) {
    Slice id = d->request->parts > 1 ? d->request->part[1] : LIT("");
    Slice file = studio_value(d, "file");
    char path[PATH_MAX];
    Error error;
    bool there;
    bool good = versions_file(d, id, file, path, &there, &error);
    if (good && !d->request->post) {
        show_before(d, file, path, there);
        return;
    }
    if (good && there)
        good = change_take(d, file, path, STUDIO_DID_RESTORE, file, &error);
    else if (good)
        good = change_remove(d, file, STUDIO_DID_RESTORE, file, &error);
    if (good)
        studio_go(d, "versions?saved=1");
    else
        show_versions(d, slice_from(error.text), "bad");
}
