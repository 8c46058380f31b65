#include "tools/studio/html.h"

#include "report/svg.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void html_text(const Desk *d, Slice text) {
    html_escape(d->out, text);
}

void html_word(const Desk *d, StudioWord word) {
    html_text(d, studio_word(d->lang, word));
}

void html_in(const Desk *d, const char *tag, Slice text) {
    fprintf(d->out, "<%s>", tag);
    html_text(d, text);
    fprintf(d->out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

void html_word_in(const Desk *d, const char *tag, StudioWord word) {
    html_in(d, tag, studio_word(d->lang, word));
}

static Slice printed(Arena *arena, const char *format, va_list list) {
    char *text = NULL;
    if (vasprintf(&text, format, list) < 0)
        abort();
    Slice copy = arena_copy(arena, slice_from(text));
    free(text);
    return copy;
}

void html_format(const Desk *d, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vfprintf(d->out, format, list);
    va_end(list);
}

static const char *lang_code(const Desk *d) {
    return langs()->code[d->lang];
}

void html_path(const Desk *d, const char *format, ...) {
    va_list list;
    va_start(list, format);
    fprintf(d->out, "/%s/%s/", d->studio->token, lang_code(d));
    html_text(d, printed(d->arena, format, list));
    va_end(list);
}

Slice html_coded(Arena *arena, Slice text) {
    char *at = arena_alloc(arena, (size_t)text.len * 3 + 1), *to = at;
    for (int i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (isalnum(c) || strchr("-_./~", c))
            *to++ = (char)c;
        else
            to += sprintf(to, "%%%02X", c);
    }
    return (Slice){at, (int)(to - at)};
}

void html_link(const Desk *d, const char *class, Slice path, Slice text) {
    fprintf(d->out, "<a class=\"%s\" href=\"", class);
    html_path(d, SLICE_FMT, SLICE_ARG(path));
    fputs("\">", d->out);
    html_text(d, text);
    fputs("</a>", d->out);
}

void html_button(const Desk *d, const char *class, const char *name, Slice value, Slice text) {
    fprintf(d->out, "<button class=\"%s\" name=\"%s\" value=\"", class, name);
    html_text(d, value);
    fputs("\">", d->out);
    html_text(d, text);
    fputs("</button>", d->out);
}

void html_hidden(const Desk *d, const char *name, Slice value) {
    fputs("<input type=\"hidden\" name=\"", d->out);
    html_text(d, slice_from(name));
    fputs("\" value=\"", d->out);
    html_text(d, value);
    fputs("\">", d->out);
}

void html_form(const Desk *d, Slice path, bool files) {
    fputs("<form method=\"post\" action=\"", d->out);
    html_path(d, SLICE_FMT, SLICE_ARG(path));
    fprintf(d->out, "\"%s>", files ? " enctype=\"multipart/form-data\"" : "");
}

void html_unsaved(const Desk *d) {
    fputs("<span hidden data-unsaved></span>", d->out);
}

void html_notice(const Desk *d, const char *class, Slice text) {
    fprintf(d->out, "<p class=\"notice %s\" role=\"status\">", class);
    html_text(d, text);
    fputs("</p>\n", d->out);
}

/* ---- the frame of a page --------------------------------------------------------------------- */

static void put_menu(const Desk *d) {
    static const struct {
        const char *path;
        StudioWord word;
    } LINKS[] = {{"", STUDIO_HOME},
                 {"faults", STUDIO_FAULTS},
                 {"files", STUDIO_FILES},
                 {"languages", STUDIO_LANGUAGES},
                 {"versions", STUDIO_VERSIONS},
                 {"publish", STUDIO_PUBLISH}};
    Slice here = d->request->parts ? d->request->part[0] : LIT("");
    fputs("<nav aria-label=\"", d->out);
    html_word(d, STUDIO_MENU);
    fputs("\">", d->out);
    for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++) {
        bool current = slice_is(here, LINKS[i].path);
        fprintf(d->out, "<a%s href=\"", current ? " aria-current=\"page\"" : "");
        html_path(d, "%s", LINKS[i].path);
        fputs("\">", d->out);
        html_word(d, LINKS[i].word);
        fputs("</a>", d->out);
    }
    fputs("</nav>", d->out);
}

/* The same page in the other languages of the studio. */
static void put_languages(const Desk *d) {
    for (int lang = 0; lang < langs()->count; lang++) {
        if (lang == d->lang)
            continue;
        const char *code = langs()->code[lang];
        fprintf(d->out, "<a class=\"lang\" lang=\"%s\" href=\"/%s/%s", code, d->studio->token,
                code);
        for (int i = 0; i < d->request->parts; i++) {
            fputs("/", d->out);
            html_text(d, html_coded(d->arena, d->request->part[i]));
        }
        fputs(d->request->parts ? "\">" : "/\">", d->out);
        html_text(d, slice_from(langs()->name[lang]));
        fputs("</a>", d->out);
    }
}

void html_begin(Desk *d, Slice title) {
    fprintf(d->out,
            "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>",
            lang_code(d));
    html_text(d, title);
    fprintf(d->out,
            " · Azimut</title><link rel=\"icon\" href=\"data:,\">"
            "<link rel=\"stylesheet\" href=\"/%s/studio.css\">"
            "<script src=\"/%s/studio.js\" defer></script></head>\n<body>",
            d->studio->token, d->studio->token);
    fputs("<a class=\"skip\" href=\"#content\">", d->out);
    html_word(d, STUDIO_SKIP);
    fputs("</a><header><p class=\"mark\">Azimut</p>", d->out);
    put_menu(d);
    put_languages(d);
    fputs("</header>\n<main id=\"content\">", d->out);
    html_in(d, "h1", title);
    fputs("\n", d->out);
    if (d->studio->warning.text[0])
        html_notice(d, "bad", slice_from(d->studio->warning.text));
    d->studio->warning.text[0] = 0;
}

void html_end(Desk *d) {
    fputs("</main></body></html>\n", d->out);
}

void html_refused(Desk *d, int status, Slice why) {
    d->answer->status = status;
    html_begin(d, studio_word(d->lang, STUDIO_REFUSED));
    html_notice(d, "bad", why);
    html_link(d, "button", LIT(""), studio_word(d->lang, STUDIO_HOME));
    html_end(d);
}
