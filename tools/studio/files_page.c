/* Pictures and films: what there is, and what is brought in. */
#include "tools/studio/pages.h"

#include "tools/pack/picture.h"
#include "tools/sources/endings.h"
#include "tools/sources/source.h"
#include "tools/studio/aside.h"
#include "tools/studio/change.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/job.h"
#include "tools/studio/slug.h"
#include "tools/studio/versions.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEAD_BYTES = 16 << 10 }; /* drawings begin with what their program has to say */
enum { FILES_OF_A_NAME = 16, FILE_NAME = 128 };

/* ---- what a file is, by its first bytes ------------------------------------------------------ */

typedef struct FileKind {
    const char *ending, *type; /* of HTTP, for what a page shows */
    bool film;
    StudioWord refused; /* what people bring and no kiosk shows; STUDIO_NOTHING: it is taken */
} FileKind;

static const FileKind NO_KIND = {"", "", false, STUDIO_UNKNOWN_FILE};

static bool has_at(Slice head, int at, Slice bytes) {
    return head.len >= at + bytes.len && memcmp(head.at + at, bytes.at, (size_t)bytes.len) == 0;
}

static FileKind iso_kind(Slice head) {
    if (has_at(head, 8, LIT("hei")) || has_at(head, 8, LIT("mif1")) || has_at(head, 8, LIT("avif")))
        return (FileKind){"", "", false, STUDIO_HEIC};
    bool quick = has_at(head, 8, LIT("qt"));
    return (FileKind){quick ? ".mov" : ".mp4", "video/mp4", true, STUDIO_NOTHING};
}

static FileKind kind_of(Slice head) {
    if (has_at(head, 0, LIT("\x89PNG\r\n")))
        return (FileKind){".png", "image/png", false, STUDIO_NOTHING};
    if (has_at(head, 0, LIT("\xFF\xD8\xFF")))
        return (FileKind){".jpg", "image/jpeg", false, STUDIO_NOTHING};
    if (has_at(head, 0, LIT("RIFF")) && has_at(head, 8, LIT("WEBP")))
        return (FileKind){".webp", "image/webp", false, STUDIO_NOTHING};
    if (has_at(head, 0, LIT("RIFF")) && has_at(head, 8, LIT("AVI")))
        return (FileKind){".avi", "video/avi", true, STUDIO_NOTHING};
    if (has_at(head, 4, LIT("ftyp")))
        return iso_kind(head);
    if (has_at(head, 0, LIT("\x1A\x45\xDF\xA3")))
        return (FileKind){".mkv", "video/webm", true, STUDIO_NOTHING};
    if (slice_find(head, LIT("<svg")) >= 0)
        return (FileKind){".svg", "image/svg+xml", false, STUDIO_NOTHING};
    return NO_KIND;
}

static Slice head_of(Desk *d, const char *path) {
    char *bytes = arena_alloc(d->arena, HEAD_BYTES);
    FILE *in = fopen(path, "rb");
    size_t got = in ? fread(bytes, 1, HEAD_BYTES, in) : 0;
    if (in)
        fclose(in);
    return (Slice){bytes, (int)got};
}

/* ---- what there is --------------------------------------------------------------------------- */

/* It can come back: a picture by its version, a film from the originals. */
static void put_remove(Desk *d, Slice file) {
    html_form(d, LIT("remove"), false);
    html_button(d, "", "file", file, studio_word(d->lang, STUDIO_TAKE_AWAY));
    html_format(d, "</form>");
}

static void put_pictures(Desk *d) {
    Slice *names;
    int count = folder_list(d, "pictures", "", &names);
    html_format(d, "<ul class=\"pictures\">");
    for (int i = 0; i < count; i++) {
        html_format(d, "<li><img loading=\"lazy\" alt=\"\" src=\"");
        html_path(d, "file/pictures/" SLICE_FMT, SLICE_ARG(html_coded(d->arena, names[i])));
        html_format(d, "\"><code>");
        html_text(d, names[i]);
        html_format(d, "</code>");
        put_remove(d, arena_printf(d->arena, "pictures/" SLICE_FMT, SLICE_ARG(names[i])));
        html_format(d, "</li>\n");
    }
    html_format(d, "</ul>");
}

