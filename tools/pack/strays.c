#include "tools/pack/strays.h"

#include "base/error.h"
#include "base/message.h"
#include "base/nearest.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/endings.h"
#include "tools/sources/source.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define NAMES_MAX 5000
#define HOMES_MAX 40

/* A folder and the endings that are read in it; "" is the content folder itself. */
typedef struct Home {
    const char *folder;
    const char *const *endings;
} Home;

typedef struct Walk {
    Report *report;
    Arena *arena;
    char root[PATH_MAX]; /* as the system calls it */
    Home home[HOMES_MAX];
    int homes;
} Walk;

static const char *const SHEETS[] = {".yaml", NULL};
static const char *const TOPICS[] = {".md", ".yaml", NULL};
static const char *const CLIPS[] = {".mp4", ".webm", ".jpg", ".webp", ".png",
                                    ".svg", ".vtt",  ".md",  ".yaml", NULL};
static const char *const SOUNDS[] = {".ogg", ".opus", ".wav", ".yaml", NULL};
static const char *const PLANS[] = {".osm", ".yaml", NULL};
static const char *const TEXTS[] = {".po", NULL};

/* ---- homes ----------------------------------------------------------------------------------- */

static bool has_home(const Walk *w, Slice folder) {
    for (int i = 0; i < w->homes; i++)
        if (slice_is(folder, w->home[i].folder))
            return true;
    return false;
}

static void add_home(Walk *w, Slice folder, const char *const *endings) {
    if (w->homes < HOMES_MAX && !has_home(w, folder))
        w->home[w->homes++] = (Home){arena_copy(w->arena, folder).at, endings};
}

