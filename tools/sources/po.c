#include "tools/sources/po.h"

#include "base/file.h"
#include "base/plural.h"

#include <gettext-po.h>
#include <limits.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- faults ---------------------------------------------------------------------------------- */

static Error *fault_now; /* the library's handlers take nothing of their caller's */
static jmp_buf fatal;

static void take_error(int severity, po_message_t message, const char *filename, size_t line,
                       size_t column, int multiline, const char *text) {
    (void)message, (void)column, (void)multiline;
    if (severity == PO_SEVERITY_WARNING)
        return;
    if (!fault_now->text[0] && filename && line != (size_t)-1)
        error_set(fault_now, "%s:%d: %s", filename, (int)line, text);
    else if (!fault_now->text[0])
        error_set(fault_now, "%s", text);
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(fatal, 1);
}

static void take_faults(int severity, po_message_t message1, const char *filename1, size_t line1,
                        size_t column1, int multiline1, const char *text1, po_message_t message2,
                        const char *filename2, size_t line2, size_t column2, int multiline2,
                        const char *text2) {
    (void)message2, (void)filename2, (void)line2, (void)column2, (void)multiline2, (void)text2;
    take_error(severity, message1, filename1, line1, column1, multiline1, text1);
}

static const struct po_xerror_handler HANDLER = {take_error, take_faults};

#define REVIEWED "X-Reviewed"

/* ---- reading --------------------------------------------------------------------------------- */

static Slice copy(Arena *arena, const char *text) {
    return text && *text ? arena_copy(arena, slice_from(text)) : (Slice){0};
}

static bool is_text(po_message_t message) {
    return !po_message_is_obsolete(message) && *po_message_msgid(message);
}

static Slice source_of(Arena *arena, po_message_t message) {
    const char *one = po_message_msgid(message), *many = po_message_msgid_plural(message);
    return many ? arena_printf(arena, "%s" PO_FORM_END "%s", one, many) : copy(arena, one);
}

/* One form that is missing, and the text is not translated yet. */
static Slice target_of(Arena *arena, po_message_t message) {
    if (!po_message_msgid_plural(message))
        return copy(arena, po_message_msgstr(message));
    Slice forms = {0};
    const char *form;
    for (int i = 0; (form = po_message_msgstr_plural(message, i)); i++) {
        if (!*form)
            return (Slice){0};
        forms = i ? arena_printf(arena, SLICE_FMT PO_FORM_END "%s", SLICE_ARG(forms), form)
                  : arena_printf(arena, "%s", form);
    }
    return forms;
}

static Slice field_of(Arena *arena, po_file_t from, const char *name) {
    const char *header = po_file_domain_header(from, NULL);
    char *field = header ? po_header_field(header, name) : NULL;
    Slice kept = copy(arena, field);
    free(field);
    return kept;
}

/* Where the entries begin, which the library does not tell: at their context or, without one, at
   their source. The header is the first. */
typedef struct PoLines {
    Slice rest;
    int line;
    bool has_context;
} PoLines;

static int next_entry(PoLines *at) {
    while (at->rest.len) {
        int end = slice_find(at->rest, LIT("\n"));
        Slice line = slice_cut(at->rest, 0, end < 0 ? at->rest.len : end);
        at->rest = end < 0 ? LIT("") : slice_cut(at->rest, end + 1, at->rest.len);
        at->line++;
        bool context = slice_has_prefix(line, LIT("msgctxt "));
        bool source = slice_has_prefix(line, LIT("msgid "));
        bool begins = context || (source && !at->has_context);
        at->has_context = context || (at->has_context && !source);
        if (begins)
            return at->line;
    }
    return at->line;
}

static PoText text_of(Arena *arena, po_message_t message, int line) {
    return (PoText){.context = copy(arena, po_message_msgctxt(message)),
                    .source = source_of(arena, message),
                    .target = target_of(arena, message),
                    .note = copy(arena, po_message_comments(message)),
                    .line = line,
                    .fuzzy = po_message_is_fuzzy(message)};
}

static void collect(po_file_t from, Arena *arena, PoFile *file) {
    po_message_t message;
    po_message_iterator_t all = po_message_iterator(from, NULL);
    int count = 0;
    while ((message = po_next_message(all)))
        count++;
    po_message_iterator_free(all);
    file->text = arena_array(arena, PoText, count + 1);
    file->gone = arena_array(arena, PoText, count + 1);
    all = po_message_iterator(from, NULL);
    PoLines lines = {.rest = file->bytes};
    while ((message = po_next_message(all))) {
        int line = po_message_is_obsolete(message) ? lines.line : next_entry(&lines);
        if (is_text(message))
            file->text[file->count++] = text_of(arena, message, line);
        else if (po_message_is_obsolete(message))
            file->gone[file->gone_count++] = text_of(arena, message, line);
    }
    po_message_iterator_free(all);
    file->header = copy(arena, po_file_domain_header(from, NULL));
    file->plural = field_of(arena, from, "Plural-Forms");
    file->reviewed = field_of(arena, from, REVIEWED);
}

Slice po_bytes(const char *path, Arena *arena) {
    FILE *from = fopen(path, "rb");
    long size = from && fseek(from, 0, SEEK_END) == 0 ? ftell(from) : -1;
    Slice bytes = {0};
    if (size > 0 && size < INT_MAX && fseek(from, 0, SEEK_SET) == 0) {
        char *at = arena_alloc(arena, (size_t)size);
        bytes = (Slice){at, (int)fread(at, 1, (size_t)size, from)};
    }
    if (from)
        fclose(from);
    return bytes;
}

