/* What was changed, the latest first, and the way back. */
#include "tools/studio/pages.h"

#include "tools/studio/change.h"
#include "tools/studio/versions.h"

static void put_file(Desk *d, const Version *v, Slice file) {
    html_format(d, "<li><code>");
    html_text(d, file);
    html_format(d, "</code> <a href=\"");
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

static void show_before(Desk *d, Slice file, Slice bytes, bool there) {
    html_begin(d, file);
    if (!there)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_NO_FILE_BEFORE));
    else if (utf8_valid(bytes))
        html_in(d, "pre", bytes);
    else
        html_notice(d, "soft", studio_word(d->lang, STUDIO_NO_TEXT));
    html_link(d, "button", LIT("versions"), studio_word(d->lang, STUDIO_VERSIONS));
    html_end(d);
}

/* Going back is a change like any other, and can be taken back. */
void page_restore(Desk *d) {
    Slice id = d->request->parts > 1 ? d->request->part[1] : LIT(""), bytes;
    Slice file = studio_value(d, "file");
    Error error;
    bool there;
    bool good = versions_bytes(d, id, file, &bytes, &there, &error);
    if (good && !d->request->post) {
        show_before(d, file, bytes, there);
        return;
    }
    if (good && there)
        good = change_write(d, file, bytes, STUDIO_DID_RESTORE, file, &error);
    else if (good)
        good = change_remove(d, file, STUDIO_DID_RESTORE, file, &error);
    if (good)
        studio_go(d, "versions?saved=1");
    else
        show_versions(d, slice_from(error.text), "bad");
}