static void put_films(Desk *d) {
    html_format(d, "<ul class=\"films\">");
    for (int e = 0; ENDINGS_OF_FILMS[e]; e++) {
        Slice *names;
        int count = folder_list(d, "clips", ENDINGS_OF_FILMS[e], &names);
        for (int i = 0; i < count; i++) {
            html_format(d, "<li><code>");
            html_text(d, names[i]);
            html_format(d, "%s</code>", ENDINGS_OF_FILMS[e]);
            put_remove(d, arena_printf(d->arena, "clips/" SLICE_FMT "%s", SLICE_ARG(names[i]),
                                       ENDINGS_OF_FILMS[e]));
            html_format(d, "</li>");
        }
    }
    html_format(d, "</ul>");
}

static void put_upload(Desk *d) {
    html_form(d, LIT("upload"), true);
    html_format(d, "<div class=\"drop\"><label for=\"file\">");
    html_word(d, STUDIO_UPLOAD);
    html_format(d, "</label><p class=\"hint\">");
    html_word(d, STUDIO_UPLOAD_HELP);
    html_format(d, "</p><input type=\"file\" id=\"file\" name=\"file\" required "
                   "accept=\".svg,.png,.jpg,.jpeg,.webp,.mp4,.mov,.webm,.mkv,.avi\"></div>"
                   "<div class=\"field\"><label for=\"name\">");
    html_word(d, STUDIO_UPLOAD_NAME);
    html_format(d, "</label><input type=\"text\" id=\"name\" name=\"name\"></div>"
                   "<label class=\"tick\"><input type=\"checkbox\" name=\"replace\" value=\"1\"> ");
    html_word(d, STUDIO_UPLOAD_REPLACE);
    html_format(d, "</label><div class=\"bar\">");
    html_button(d, "primary", "do", LIT("upload"), studio_word(d->lang, STUDIO_UPLOAD_DO));
    html_format(d, "</div></form>");
}

static void show_files(Desk *d, Slice notice, const char *class) {
    html_begin(d, studio_word(d->lang, STUDIO_FILES));
    if (notice.len)
        html_notice(d, class, notice);
    put_upload(d);
    html_word_in(d, "p class=\"hint\"", STUDIO_FILES_HELP);
    html_word_in(d, "h2", STUDIO_PICTURES);
    put_pictures(d);
    html_word_in(d, "h2", STUDIO_FILMS);
    put_films(d);
    html_end(d);
}

void page_files(Desk *d) {
    show_files(d, studio_word(d->lang, studio_has(d, "saved") ? STUDIO_SAVED : STUDIO_NOTHING),
               "good");
}

/* A picture of the campus, to be shown on a page: no script of a drawing runs there. */
void page_file(Desk *d) {
    Slice bytes;
    Error error;
    if (d->request->parts != 3 || !slice_is(d->request->part[1], "pictures")) {
        html_refused(d, 404, studio_sentence(d->arena, d->lang, STUDIO_NO_SUCH, LIT(""), LIT("")));
        return;
    }
    Slice file = arena_printf(d->arena, "pictures/" SLICE_FMT, SLICE_ARG(d->request->part[2]));
    if (!folder_bytes(d, file, &bytes, &error)) {
        html_refused(d, 404, slice_from(error.text));
        return;
    }
    FileKind kind = kind_of(slice_cut(bytes, 0, bytes.len < HEAD_BYTES ? bytes.len : HEAD_BYTES));
    d->answer->type = kind.type[0] && !kind.film ? kind.type : "application/octet-stream";
    fwrite(bytes.at, 1, (size_t)bytes.len, d->out);
}

/* ---- brought in ------------------------------------------------------------------------------ */

static const Param *uploaded(const Desk *d, int *count) {
    const Param *first = NULL;
    *count = 0;
    for (int i = 0; i < d->request->param_count; i++)
        if (d->request->param[i].file && !(*count)++)
            first = &d->request->param[i];
    return first;
}

static Slice name_for(Desk *d, const Param *file) {
    Slice wish = slice_trim(studio_value(d, "name")), name = wish.len ? wish : file->value;
    int dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    return slug_of(d->arena, !wish.len && dot > 1 ? slice_cut(name, 0, dot - 1) : name);
}

/* Through the eyes of the builder, with its sentences. */
static bool is_good(Desk *d, const char *path, Slice name, Error *error) {
    Report report = {0};
    Slice bytes;
    Picture picture = {.id = name, .width = 0};
    Slice file = arena_copy(d->arena, slice_from(path));
    bool good = source_read(&report, d->arena, file, 64 << 20, false, &bytes);
    picture.data = bytes;
    good = good && picture_look(&report, d->arena, file, &picture);
    const ReportEntry *why = report.entry; /* the first fault; warnings may stand before it */
    for (int i = 0; i < report.count && why->warning; i++)
        why = &report.entry[i];
    if (!good && report.count)
        error_set(error, SLICE_FMT " : %.250s", SLICE_ARG(name), why->message.at);
    else if (!good)
        studio_refuse(d, error, STUDIO_UNKNOWN_FILE, name, "");
    report_free(&report);
    return good;
}