bool po_read(const char *path, Arena *arena, PoFile *file, Error *error) {
    *error = (Error){{0}};
    *file = (PoFile){.bytes = po_bytes(path, arena)};
    fault_now = error;
    if (setjmp(fatal))
        return false;
    po_file_t from = po_file_read(path, &HANDLER);
    if (!from)
        return error->text[0] ? false : error_set(error, "%s: cannot be read", path);
    collect(from, arena, file);
    po_file_free(from);
    return !error->text[0];
}

/* ---- writing --------------------------------------------------------------------------------- */

#define FORM_BYTES 1024

/* The next form as a string of its own; false at the end. */
static bool next_form(Slice *forms, char form[FORM_BYTES]) {
    if (!forms->at)
        return false;
    int end = slice_find(*forms, LIT(PO_FORM_END));
    Slice one = end < 0 ? *forms : slice_cut(*forms, 0, end);
    snprintf(form, FORM_BYTES, SLICE_FMT, SLICE_ARG(one));
    *forms = end < 0 ? (Slice){0} : slice_cut(*forms, end + 1, forms->len);
    return true;
}

static void put_forms(po_message_t message, const PoText *text, int count) {
    char form[FORM_BYTES];
    Slice source = text->source, target = text->target;
    if (next_form(&source, form))
        po_message_set_msgid(message, form);
    if (next_form(&source, form))
        po_message_set_msgid_plural(message, form);
    for (int i = 0; i < count; i++)
        po_message_set_msgstr_plural(message, i, next_form(&target, form) ? form : "");
}

/* The forms of a remark stand on lines of their own. */
static void put_remark(po_message_t message, Slice remark) {
    char lines[4 * FORM_BYTES];
    snprintf(lines, sizeof lines, SLICE_FMT, SLICE_ARG(remark));
    for (char *c = lines; *c; c++)
        *c = *c == PO_FORM_END[0] ? '\n' : *c;
    if (remark.len)
        po_message_set_extracted_comments(message, lines);
}

static void put(po_message_iterator_t at, const PoText *text, int forms, bool gone) {
    po_message_t message = po_message_create();
    if (text->context.at)
        po_message_set_msgctxt(message, text->context.at);
    if (slice_find(text->source, LIT(PO_FORM_END)) >= 0)
        put_forms(message, text, forms);
    else {
        po_message_set_msgid(message, text->source.at);
        po_message_set_msgstr(message, text->target.at ? text->target.at : "");
    }
    put_remark(message, text->remark);
    if (text->note.len)
        po_message_set_comments(message, text->note.at);
    po_message_set_obsolete(message, gone);
    po_message_set_fuzzy(message, text->fuzzy);
    po_message_insert(at, message);
}

/* One of its fields, unless it has that already. */
static char *with_field(char *header, const char *name, const char *value) {
    char *there = po_header_field(header, name);
    char *made = there ? NULL : po_header_set_field(header, name, value);
    free(there);
    if (!made)
        return header;
    free(header);
    return made;
}

static void put_header(po_message_iterator_t at, const char *lang, const PoFile *file, Slice plural,
                       Slice reviewed) {
    Arena arena = {0};
    char *header = strdup(file->header.len ? file->header.at : "Project-Id-Version: azimut\n");
    po_message_t message = po_message_create();
    if (!header)
        abort();
    header = with_field(header, "Language", lang);
    header = with_field(header, "MIME-Version", "1.0");
    header = with_field(header, "Content-Type", "text/plain; charset=UTF-8");
    header = with_field(header, "Content-Transfer-Encoding", "8bit");
    header = with_field(header, "Plural-Forms", arena_copy(&arena, plural).at);
    header = with_field(header, REVIEWED, arena_copy(&arena, reviewed).at);
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    po_message_insert(at, message);
    free(header);
    arena_free(&arena);
}

static void put_all(po_file_t to, const char *lang, const PoFile *file) {
    po_message_iterator_t at = po_message_iterator(to, NULL);
    Slice plural = file->plural.len ? file->plural : LIT("nplurals=2; plural=n != 1;");
    put_header(at, lang, file, plural, file->reviewed.len ? file->reviewed : LIT("no"));
    for (int i = 0; i < file->count; i++)
        put(at, &file->text[i], plural_forms(plural), false);
    for (int i = 0; i < file->gone_count; i++)
        put(at, &file->gone[i], plural_forms(plural), true);
    po_message_iterator_free(at);
}

static bool write_to(const char *path, po_file_t to, Error *error) {
    fault_now = error;
    if (setjmp(fatal))
        return false;
    return po_file_write(to, path, &HANDLER) != NULL && !error->text[0];
}

/* The library writes into a file and says nothing of a disk that is full: into one beside, which is
   read again. */
static bool write_beside(const char *path, po_file_t to, const PoFile *file, Error *error) {
    Arena arena = {0};
    PoFile again;
    Error why;
    bool good = write_to(path, to, error);
    if (good && (!po_read(path, &arena, &again, &why) || again.count != file->count ||
                 again.gone_count != file->gone_count))
        good = error_set(error, "%.240s : ne s’écrit pas en entier ; le disque est peut-être plein",
                         path);
    arena_free(&arena);
    return good;
}

bool po_write(const char *path, const char *lang, const PoFile *file, Error *error) {
    Arena arena = {0};
    *error = (Error){{0}};
    po_file_t to = po_file_create();
    put_all(to, lang, file);
    const char *beside = arena_printf(&arena, "%s.new", path).at;
    bool good = write_beside(beside, to, file, error);
    Slice bytes = good ? po_bytes(beside, &arena) : LIT("");
    unlink(beside);
    po_file_free(to);
    good = good && file_put(path, bytes.at, (size_t)bytes.len, 0644, error);
    arena_free(&arena);
    return good;
}
