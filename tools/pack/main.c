/* azimut-pack: checks a content folder, builds it into a pack, shows what is in a pack. */
#include "base/command_line.h"
#include "content/target.h"
#include "search/search.h"
#include "tools/pack/content.h"
#include "tools/pack/export_lheo.h"
#include "tools/pack/floorplan.h"
#include "tools/pack/import_kinds.h"
#include "tools/pack/schema_record.h"
#include "tools/pack/secret_key.h"
#include "tools/pack/sign.h"
#include "tools/pack/translate.h"
#include "tools/pack/write.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static const Command COMMANDS[] = {
    {"check", "DIR", "names every mistake in a content folder as file:line: message"},
    {"build", "DIR", "checks a content folder and writes the pack; same sources, same bytes"},
    {"map", "FILE.osm", "a pack with only a map, from any OSM file with Simple Indoor Tagging"},
    {"show", "FILE", "says what is in a pack"},
    {"translate", "DIR LANG",
     "writes lang/LANG.po, or brings it up to date: all there is to translate"},
    {"import", "KIND FILE DIR",
     "takes a table (.csv, .ods) or another file into the YAML of a folder: all of it, or "
     "nothing"},
    {"export", "FILE", "writes the courses of a pack for others, as LHEO"},
    {"fields", "RECORD", "what an author may write of a record, as a table"},
    {"find", "FILE QUERY", "what the kiosk's search answers, best first: kind, id and title"},
    {"keygen", "FILE", "makes a key to sign packs with, and beside it FILE.pub for the kiosks"},
    {"sign", "FILE", "signs a pack, as minisign does: writes FILE.minisig"},
    {"verify", "FILE", "says whether a pack is what the owner of a key has signed"},
    {"label", "FILE", "the line that a signature says of a pack"},
};
enum {
    CHECK,
    BUILD,
    MAP,
    SHOW,
    TRANSLATE,
    IMPORT,
    EXPORT,
    FIELDS,
    FIND,
    KEYGEN,
    SIGN,
    VERIFY,
    LABEL,
    COMMAND_COUNT
};

enum { FIND_HITS = 200 };

typedef struct Order {
    const char *out, *lang, *public_key;
    Millis now;
    bool lheo, bare;
    SignOrder sign;
} Order;

static const Option OPTIONS[] = {
    {"o", "FILE", option_text, offsetof(Order, out), "where it is written", "build map export",
     OPTION_NEEDED},
    {"now", "ISO8601", option_moment, offsetof(Order, now),
     "the local time from which on what ends soon is named, instead of the clock's", "check export",
     OPTION_FREE},
    {"lheo", NULL, option_flag, offsetof(Order, lheo), "as LHEO 2.3", "export", OPTION_NEEDED},
    {"lang", "LANG", option_text, offsetof(Order, lang),
     "the language of the titles, instead of the pack's first", "find", OPTION_FREE},
    {"W", NULL, option_flag, offsetof(Order, bare), "without a password", "keygen", OPTION_FREE},
    {"k", "KEY", option_text, offsetof(Order, sign.key), "the key to sign with", "sign",
     OPTION_NEEDED},
    {"not-before", "DATE", option_moment, offsetof(Order, sign.not_before),
     "the first day on which a kiosk takes it, instead of that of its content", "sign",
     OPTION_FREE},
    {"expires", "DATE", option_moment, offsetof(Order, sign.expires),
     "the last day on which a kiosk takes it, instead of 400 days later", "sign", OPTION_FREE},
    {"p", "KEY.pub", option_text, offsetof(Order, public_key), "the public key", "verify",
     OPTION_NEEDED},
};

