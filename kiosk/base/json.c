#include "base/json.h"

#include <stdlib.h>

/* A comma before all but the first of an array or an object; after a name there is none. */
static void separate(Json *j) {
    if (!j->named && j->depth && j->more[j->depth - 1])
        putc(',', j->out);
    if (j->depth)
        j->more[j->depth - 1] = true;
    j->named = false;
}

static void open_with(Json *j, char open, char close) {
    separate(j);
    if (j->depth == JSON_DEPTH_MAX)
        abort();
    j->close[j->depth] = close;
    j->more[j->depth++] = false;
    putc(open, j->out);
}

void json_object(Json *j) {
    open_with(j, '{', '}');
}

void json_array(Json *j) {
    open_with(j, '[', ']');
}

void json_end(Json *j) {
    putc(j->close[--j->depth], j->out);
}

static void put_quoted(FILE *out, Slice text) {
    putc('"', out);
    for (int i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c == '<' || c < 0x20)
            fprintf(out, "\\u%04x", c);
        else
            putc(c, out);
    }
    putc('"', out);
}

void json_name(Json *j, const char *name) {
    separate(j);
    put_quoted(j->out, slice_from(name));
    putc(':', j->out);
    j->named = true;
}

void json_text(Json *j, Slice text) {
    separate(j);
    put_quoted(j->out, text);
}

/* A report has some hundred thousand of them: printf would be most of its time. */
void json_integer(Json *j, int64_t n) {
    char digit[24];
    int at = 0;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    separate(j);
    if (n < 0)
        putc('-', j->out);
    do
        digit[at++] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    while (at > 0)
        putc(digit[--at], j->out);
}

void json_number(Json *j, double n, int decimals) {
    separate(j);
    fprintf(j->out, "%.*f", decimals, n);
}

void json_bool(Json *j, bool is) {
    separate(j);
    fputs(is ? "true" : "false", j->out);
}

void json_null(Json *j) {
    separate(j);
    fputs("null", j->out);
}

/* The comma belongs to the line before. */
void json_line(Json *j) {
    bool more = j->depth && j->more[j->depth - 1];
    if (more)
        putc(',', j->out);
    putc('\n', j->out);
    if (more)
        j->more[j->depth - 1] = false;
}
