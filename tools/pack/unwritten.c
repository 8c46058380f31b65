#include "tools/pack/unwritten.h"

#include "base/message.h"
#include "tools/sources/source.h"

#include <stddef.h>

#define TEXT_BYTES (1 << 20)

typedef struct Reading {
    Report *report;
    Arena *arena;
    Slice folder;
} Reading;

/* ---- places left open ------------------------------------------------------------------------ */

/* Of YAML; in Markdown that is a title. */
static bool is_remark(Slice file, Slice line) {
    return slice_has_prefix(slice_trim(line), LIT("#")) && slice_find(file, LIT(".yaml")) >= 0;
}

static bool is_open(Slice line) {
    return slice_find(line, LIT("[à écrire]")) >= 0 ||
           slice_find(line, LIT("[to be written]")) >= 0;
}

/* One sentence a file, where its first one stands. */
static void say_open(Reading *r, Slice file, int first, int count) {
    if (count == 1)
        report_warn(r->report, file, first, 0, "un texte est encore à écrire");
    else if (count)
        report_warn(r->report, file, first, 0, "%d textes sont encore à écrire, à partir d’ici",
                    count);
}

static void read_text(Reading *r, Slice file) {
    Report quiet = {0}; /* what is wrong with it was said before */
    Slice text;
    int first = 0, count = 0;
    if (!source_read(&quiet, r->arena, file, TEXT_BYTES, true, &text))
        text = LIT("");
    for (int line = 1; text.len; line++) {
        int end = slice_find(text, LIT("\n"));
        end = end < 0 ? text.len : end; /* not every editor ends the last line */
        Slice one = slice_cut(text, 0, end);
        if (is_open(one) && !is_remark(file, one) && !count++)
            first = line;
        text = slice_cut(text, end + 1, text.len);
    }
    say_open(r, file, first, count);
    report_free(&quiet);
}

static void read_folder(Reading *r, const char *name, const char *ending) {
    Slice folder = *name ? source_path(r->arena, r->folder, name) : r->folder, *names;
    int count = source_list(r->arena, folder, ending, &names);
    for (int i = 0; i < count; i++)
        read_text(r, source_path(r->arena, folder, names[i].at));
}

/* ---- what is missing ------------------------------------------------------------------------- */

static void warn_of_lacks(Reading *r, const Pack *pack) {
    const struct {
        int count;
        const char *file, *sentence;
    } lacks[] = {
        {pack->item_count, "quiz.yaml", MESSAGE("aucune question : la borne n’a pas de test")},
        {pack->topic_count, "topics/topics.yaml", MESSAGE("aucun sujet pour la page d’accueil")},
        {pack->desk_count, "desks.yaml", MESSAGE("aucun bureau : personne à qui parler")},
        {pack->course_count, "courses", MESSAGE("aucune formation (courses/NOM.yaml)")},
        {pack->campus_event_count, "events.yaml", MESSAGE("aucun rendez-vous")},
        {pack->plan.space_count, "plan/plan.osm",
         MESSAGE("aucun plan : la borne ne guide nulle part")},
    };
    for (size_t i = 0; i < sizeof lacks / sizeof *lacks; i++)
        if (!lacks[i].count)
            report_warn(r->report, source_path(r->arena, r->folder, lacks[i].file), 1, 0,
                        "%s ; l’écrire, ou « version: 1 » dans campus.yaml pour ne plus le lire",
                        message(lacks[i].sentence));
}

void unwritten_warn(Report *report, Arena *arena, Slice folder, const Pack *pack) {
    Reading r = {report, arena, folder};
    read_folder(&r, "", ".yaml");
    read_folder(&r, "trades", ".yaml");
    read_folder(&r, "courses", ".yaml");
    read_folder(&r, "topics", ".md");
    if (!pack->campus.version && !report->broken_count)
        warn_of_lacks(&r, pack);
}