static const CommandLine LINE = {"azimut-pack", COMMANDS, COMMAND_COUNT, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

static void print_plan_counts(const Plan *plan) {
    int places = 0;
    for (int i = 0; i < plan->space_count; i++)
        places += plan->space[i].place;
    if (plan->space_count)
        printf("plan : %d niveaux, %d espaces dont %d où l’on peut être guidé, %d bornes, %d "
               "tronçons\n",
               plan->level_count, plan->space_count, places, plan->kiosk_count, plan->edge_count);
}

static void print_counts(const Pack *pack) {
    printf(
        "%d familles, %d métiers, %d images, %d questions, %d thèmes, %d graphiques, %d vidéos\n",
        pack->family_count, pack->trade_count, pack->picture_count, pack->item_count,
        pack->topic_count, pack->chart_count, pack->clip_count);
    printf("%d certifications, %d formations, %d modules, %d bureaux, %d stages, %d machines, %d "
           "événements, %d mots expliqués\n",
           pack->certification_count, pack->course_count, pack->module_count, pack->desk_count,
           pack->internship_count, pack->lab_machine_count, pack->campus_event_count,
           pack->glossary_count);
    print_plan_counts(&pack->plan);
}

/* Checks the folder; with a file, writes the pack as well. */
static int build(const char *folder, const char *file, Millis now) {
    Content content = {.now = now};
    Report report = {0};
    Error error;
    bool good = content_read(&content, folder, NULL, &report);
    report_print(&report, stdout);
    if (good && file && !pack_write(&content.pack, content.video, file, &error)) {
        fprintf(stderr, "azimut-pack: %s\n", error.text);
        good = false;
    }
    if (good)
        print_counts(&content.pack);
    else if (report.faults)
        fprintf(stderr, "azimut-pack: %d à corriger dans %s\n", report.faults, folder);
    report_free(&report);
    content_free(&content);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* A pack with only a map, from one OSM file. */
static int map(const char *osm, const char *file) {
    static Pack pack;
    Arena arena = {0};
    Report report = {0};
    Error error;
    bool good = floorplan_only(&pack, &arena, &report, slice_from(osm));
    report_print(&report, stdout);
    if (good && !pack_write(&pack, NULL, file, &error)) {
        fprintf(stderr, "azimut-pack: %s\n", error.text);
        good = false;
    }
    if (good)
        print_plan_counts(&pack.plan);
    report_free(&report);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void show_trades(const Pack *pack) {
    for (int f = 0; f < pack->family_count; f++) {
        const Family *family = &pack->family[f];
        printf("  " SLICE_FMT " (%d)\n", SLICE_ARG(family->name.in[LANG_FIRST]),
               family->trade_count);
        for (int t = family->first_trade; t < family->first_trade + family->trade_count; t++)
            printf("    " SLICE_FMT "  " SLICE_FMT "\n", SLICE_ARG(pack->trade[t].rome),
                   SLICE_ARG(pack->trade[t].name.in[LANG_FIRST]));
    }
}

static void show_clips(const Pack *pack) {
    for (int c = 0; c < pack->clip_count; c++) {
        const Clip *clip = &pack->clip[c];
        printf("  vidéo : " SLICE_FMT " (%.0f s, %dx%d, " SLICE_FMT ", %.1f Mo)\n",
               SLICE_ARG(clip->title.in[LANG_FIRST]), (double)clip->duration / 1000, clip->width,
               clip->height, SLICE_ARG(clip->codec), (double)clip->bytes / 1e6);
    }
}

static void show_languages(const LangList *list) {
    printf("langues :");
    for (int lang = 0; lang < list->count; lang++)
        printf("%s %s (%s)", lang ? "," : "", list->code[lang], list->name[lang]);
    printf("\n");
}

static bool load(const char *file, Arena *arena, Pack *pack) {
    Error error;
    if (pack_load(file, arena, pack, &error))
        return true;
    fprintf(stderr, "azimut-pack: %s\n", error.text);
    return false;
}

static int show(const char *file) {
    static Pack pack;
    Arena arena = {0};
    struct stat info = {0};
    if (!load(file, &arena, &pack))
        return EXIT_FAILURE;
    stat(file, &info);
    printf(SLICE_FMT " (" SLICE_FMT "), version %d du " SLICE_FMT ", %.1f Mo\n",
           SLICE_ARG(pack.campus.name.in[LANG_FIRST]), SLICE_ARG(pack.campus.id),
           pack.campus.version, SLICE_ARG(pack.campus.dated), (double)info.st_size / 1e6);
    show_languages(&pack.lang);
    print_counts(&pack);
    show_trades(&pack);
    for (int t = 0; t < pack.topic_count; t++)
        printf("  thème : " SLICE_FMT "\n", SLICE_ARG(pack.topic[t].title.in[LANG_FIRST]));
    show_clips(&pack);
    arena_free(&arena);
    return EXIT_SUCCESS;
}

static int translate(const char *folder, const char *lang) {
    Content content = {0};
    Report report = {0};
    Error error;
    bool good = content_read(&content, folder, lang, &report);
    if (!good)
        report_print(&report, stdout);
    else if (!(good = translate_write(content.translations, &content.pack, folder, &error)))
        fprintf(stderr, "azimut-pack: %s\n", error.text);
    report_free(&report);
    content_free(&content);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int import(const char *kind, const char *file, const char *folder) {
    Arena arena = {0};
    Report report = {0};
    Import order = {
        .arena = &arena, .report = &report, .folder = slice_from(folder), .file = slice_from(file)};
    bool known, good = import_kind(&order, kind, &known);
    report_print(&report, stdout);
    if (!known)
        fprintf(stderr, "azimut-pack: no kind of file is called %s; there are " SLICE_FMT "\n",
                kind, SLICE_ARG(import_kinds(&arena)));
    else if (good)
        printf("%d fiches écrites, dont %d nouvelles\n", order.written, order.added);
    else
        fprintf(stderr, "azimut-pack: %d à corriger dans %s ; rien n’est écrit\n", report.faults,
                file);
    report_free(&report);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int export(const char *file, const char *out, Millis now) {
    static Pack pack;
    Arena arena = {0};
    Error error;
    LheoExport count = {0};
    bool good =
        pack_load(file, &arena, &pack, &error) && export_lheo(&pack, now, out, &count, &error);
    if (good)
        printf("%d formations, %d sessions ; %d laissées de côté (exemples, ou rien à venir)\n",
               count.courses, count.sessions, count.left_out);
    else
        fprintf(stderr, "azimut-pack: %s\n", error.text);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* What an author may write of a record, as a table for content/README.md. */
static int fields(const char *name) {
    for (int id = 0; id < RECORD_COUNT; id++)
        if (strcmp(record_of((RecordId)id)->table, name) == 0 &&
            record_of((RecordId)id)->owner == RECORD_COUNT) {
            schema_record_print((RecordId)id);
            return EXIT_SUCCESS;
        }
    fprintf(stderr, "azimut-pack: no record is called %s\n", name);
    return EXIT_FAILURE;
}

static void print_hit(const Pack *pack, Target target, Lang lang) {
    LocalText title = search_title(pack, target);
    Slice said = title.in[lang].len ? title.in[lang] : title.in[0];
    printf("%s\t" SLICE_FMT "\t" SLICE_FMT "\n", target_word(target.kind),
           SLICE_ARG(target_id(pack, target)), SLICE_ARG(said));
}

/* A kiosk's floor only chooses among the doors of one lift: the first does here. */
static int find(const char *file, const char *query, const char *code) {
    static Pack pack;
    static SearchHit hit[FIND_HITS];
    Arena arena = {0};
    if (!load(file, &arena, &pack))
        return EXIT_FAILURE;
    int lang = code ? langs_find(&pack.lang, slice_from(code)) : 0;
    if (lang < 0)
        fprintf(stderr, "azimut-pack: the pack has no language called %s\n", code);
    const Search *search = search_new(&pack, 0, &arena);
    int count = lang < 0 ? 0 : search_find(search, slice_from(query), hit, FIND_HITS);
    for (int i = 0; i < count; i++)
        print_hit(&pack, hit[i].target, lang);
    arena_free(&arena);
    return lang < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- signatures ------------------------------------------------------------------------------ */

static int end_with(bool good, const Error *error) {
    if (!good)
        fprintf(stderr, "azimut-pack: %s\n", error->text);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int keygen(const char *file, bool bare) {
    Error error;
    bool good = secret_key_make(file, bare, &error);
    if (good)
        printf("%s : à garder hors des bornes, avec une copie en lieu sûr\n"
               "%s.pub : à mettre sur chaque borne (azimut --key)\n",
               file, file);
    return end_with(good, &error);
}

static void print_label(const Label *label) {
    char line[LABEL_TEXT];
    label_write(label, line);
    printf("%s\n", line);
}

static int sign(const char *file, const SignOrder *order) {
    Error error;
    return end_with(sign_pack(file, order, &error), &error);
}

static int verify(const char *file, const char *key) {
    Label label;
    Error error;
    bool good = sign_verify(file, key, &label, &error);
    if (good)
        print_label(&label);
    return end_with(good, &error);
}

static int say_label(const char *file) {
    Label label;
    Error error;
    bool good = sign_label(file, &label, &error);
    if (good)
        print_label(&label);
    return end_with(good, &error);
}

static Millis local_now(void) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return ((Millis)now + local.tm_gmtoff) * 1000;
}

int main(int argc, char **argv) {
    Order order = {0};
    Operands operands;
    int status;
    if (sodium_init() < 0)
        return EXIT_FAILURE;
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    switch (operands.command - COMMANDS) {
    case MAP:
        return map(operands.at[0], order.out);
    case SHOW:
        return show(operands.at[0]);
    case TRANSLATE:
        return translate(operands.at[0], operands.at[1]);
    case IMPORT:
        return import(operands.at[0], operands.at[1], operands.at[2]);
    case EXPORT:
        return export(operands.at[0], order.out, order.now ? order.now : local_now());
    case FIELDS:
        return fields(operands.at[0]);
    case FIND:
        return find(operands.at[0], operands.at[1], order.lang);
    case KEYGEN:
        return keygen(operands.at[0], order.bare);
    case SIGN:
        return sign(operands.at[0], &order.sign);
    case VERIFY:
        return verify(operands.at[0], order.public_key);
    case LABEL:
        return say_label(operands.at[0]);
    case CHECK:
        return build(operands.at[0], NULL, order.now ? order.now : local_now());
    default:
        return build(operands.at[0], order.out, 0);
    }
}
