#include "tools/studio/studio.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const Param *param_named(const Desk *d, const char *name) {
    for (int i = 0; i < d->request->param_count; i++)
        if (slice_is(d->request->param[i].name, name))
            return &d->request->param[i];
    return NULL;
}

Slice studio_value(const Desk *d, const char *name) {
    const Param *param = param_named(d, name);
    return param ? param->value : LIT("");
}

bool studio_has(const Desk *d, const char *name) {
    return param_named(d, name) != NULL;
}

bool studio_refuse(const Desk *d, Error *error, StudioWord word, Slice file, const char *why) {
    Slice said = studio_sentence(d->arena, d->lang, word, file, slice_from(why));
    return error_set(error, SLICE_FMT, SLICE_ARG(said));
}

void studio_warn(Desk *d, Slice sentence) {
    error_set(&d->studio->warning, SLICE_FMT, SLICE_ARG(sentence));
}

bool studio_go(Desk *d, const char *format, ...) {
    va_list list;
    char *path = NULL;
    va_start(list, format);
    if (vasprintf(&path, format, list) < 0)
        abort();
    va_end(list);
    d->answer->location =
        arena_printf(d->arena, "/%s/%s/%s", d->studio->token, langs()->code[d->lang], path);
    d->answer->status = 303;
    free(path);
    return true;
}
