/* azimut-pack: checks a content folder, builds it into a pack, shows what is in a pack. */
#include "base/command_line.h"
#include "base/message.h"
#include "content/target.h"
#include "search/search.h"
#include "tools/pack/meter.h"
#include "tools/pack/content.h"
#include "tools/pack/export_lheo.h"
#include "tools/pack/floorplan.h"
#include "tools/pack/identity.h"
#include "tools/pack/import_kinds.h"
#include "tools/pack/media.h"
#include "tools/pack/new.h"
#include "tools/pack/schema_record.h"
#include "tools/pack/secret_key.h"
#include "tools/pack/show.h"
#include "tools/pack/sign.h"
#include "tools/pack/translate.h"
#include "tools/pack/write.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const Command COMMANDS[] = {
    COMMAND("new", "DIR", "a small complete campus to start from, copied into a new folder"),
    COMMAND("check", "DIR", "names every mistake in a content folder as file:line: message"),
    COMMAND("build", "DIR",
            "checks a content folder and writes the pack; same sources, same bytes"),
    COMMAND("media", "DIR",
            "makes of films what a kiosk plays, of .srt subtitles .vtt, and posters; originals are "
            "kept"),
    COMMAND("map", "FILE.osm",
            "a pack with only a map, from any OSM file with Simple Indoor Tagging"),
    COMMAND("show", "FILE", "says what is in a pack"),
    COMMAND("translate", "DIR LANG",
            "writes lang/LANG.po, or brings it up to date: all there is to translate"),
    COMMAND("import", "KIND FILE DIR",
            "takes a table (.csv, .ods) or another file into the YAML of a folder: all of it, or "
            "nothing"),
    COMMAND("export", "FILE", "writes the courses of a pack for others, as LHEO"),
    COMMAND("fields", "RECORD", "what an author may write of a record, as a table"),
    COMMAND("find", "FILE QUERY",
            "what the kiosk's search answers, best first: kind, id and title"),
    COMMAND("keygen", "FILE",
            "makes a key to sign packs with, and beside it FILE.pub for the kiosks"),
    COMMAND("sign", "FILE", "signs a pack, as minisign does: writes FILE.minisig"),
    COMMAND("verify", "FILE", "says whether a pack is what the owner of a key has signed"),
    COMMAND("label", "FILE", "the line that a signature says of a pack"),
};
enum {
    NEW,
    CHECK,
    BUILD,
    MEDIA,
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
    const char *out, *from, *lang, *public_key;
    Millis now;
    bool lheo, bare, lines, fix, plain_side, draft;
    SignOrder sign;
} Order;

static const Option OPTIONS[] = {
    OPTION("from", "NAME", option_text, offsetof(Order, from),
           "which: bois (wood), sante (health) or vide (nothing but what is to be filled in)",
           "new", OPTION_NEEDED),
    OPTION("o", "FILE", option_text, offsetof(Order, out), "where it is written",
           "build map export", OPTION_NEEDED),
    OPTION("now", "ISO8601", option_moment, offsetof(Order, now),
           "the local time from which on what ends soon is named, instead of the clock's",
           "check export sign verify", OPTION_FREE),
    OPTION("lines", NULL, option_flag, offsetof(Order, lines),
           "mistakes for a program: fault or warning, file, line, column and message, with tabs "
           "between",
           "check build", OPTION_FREE),
    OPTION("fix", NULL, option_flag, offsetof(Order, fix), "first does what `media` does", "build",
           OPTION_FREE),
    OPTION(
        "draft", NULL, option_flag, offsetof(Order, draft),
        "for a kiosk that shows it at once: not read back first, nor waited for to be on the disk",
        "build", OPTION_FREE),
    OPTION("plain-side", NULL, option_flag, offsetof(Order, plain_side),
           "beside an upright film one colour, instead of the film itself, blurred", "build media",
           OPTION_FREE),
    OPTION("lheo", NULL, option_flag, offsetof(Order, lheo), "as LHEO 2.3", "export",
           OPTION_NEEDED),
    OPTION("lang", "LANG", option_text, offsetof(Order, lang),
           "the language of the titles, instead of the pack's first", "find", OPTION_FREE),
    OPTION("W", NULL, option_flag, offsetof(Order, bare), "without a password", "keygen",
           OPTION_FREE),
    OPTION("k", "KEY", option_text, offsetof(Order, sign.key), "the key to sign with", "sign",
           OPTION_NEEDED),
    OPTION("not-before", "DATE", option_moment, offsetof(Order, sign.not_before),
           "the first day on which a kiosk takes it, instead of that of its content", "sign",
           OPTION_FREE),
    OPTION("expires", "DATE", option_moment, offsetof(Order, sign.expires),
           "the last day on which a kiosk takes it, instead of 400 days later", "sign",
           OPTION_FREE),
    OPTION("p", "KEY.pub", option_text, offsetof(Order, public_key), "the public key", "verify",
           OPTION_NEEDED),
};