/* The builder goes by the ending. */
static bool is_shown(Desk *d, const Param *file, FileKind kind, Slice name, Error *error) {
    const char *named = arena_printf(d->arena, "%s%s", file->file, kind.ending).at;
    if (link(file->file, named) != 0 && !folder_copy(file->file, named))
        return studio_refuse(d, error, errno == ENOSPC ? STUDIO_NO_ROOM : STUDIO_NOT_WRITTEN, name,
                             error_why(errno));
    bool good = is_good(d, named, name, error);
    unlink(named);
    return good;
}

/* ---- of that name already -------------------------------------------------------------------- */

/* Files of one name: those that are there, whatever their ending. */
typedef struct Namesakes {
    Slice file[FILES_OF_A_NAME];
    int count;
} Namesakes;

static Namesakes namesakes(Desk *d, bool film, Slice name) {
    const char *const *ending = film ? ENDINGS_OF_FILMS : ENDINGS_OF_PICTURES;
    Namesakes all = {.count = 0};
    for (; *ending && all.count < FILES_OF_A_NAME; ending++) {
        char path[PATH_MAX];
        Error error;
        Slice file = arena_printf(d->arena, "%s/" SLICE_FMT "%s", film ? "clips" : "pictures",
                                  SLICE_ARG(name), *ending);
        if (folder_path(d, file, path, &error) && access(path, F_OK) == 0)
            all.file[all.count++] = file;
    }
    return all;
}

/* ---- pictures -------------------------------------------------------------------------------- */

/* The others of its name go once the new one is there. */
static bool bring_picture(Desk *d, const Param *file, Slice to, Slice name, const Namesakes *old,
                          FileKind kind, Error *error) {
    bool good = is_shown(d, file, kind, name, error) &&
                change_take(d, to, file->file, STUDIO_DID_UPLOAD, to, error);
    for (int i = 0; i < old->count && good; i++)
        if (!slice_equal(old->file[i], to))
            good = change_remove(d, old->file[i], STUDIO_DID_DELETE, old->file[i], error);
    return good;
}

/* ---- films ----------------------------------------------------------------------------------- */

/* One that is converted: what it takes the place of comes back if that cannot be done. */
typedef struct FilmOrder {
    char name[FILE_NAME], file[PATH_MAX];
    Aside old[FILES_OF_A_NAME];
    int count;
} FilmOrder;

/* Is that film wrong? Others of the folder are looked at, too. */
static bool is_named(Desk *d, const Child *child, const FilmOrder *order) {
    Slice begin = arena_printf(d->arena, "/clips/%s.", order->name);
    return slice_find(child->said, begin) >= 0 || slice_find(child->wrong, begin) >= 0;
}

static void take_back(Desk *d, const FilmOrder *order) {
    if (order->count)
        unlink(order->file);
    for (int i = 0; i < order->count; i++)
        if (!aside_back(&order->old[i]))
            job_say(d,
                    studio_sentence(d->arena, d->lang, STUDIO_NOT_WRITTEN,
                                    slice_from(order->old[i].from), slice_from(error_why(errno))));
}

static void keep_clips(Desk *d) {
    Error error;
    Slice clips = LIT("clips");
    Slice what = studio_sentence(d->arena, d->lang, STUDIO_DID_UPLOAD, clips, LIT(""));
    if (!versions_after(d, clips, what, &error))
        job_say(d, slice_from(error.text));
    faults_stale(d->studio);
}

static bool convert(Desk *d, void *given) {
    const FilmOrder *order = given;
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut-pack"), "media",
                                     d->studio->folder, NULL};
    job_say(d, studio_word(d->lang, STUDIO_JOB_MEDIA));
    Child child = child_run(d->arena, NULL, LIT(""), arguments);
    bool good = child.status == 0 || (child.status > 0 && !is_named(d, &child, order));
    if (child.status < 0)
        job_say(d, studio_sentence(d->arena, d->lang, STUDIO_NO_TOOL, LIT("azimut-pack"),
                                   slice_trim(child.wrong)));
    if (slice_trim(child.said).len)
        job_say(d, slice_trim(child.said));
    if (slice_trim(child.wrong).len)
        job_say(d, slice_trim(child.wrong));
    pthread_mutex_lock(&d->studio->lock);
    if (!good)
        take_back(d, order);
    keep_clips(d);
    pthread_mutex_unlock(&d->studio->lock);
    return good;
}

