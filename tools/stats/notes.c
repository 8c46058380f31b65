/* Reads notes.yaml. Knows no figures. */
#include "tools/stats/notes.h"

#include "tools/sources/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOTES_BYTES 1000000

typedef struct NotesReading {
    Report report;
    Slice file;
    Arena *arena;
    Figures *figures;
} NotesReading;

static bool read_day(NotesReading *r, const YamlNode *note, const char *key, Millis *day) {
    const YamlNode *node = yaml_get(note, key);
    char iso[16];
    if (!node)
        return false;
    snprintf(iso, sizeof iso, SLICE_FMT, SLICE_ARG(node->text));
    if (node->kind == YAML_SCALAR && node->text.len == 10 && civil_parse(iso, day))
        return true;
    report_fault(&r->report, r->file, node->line, "« %s » n’est pas un jour : écrire AAAA-MM-JJ",
                 iso);
    return false;
}

static void read_text(NotesReading *r, const YamlNode *note, LocalText *text) {
    const YamlNode *node = yaml_get(note, "text");
    if (!node)
        report_fault(&r->report, r->file, note->line, "cette note n’a pas de « text: »");
    for (int lang = 0; node && lang < langs()->count; lang++) {
        const YamlNode *one = node->kind == YAML_MAP ? yaml_get(node, langs()->code[lang]) : node;
        one = one ? one : node->first;
        text->in[lang] = one ? arena_copy(r->arena, one->text) : (Slice){0};
    }
}

static void check_keys(NotesReading *r, const YamlNode *note) {
    for (const YamlNode *key = note->first; key; key = key->next)
        if (!slice_is(key->key, "from") && !slice_is(key->key, "to") && !slice_is(key->key, "text"))
            report_fault(&r->report, r->file, key->line,
                         "« " SLICE_FMT " » : une note a « from », « to », « text »",
                         SLICE_ARG(key->key));
}

static void read_note(NotesReading *r, const YamlNode *node) {
    Note note = {0};
    if (node->kind != YAML_MAP) {
        report_fault(&r->report, r->file, node->line,
                     "une note commence par « - from: AAAA-MM-JJ »");
        return;
    }
    check_keys(r, node);
    if (!yaml_get(node, "from"))
        report_fault(&r->report, r->file, node->line, "cette note n’a pas de « from: »");
    read_day(r, node, "from", &note.from);
    if (!read_day(r, node, "to", &note.to))
        note.to = note.from;
    if (note.to < note.from)
        report_fault(&r->report, r->file, node->line, "cette note finit avant de commencer");
    read_text(r, node, &note.text);
    figures_note(r->figures, note, r->arena);
}

static char *read_bytes(const char *path, int *size) {
    FILE *in = fopen(path, "r");
    char *bytes = in ? malloc(NOTES_BYTES) : NULL;
    *size = bytes ? (int)fread(bytes, 1, NOTES_BYTES, in) : 0;
    if (in)
        fclose(in);
    return bytes;
}

bool notes_read(const char *path, Figures *figures, Arena *arena) {
    NotesReading r = {.file = slice_from(path), .arena = arena, .figures = figures};
    int size;
    char *bytes = read_bytes(path, &size);
    if (!bytes)
        report_fault(&r.report, r.file, 1, "ne s’ouvre pas");
    YamlNode *list =
        bytes ? yaml_read(&r.report, arena, r.file, arena_copy(arena, (Slice){bytes, size})) : NULL;
    if (list && list->kind != YAML_LIST)
        report_fault(&r.report, r.file, list->line,
                     "les notes sont une liste : « - from: AAAA-MM-JJ »");
    for (const YamlNode *note = list && list->kind == YAML_LIST ? list->first : NULL; note;
         note = note->next)
        read_note(&r, note);
    bool good = r.report.faults == 0;
    report_print(&r.report, stderr);
    report_free(&r.report);
    free(bytes);
    return good;
}
