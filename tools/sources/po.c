#include "tools/sources/po.h"

#include <gettext-po.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

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

/* ---- reading --------------------------------------------------------------------------------- */

static Slice copy(Arena *arena, const char *text) {
    return text && *text ? arena_copy(arena, slice_from(text)) : (Slice){0};
}

static bool is_text(po_message_t message) {
    return !po_message_is_obsolete(message) && *po_message_msgid(message);
}

static void collect(po_file_t from, Arena *arena, PoFile *file) {
    po_message_t message;
    po_message_iterator_t all = po_message_iterator(from, NULL);
    int count = 0;
    while ((message = po_next_message(all)))
        count++;
    po_message_iterator_free(all);
    file->text = arena_array(arena, PoText, count + 1);
    all = po_message_iterator(from, NULL);
    while ((message = po_next_message(all)))
        if (is_text(message))
            file->text[file->count++] = (PoText){
                copy(arena, po_message_msgctxt(message)), copy(arena, po_message_msgid(message)),
                copy(arena, po_message_msgstr(message)), .fuzzy = po_message_is_fuzzy(message)};
    po_message_iterator_free(all);
}

bool po_read(const char *path, Arena *arena, PoFile *file, Error *error) {
    *error = (Error){{0}};
    *file = (PoFile){0};
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

static void put(po_message_iterator_t at, const PoText *text) {
    po_message_t message = po_message_create();
    if (text->context.at)
        po_message_set_msgctxt(message, text->context.at);
    po_message_set_msgid(message, text->source.at);
    po_message_set_msgstr(message, text->target.at ? text->target.at : "");
    if (text->remark.len)
        po_message_set_extracted_comments(message, text->remark.at);
    po_message_set_fuzzy(message, text->fuzzy);
    po_message_insert(at, message);
}

static void put_header(po_message_iterator_t at, const char *lang) {
    char header[256];
    snprintf(header, sizeof header,
             "Project-Id-Version: azimut\nLanguage: %s\nMIME-Version: 1.0\n"
             "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
             lang);
    po_message_t message = po_message_create();
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    po_message_insert(at, message);
}

bool po_write(const char *path, const char *lang, const PoFile *file, Error *error) {
    *error = (Error){{0}};
    fault_now = error;
    po_file_t to = po_file_create();
    po_message_iterator_t at = po_message_iterator(to, NULL);
    put_header(at, lang);
    for (int i = 0; i < file->count; i++)
        put(at, &file->text[i]);
    po_message_iterator_free(at);
    if (setjmp(fatal))
        return false;
    bool written = po_file_write(to, path, &HANDLER) != NULL;
    po_file_free(to);
    return written && !error->text[0];
}
