#include "tools/studio/router.h"

#include "tools/studio/pages.h"

#include <stdio.h>

static const struct {
    const char *path;
    StudioPage *page;
} PAGES[] = {
    {"", page_home},           {"list", page_list},
    {"order", page_order},     {"sheet", page_sheet},
    {"import", page_import},   {"record", page_record},
    {"new", page_new},         {"delete", page_delete},
    {"text", page_text},       {"look", page_look},
    {"picture", page_picture}, {"faults", page_faults},
    {"files", page_files},     {"upload", page_upload},
    {"file", page_file},       {"versions", page_versions},
    {"restore", page_restore}, {"languages", page_languages},
    {"publish", page_publish}, {"key", page_new_key},
    {"job", page_job},         {"remove", page_remove},
    {"texts", page_texts},
};

void router_answer(Desk *d) {
    Slice first = d->request->parts ? d->request->part[0] : LIT("");
    FILE *out = d->out = open_memstream(&d->answer->bytes, &d->answer->size);
    d->answer->status = 200;
    d->answer->type = "text/html; charset=utf-8";
    pthread_mutex_lock(&d->studio->lock);
    StudioPage *page = NULL;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES && !page; i++)
        if (slice_is(first, PAGES[i].path))
            page = PAGES[i].page;
    if (page)
        page(d);
    else
        html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, first, LIT("")));
    pthread_mutex_unlock(&d->studio->lock);
    fclose(out);
}