static void put_back_all(FilmOrder *order) {
    while (order->count)
        aside_back(&order->old[--order->count]);
}

static bool bring_film(Desk *d, const Param *file, Slice to, Slice name, const Namesakes *old,
                       Error *error) {
    FilmOrder *order = calloc(1, sizeof *order);
    if (!order)
        abort();
    snprintf(order->name, sizeof order->name, SLICE_FMT, SLICE_ARG(name));
    bool good = folder_path(d, to, order->file, error);
    for (int i = 0; i < old->count && good; i++) {
        good = aside_put(d, old->file[i], &order->old[i], error);
        order->count += good;
    }
    good = good && folder_take(d, to, file->file, error);
    if (!good)
        put_back_all(order);
    faults_stale(d->studio);
    if (good)
        return job_begin(d, convert, order, free);
    free(order);
    return false;
}

/* ---- pages ----------------------------------------------------------------------------------- */

static bool bring_in(Desk *d, const Param *file, FileKind kind, Slice name, Error *error) {
    Slice to = arena_printf(d->arena, "%s/" SLICE_FMT "%s", kind.film ? "clips" : "pictures",
                            SLICE_ARG(name), kind.ending);
    Namesakes old = namesakes(d, kind.film, name);
    if (old.count && !studio_has(d, "replace"))
        return studio_refuse(d, error, STUDIO_TAKEN, name, "");
    if (!kind.film)
        return bring_picture(d, file, to, name, &old, kind, error);
    if (job_is_busy(d))
        return studio_refuse(d, error, STUDIO_JOB_BUSY, name, "");
    return bring_film(d, file, to, name, &old, error);
}

static void refuse_here(Desk *d, Slice why) {
    d->answer->status = 409;
    show_files(d, why, "bad");
}

void page_upload(Desk *d) {
    int count = 0;
    const Param *file = d->request->post ? uploaded(d, &count) : NULL;
    Error error;
    if (!file) {
        studio_go(d, "files");
        return;
    }
    FileKind kind = kind_of(head_of(d, file->file));
    Slice name = name_for(d, file);
    bool good = kind.refused == STUDIO_NOTHING
                    ? folder_new_id(name) || studio_refuse(d, &error, STUDIO_BAD_ID, name, "")
                    : studio_refuse(d, &error, kind.refused, file->value, "");
    if (count > 1)
        refuse_here(d, studio_word(d->lang, STUDIO_ONE_FILE));
    else if (!good || !bring_in(d, file, kind, name, &error))
        refuse_here(d, slice_from(error.text));
    else
        studio_go(d, kind.film ? "job" : "files?saved=1");
}

/* Pictures and films alone. */
static bool may_go(Slice file) {
    bool film = slice_has_prefix(file, LIT("clips/"));
    const char *const *ending = film ? ENDINGS_OF_FILMS : ENDINGS_OF_PICTURES;
    if (!film && !slice_has_prefix(file, LIT("pictures/")))
        return false;
    while (*ending &&
           !slice_is(slice_cut(file, file.len - (int)strlen(*ending), file.len), *ending))
        ending++;
    return *ending != NULL;
}

static bool take_film_away(Desk *d, Slice file, Error *error) {
    Aside aside;
    Error why;
    if (job_is_busy(d))
        return studio_refuse(d, error, STUDIO_JOB_BUSY, file, "");
    Slice what = studio_sentence(d->arena, d->lang, STUDIO_DID_DELETE, file, LIT(""));
    if (!aside_put(d, file, &aside, error))
        return false;
    if (!versions_after(d, file, what, &why))
        studio_warn(d, slice_from(why.text));
    faults_stale(d->studio);
    return true;
}

void page_remove(Desk *d) {
    Slice file = studio_value(d, "file");
    Error error;
    if (!d->request->post) {
        studio_go(d, "files");
        return;
    }
    bool good = may_go(file) || studio_refuse(d, &error, STUDIO_NO_SUCH, file, "");
    if (good && slice_has_prefix(file, LIT("clips/")))
        good = take_film_away(d, file, &error);
    else if (good)
        good = change_remove(d, file, STUDIO_DID_DELETE, file, &error);
    if (good)
        studio_go(d, "files?saved=1");
    else
        refuse_here(d, slice_from(error.text));
}