static const CommandLine LINE = {"azimut-pack", COMMANDS, COMMAND_COUNT, OPTIONS,
                                 sizeof OPTIONS / sizeof *OPTIONS};

typedef bool Writing(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                     Error *error);

/* Checks the folder; with a file, writes the pack as well. */
static int build(const char *folder, const char *file, Millis now, const Order *order) {
    Writing *write = order->draft ? pack_draft : pack_write;
    MeterLine meter;
    Content content = {.now = now, .verdicts = verdicts_open(), .meter = &meter};
    meter_open(&meter);
    Report report = {0};
    Error error;
    bool good = content_read(&content, folder, NULL, &report);
    verdicts_close(content.verdicts);
    meter_close(&meter);
    if (order->lines)
        report_print_lines(&report, stdout);
    else
        report_print(&report, stdout);
    bool written = good && file && write(&content.pack, content.film, &meter, file, &error);
    meter_close(&meter);
    if (good && file && !written) {
        fprintf(stderr, "azimut-pack: %s\n", error.text);
        good = false;
    }
    if (good)
        show_counts(&content.pack);
    else if (report.faults)
        fprintf(stderr, message("azimut-pack: %d à corriger dans %s\n"), report.faults, folder);
    report_free(&report);
    content_free(&content);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Films, posters and subtitles made fit, beside their originals. */
static int media(const char *folder, bool plain_side) {
    Arena arena = {0};
    Report report = {0};
    MeterLine meter;
    MediaOrder order = {plain_side, &meter};
    int made = 0;
    meter_open(&meter);
    bool good = media_convert(&report, &arena, folder, &order, &made);
    meter_close(&meter);
    report_print(&report, stdout);
    printf(message_count("%d fichier converti\n", "%d fichiers convertis\n", made), made);
    report_free(&report);
    arena_free(&arena);
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
    if (good && !pack_write(&pack, NULL, NULL, file, &error)) {
        fprintf(stderr, "azimut-pack: %s\n", error.text);
        good = false;
    }
    if (good)
        show_plan_counts(&pack.plan);
    report_free(&report);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
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
    show_pack(&pack, (double)info.st_size / 1e6);
    arena_free(&arena);
    return EXIT_SUCCESS;
}

/* A folder to start from, and what to do with it. */
static int make_new(const char *folder, const char *from) {
    Error error;
    if (!new_campus(folder, from, &error)) {
        fprintf(stderr, "azimut-pack: %s\n", error.text);
        return EXIT_FAILURE;
    }
    printf(message("%s est prêt, d’après « %s ».\n"
                   "voir ce qui reste à écrire ou à corriger : azimut-pack check \"%s\"\n"
                   "le voir comme la borne, en l’écrivant : azimut --edit \"%s\"\n"
                   "en faire le fichier d’une borne : azimut-pack build \"%s\" -o campus.pack\n"),
           folder, from, folder, folder, folder);
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

static void say_written(const Import *order) {
    printf(message_count("%d fiche écrite", "%d fiches écrites", order->written), order->written);
    printf(message_count(", dont %d nouvelle\n", ", dont %d nouvelles\n", order->added),
           order->added);
}

static int import(const char *kind, const char *file, const char *folder) {
    Arena arena = {0};
    Report report = {0};
    Import order = {
        .arena = &arena, .report = &report, .folder = slice_from(folder), .file = slice_from(file)};
    while (order.folder.len > 1 && order.folder.at[order.folder.len - 1] == '/')
        order.folder.len--;
    bool known, good = import_kind(&order, kind, &known);
    report_print(&report, stdout);
    if (!known)
        fprintf(stderr,
                message("azimut-pack: no kind of file is called %s; there are " SLICE_FMT "\n"),
                kind, SLICE_ARG(import_kinds(&arena)));
    else if (good)
        say_written(&order);
    else if (order.partly)
        fprintf(stderr, message("azimut-pack: %d à corriger dans %s ; une partie est écrite\n"),
                report.faults, file);
    else
        fprintf(stderr, message("azimut-pack: %d à corriger dans %s ; rien n’est écrit\n"),
                report.faults, file);
    import_close(&order);
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
        printf(
            message(
                "%d formations, %d sessions ; %d laissées de côté (exemples, ou rien à venir)\n"),
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
    fprintf(stderr, message("azimut-pack: no record is called %s\n"), name);
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
        fprintf(stderr, message("azimut-pack: the pack has no language called %s\n"), code);
    const Search *search = search_new(&pack, 0, &arena);
    int count = lang < 0 ? 0 : search_find(search, lang, slice_from(query), hit, FIND_HITS);
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
        printf(message("%s : à garder hors des bornes, avec une copie en lieu sûr\n"
                       "%s.pub : à mettre sur chaque borne (azimut --key)\n"),
               file, file);
    return end_with(good, &error);
}

static void print_label(const Label *label) {
    char line[LABEL_TEXT];
    label_write(label, line);
    printf("%s\n", line);
}

/* Signed as it was asked, and of no use: whoever signs is to know. */
static void warn_of_end(const char *file, const Label *label, Millis now) {
    Civil last = civil_from(label->expires);
    if (sign_is_over(label, now))
        fprintf(
            stderr,
            message(
                "%s : avertissement : sa signature a expiré le %04d-%02d-%02d, aucune borne ne le "
                "prendra (--expires)\n"),
            file, last.year, last.month, last.day);
}

static int sign(const char *file, const SignOrder *order, Millis now) {
    Label label;
    Error error;
    bool good = sign_pack(file, order, &label, &error);
    if (good)
        warn_of_end(file, &label, now);
    return end_with(good, &error);
}

static int verify(const char *file, const char *key, Millis now) {
    Label label;
    Error error;
    bool good = sign_verify(file, key, &label, &error);
    if (good) {
        print_label(&label);
        warn_of_end(file, &label, now);
    }
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

static Millis now_of(const Order *order) {
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return order->now ? order->now : ((Millis)now + local.tm_gmtoff) * 1000;
}

int main(int argc, char **argv) {
    Order order = {0};
    Operands operands;
    int status;
    if (sodium_init() < 0)
        return EXIT_FAILURE;
    identity_of_program(); /* before a film makes more of it */
    if (!command_line_begin(&LINE, argc, argv, &order, &operands, &status))
        return status;
    switch (operands.command - COMMANDS) {
    case NEW:
        return make_new(operands.at[0], order.from);
    case MAP:
        return map(operands.at[0], order.out);
    case SHOW:
        return show(operands.at[0]);
    case TRANSLATE:
        return translate(operands.at[0], operands.at[1]);
    case IMPORT:
        return import(operands.at[0], operands.at[1], operands.at[2]);
    case EXPORT:
        return export(operands.at[0], order.out, now_of(&order));
    case FIELDS:
        return fields(operands.at[0]);
    case FIND:
        return find(operands.at[0], operands.at[1], order.lang);
    case KEYGEN:
        return keygen(operands.at[0], order.bare);
    case SIGN:
        return sign(operands.at[0], &order.sign, now_of(&order));
    case VERIFY:
        return verify(operands.at[0], order.public_key, now_of(&order));
    case LABEL:
        return say_label(operands.at[0]);
    case CHECK:
        return build(operands.at[0], NULL, now_of(&order), &order);
    case MEDIA:
        return media(operands.at[0], order.plain_side);
    default:
        if (order.fix && media(operands.at[0], order.plain_side) != EXIT_SUCCESS)
            return EXIT_FAILURE;
        return build(operands.at[0], order.out, 0, &order);
    }
}