/* Every list may be one file or a folder of files. */
static void add_homes(Walk *w) {
    add_home(w, LIT(""), SHEETS);
    add_home(w, LIT("pictures"), ENDINGS_OF_PICTURES);
    add_home(w, LIT("topics"), TOPICS);
    add_home(w, LIT("clips"), CLIPS);
    add_home(w, LIT("recordings"), SOUNDS);
    add_home(w, LIT("plan"), PLANS);
    add_home(w, LIT("lang"), TEXTS);
    add_home(w, LIT("trades"), SHEETS);
    for (int id = 0; id < RECORD_COUNT; id++) {
        Slice file = slice_from(schema_file_of((RecordId)id));
        int end = slice_find(file, LIT(".yaml"));
        if (end > 0 && slice_find(file, LIT("/")) < 0)
            add_home(w, slice_cut(file, 0, end), SHEETS);
    }
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool ends_with(Slice name, const char *ending) {
    Slice end = slice_from(ending);
    return name.len > end.len &&
           strncasecmp(name.at + name.len - end.len, end.at, (size_t)end.len) == 0;
}

static bool ends_exactly(Slice name, const char *ending) {
    int len = (int)strlen(ending);
    return ends_with(name, ending) && slice_is(slice_cut(name, name.len - len, name.len), ending);
}

static bool may_end(const Home *home, const char *ending) {
    for (int i = 0; home->endings[i]; i++)
        if (strcmp(home->endings[i], ending) == 0)
            return true;
    return false;
}

static Slice with_ending(Walk *w, Slice name, const char *was, const char *ending) {
    Slice stem = slice_cut(name, 0, name.len - (int)strlen(was));
    return arena_printf(w->arena, SLICE_FMT "%s", SLICE_ARG(stem), ending);
}

/* What systems and editors leave behind. */
static bool is_litter(Slice name) {
    return name.at[0] == '.' || name.at[0] == '#' || name.at[0] == '_' ||
           name.at[name.len - 1] == '~' || ends_with(name, "thumbs.db") ||
           ends_with(name, "desktop.ini") || ends_with(name, ".bak");
}

/* Papers beside the content: README, SOURCES.md. */
static bool is_paper(const Home *home, Slice name) {
    return !*home->folder &&
           (slice_has_prefix(name, LIT("README")) || slice_has_prefix(name, LIT("SOURCES")) ||
            slice_has_prefix(name, LIT("LICEN")));
}

/* ---- what is said ---------------------------------------------------------------------------- */

__attribute__((format(printf, 3, 4))) static void say(Walk *w, Slice path, const char *format,
                                                      ...) {
    char sentence[400];
    va_list list;
    va_start(list, format);
    vsnprintf(sentence, sizeof sentence, message(format), list);
    va_end(list);
    report_fault(w->report, path, 1, "%s", sentence);
    report_broken(w->report, path);
}

/* "soudage.JPG", "soudage.yaml.txt": the name alone is wrong. */
static bool says_rename(Walk *w, const Home *home, Slice path, Slice name) {
    static const struct {
        const char *was, *ending;
    } TWINS[] = {{".yaml.txt", ".yaml"}, {".yml.txt", ".yaml"}, {".yml", ".yaml"},
                 {".jpeg", ".jpg"},      {".jpe", ".jpg"},      {".jfif", ".jpg"},
                 {".md.txt", ".md"},     {".markdown", ".md"},  {".vtt.txt", ".vtt"},
                 {".srt.txt", ".vtt"},   {".srt", ".vtt"},      {".oga", ".ogg"},
                 {".wave", ".wav"},      {".osm.txt", ".osm"},  {".osm.xml", ".osm"},
                 {".po.txt", ".po"},     {".svg.txt", ".svg"},  {".svg.xml", ".svg"}};
    Slice meant = LIT("");
    for (int i = 0; home->endings[i]; i++)
        if (ends_with(name, home->endings[i]))
            meant = with_ending(w, name, home->endings[i], home->endings[i]);
    for (size_t i = 0; i < sizeof TWINS / sizeof *TWINS && !meant.len; i++)
        if (ends_with(name, TWINS[i].was) && may_end(home, TWINS[i].ending))
            meant = with_ending(w, name, TWINS[i].was, TWINS[i].ending);
    if (meant.len)
        say(w, path, "ce fichier n’est pas lu sous ce nom ; le renommer en « " SLICE_FMT " »",
            SLICE_ARG(meant));
    return meant.len > 0;
}

static bool ends_in(Slice name, const char *const *endings) {
    for (int i = 0; endings[i]; i++)
        if (ends_with(name, endings[i]))
            return true;
    return false;
}

/* What would have to be made into another kind of file. */
static bool says_convert(Walk *w, const Home *home, Slice path, Slice name) {
    static const char *const FILMS[] = {".mov",  ".m4v", ".avi", ".mkv", ".wmv", ".mpg",
                                        ".mpeg", ".mts", ".3gp", ".flv", ".ogv", NULL},
                             *const PHOTOS[] = {".heic", ".heif", ".tif", ".tiff", ".bmp",
                                                ".psd",  ".ai",   ".eps", ".pdf",  ".raw",
                                                ".dng",  ".avif", ".jxl", ".gif",  NULL},
                             *const SONGS[] = {".mp3", ".m4a",  ".aac",  ".flac", ".wma",
                                               ".amr", ".aiff", ".webm", NULL},
                             *const PAPERS[] = {".docx", ".doc",  ".odt", ".rtf", ".pages", ".txt",
                                                ".html", ".xlsx", ".ods", ".csv", NULL};
    bool films = may_end(home, ".mp4"), photos = may_end(home, ".png"),
         songs = may_end(home, ".opus"), papers = may_end(home, ".yaml");
    int dot = slice_find(name, LIT("."));
    Slice stem = slice_cut(name, 0, dot < 0 ? name.len : dot);
    if (films && ends_in(name, FILMS))
        say(w, path,
            "cette sorte de film n’est pas lue ; en faire « " SLICE_FMT
            ".mp4 », « azimut-pack media » le fait",
            SLICE_ARG(stem));
    else if (photos && ends_in(name, PHOTOS))
        say(w, path,
            "cette sorte d’image n’est pas lue ; l’enregistrer en JPEG (« " SLICE_FMT
            ".jpg »), PNG ou SVG",
            SLICE_ARG(stem));
    else if (songs && ends_in(name, SONGS))
        say(w, path,
            "cette sorte de son n’est pas lue ; l’enregistrer en Ogg (« " SLICE_FMT
            ".ogg », Opus ou Vorbis) ou en WAV",
            SLICE_ARG(stem));
    else if (papers && ends_in(name, PAPERS))
        say(w, path, "cette sorte de fichier n’est pas lue ; écrire son contenu dans un fichier %s",
            home->endings[0]);
    else
        return false;
    return true;
}

/* A list that the folder has under another name: "familles.yaml". */
static void check_list_name(Walk *w, Slice path, Slice name) {
    const char *known[HOMES_MAX + 8] = {"campus.yaml", "quiz.yaml", "facets.yaml", "charts.yaml",
                                        "recordings.yaml"};
    int count = 5;
    for (int i = 1; i < w->homes; i++)
        if (w->home[i].endings == SHEETS)
            known[count++] = arena_printf(w->arena, "%s.yaml", w->home[i].folder).at;
    for (int i = 0; i < count; i++)
        if (slice_is(name, known[i]))
            return;
    const char *near = nearest_word(name, known);
    if (near)
        say(w, path, "ce fichier n’est pas lu sous ce nom ; est-ce « %s » ?", near);
    else
        report_warn(w->report, path, 1, 0,
                    "ce fichier n’est pas lu : aucune liste ne s’appelle ainsi ; le ranger "
                    "ailleurs");
}

static void check_file(Walk *w, const Home *home, Slice path, Slice name) {
    bool exact = false;
    for (int i = 0; home->endings[i]; i++)
        exact |= ends_exactly(name, home->endings[i]);
    if (exact && !*home->folder)
        check_list_name(w, path, name);
    if (exact || is_paper(home, name) || says_rename(w, home, path, name) ||
        says_convert(w, home, path, name))
        return;
    report_warn(w->report, path, 1, 0, "ce fichier n’est pas lu ; le ranger ailleurs");
}

/* ---- links and folders ----------------------------------------------------------------------- */

static bool leads_outside(const Walk *w, Slice path) {
    char real[PATH_MAX];
    size_t len = strlen(w->root);
    return realpath(path.at, real) && (strncmp(real, w->root, len) != 0 || real[len] != '/');
}

/* What another machine does not have would be missing there. */
static bool check_link(Walk *w, Slice path) {
    struct stat info;
    if (lstat(path.at, &info) != 0 || !S_ISLNK(info.st_mode))
        return true;
    if (stat(path.at, &info) != 0)
        say(w, path, "ce lien ne mène à rien ; mettre le fichier lui-même à sa place");
    else if (leads_outside(w, path))
        say(w, path, "ce lien mène hors du dossier ; mettre le fichier lui-même à sa place");
    else
        return true;
    return false;
}

static bool holds_any(Walk *w, const Home *home, Slice folder) {
    Slice *names;
    for (int i = 0; home->endings[i]; i++)
        if (source_list(w->arena, folder, home->endings[i], &names))
            return true;
    return false;
}

static void check_folder(Walk *w, const Home *home, Slice path, Slice name) {
    /* by azimut-pack media, and by azimut-pack import rome */
    bool kept = slice_is(name, "originals") || slice_is(name, "drafts");
    if (!*home->folder && (kept || has_home(w, name)))
        return;
    for (int i = 1; i < w->homes && !*home->folder; i++)
        if (strcasecmp(w->home[i].folder, name.at) == 0) {
            say(w, path, "ce dossier n’est pas lu sous ce nom ; le renommer en « %s »",
                w->home[i].folder);
            return;
        }
    if (!*home->folder || holds_any(w, home, path))
        report_warn(w->report, path, 1, 0,
                    "ce dossier n’est pas lu ; mettre ses fichiers à leur place, ou le ranger "
                    "ailleurs");
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void check_entry(Walk *w, const Home *home, Slice folder, Slice name) {
    struct stat info;
    Slice path = source_path(w->arena, folder, name.at);
    if (is_litter(name) || !check_link(w, path) || stat(path.at, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode))
        check_folder(w, home, path, name);
    else
        check_file(w, home, path, name);
}

static void walk_home(Walk *w, const Home *home, Slice root) {
    Slice folder = *home->folder ? source_path(w->arena, root, home->folder) : root;
    DIR *dir = opendir(folder.at);
    int count = 0;
    if (!dir && errno != ENOENT && errno != ENOTDIR)
        say(w, folder, "ce dossier ne peut pas être lu : %s", error_why(errno));
    for (struct dirent *entry; dir && (entry = readdir(dir)) && count < NAMES_MAX; count++)
        check_entry(w, home, folder, arena_copy(w->arena, slice_from(entry->d_name)));
    if (dir)
        closedir(dir);
}

void strays_find(Report *report, Arena *arena, Slice folder) {
    Walk w = {.report = report, .arena = arena};
    if (!realpath(folder.at, w.root))
        return;
    add_homes(&w);
    for (int i = 0; i < w.homes; i++)
        walk_home(&w, &w.home[i], folder);
}
