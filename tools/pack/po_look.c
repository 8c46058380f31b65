#include "tools/pack/po_look.h"

#include "tools/pack/po_checks.h"
#include "tools/sources/source.h"

#include <string.h>

/* ---- anew ------------------------------------------------------------------------------------ */

/* As the texts of the folder come, too: they are held against each other. */
static void compose(Arena *arena, PoText *text) {
    text->source = source_composed(arena, text->source);
    text->target = source_composed(arena, text->target);
}

static bool look_anew(Report *report, Arena *arena, Slice path, PoFile *file) {
    Error error;
    bool read = po_read(path.at, arena, file, &error);
    if (!po_check_bytes(report, path, file->bytes))
        return false;
    if (!read) {
        report_fault(report, path, 1, "ce fichier PO ne se lit pas : %s", error.text);
        return false;
    }
    for (int i = 0; i < file->count; i++)
        compose(arena, &file->text[i]);
    po_check(report, path, file);
    return true;
}

/* ---- what is known of it, as bytes ----------------------------------------------------------- */

typedef struct Head {
    unsigned char sum[VERDICT_KEY]; /* of the file */
    int32_t count, plural, reviewed;
} Head;

typedef struct Row {
    int32_t context, source, target, line, fuzzy; /* lengths first */
} Row;

/* Each text is followed by a zero, as those of a pack are. */
static char *put_text(char *at, Slice text) {
    if (text.len)
        memcpy(at, text.at, (size_t)text.len);
    at[text.len] = 0;
    return at + text.len + 1;
}

static Slice take_text(const char **at, int len) {
    Slice text = {*at, len};
    *at += len + 1;
    return len ? text : (Slice){0};
}

static size_t bytes_for(const PoFile *file) {
    size_t size = sizeof(Head) + (size_t)(file->plural.len + file->reviewed.len) + 2;
    for (int i = 0; i < file->count; i++) {
        const PoText *text = &file->text[i];
        size += sizeof(Row) + (size_t)(text->context.len + text->source.len + text->target.len) + 3;
    }
    return size;
}

static Slice pack_known(Arena *arena, const PoFile *file, const unsigned char *sum) {
    size_t size = bytes_for(file);
    char *bytes = arena_alloc(arena, size), *at = bytes + sizeof(Head);
    Head head = {{0}, file->count, file->plural.len, file->reviewed.len};
    memcpy(head.sum, sum, sizeof head.sum);
    memcpy(bytes, &head, sizeof head);
    at = put_text(put_text(at, file->plural), file->reviewed);
    for (int i = 0; i < file->count; i++) {
        const PoText *text = &file->text[i];
        Row row = {text->context.len, text->source.len, text->target.len, text->line, text->fuzzy};
        memcpy(at, &row, sizeof row);
        at = put_text(put_text(at + sizeof row, text->context), text->source);
        at = put_text(at, text->target);
    }
    return (Slice){bytes, (int)size};
}

static bool is_of(Slice known, const unsigned char *sum) {
    return known.len >= (int)sizeof(Head) && memcmp(known.at, sum, VERDICT_KEY) == 0;
}

/* The bytes are as they were written: their own sum said so. */
static void unpack_known(Slice known, Arena *arena, PoFile *file) {
    Head head;
    const char *at = known.at + sizeof head;
    memcpy(&head, known.at, sizeof head);
    *file = (PoFile){.text = arena_array(arena, PoText, head.count + 1), .count = head.count};
    file->plural = take_text(&at, head.plural);
    file->reviewed = take_text(&at, head.reviewed);
    for (int i = 0; i < head.count; i++) {
        Row row;
        memcpy(&row, at, sizeof row);
        at += sizeof row;
        Slice context = take_text(&at, row.context), source = take_text(&at, row.source);
        file->text[i] = (PoText){.context = context,
                                 .source = source,
                                 .target = take_text(&at, row.target),
                                 .line = row.line,
                                 .fuzzy = row.fuzzy};
    }
}

/* What is wrong with a file is never kept: it is there to be mended. */
bool po_look(Verdicts *verdicts, Report *report, Arena *arena, Slice path, PoFile *file) {
    unsigned char key[VERDICT_KEY], sum[VERDICT_KEY];
    Slice bytes = po_bytes(path.at, arena), known = LIT("");
    Report said = {0}, anew = {0};
    verdict_key("po", path.at, (size_t)path.len, key);
    verdict_key("po bytes", bytes.at, (size_t)bytes.len, sum);
    bool is_known = verdict_recall(verdicts, key, &said, arena, path, &known) && is_of(known, sum);
    bool good = is_known;
    if (is_known)
        unpack_known(known, arena, file);
    else if ((good = look_anew(&anew, arena, path, file)) && !anew.faults)
        verdict_keep(verdicts, key, &anew, pack_known(arena, file, sum));
    verdict_say(report, path, is_known ? &said : &anew);
    report_free(&said);
    report_free(&anew);
    return good;
}
