/* Pictures and films: what there is, and what is brought in. */
#include "tools/studio/pages.h"

#include "tools/pack/picture.h"
#include "tools/sources/source.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/job.h"
#include "tools/studio/slug.h"
#include "tools/studio/versions.h"

#include <string.h>
#include <unistd.h>

enum { HEAD_BYTES = 512 };

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

static void put_pictures(Desk *d) {
    Slice *names;
    int count = folder_list(d, "pictures", "", &names);
    html_format(d, "<ul class=\"pictures\">");
    for (int i = 0; i < count; i++) {
        html_format(d, "<li><img loading=\"lazy\" alt=\"\" src=\"");
        html_path(d, "file/pictures/" SLICE_FMT, SLICE_ARG(html_coded(d->arena, names[i])));
        html_format(d, "\"><code>");
        html_text(d, names[i]);
        html_format(d, "</code></li>\n");
    }
    html_format(d, "</ul>");
}

static void put_films(Desk *d) {
    static const char *const ENDINGS[] = {".mp4", ".webm", ".mov", ".mkv", ".avi"};
    html_format(d, "<ul class=\"films\">");
    for (size_t e = 0; e < sizeof ENDINGS / sizeof *ENDINGS; e++) {
        Slice *names;
        int count = folder_list(d, "clips", ENDINGS[e], &names);
        for (int i = 0; i < count; i++) {
            html_format(d, "<li><code>");
            html_text(d, names[i]);
            html_format(d, "%s</code></li>", ENDINGS[e]);
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

static const Param *uploaded(const Desk *d) {
    for (int i = 0; i < d->request->param_count; i++)
        if (d->request->param[i].file)
            return &d->request->param[i];
    return NULL;
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
    if (!good && report.count)
        error_set(error, SLICE_FMT " : %.250s", SLICE_ARG(name), report.entry[0].message.at);
    else if (!good)
        studio_refuse(d, error, STUDIO_UNKNOWN_FILE, name, "");
    report_free(&report);
    return good;
}

/* The builder goes by the ending. */
static bool is_shown(Desk *d, const Param *file, FileKind kind, Slice name, Error *error) {
    const char *named = arena_printf(d->arena, "%s%s", file->file, kind.ending).at;
    if (link(file->file, named) != 0)
        return studio_refuse(d, error, STUDIO_NO_ROOM, name, "");
    bool good = is_good(d, named, name, error);
    unlink(named);
    return good;
}

static bool is_taken(Desk *d, Slice folder, Slice name) {
    static const char *const ENDINGS[] = {".svg",  ".png", ".jpg", ".jpeg",
                                          ".webp", ".mp4", ".webm"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        char path[PATH_MAX];
        Error error;
        Slice file = arena_printf(d->arena, SLICE_FMT "/" SLICE_FMT "%s", SLICE_ARG(folder),
                                  SLICE_ARG(name), ENDINGS[i]);
        if (folder_path(d, file, path, &error) && access(path, F_OK) == 0)
            return true;
    }
    return false;
}

static bool convert(Desk *d, void *order) {
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut-pack"), "media",
                                     d->studio->folder, NULL};
    Error error;
    (void)order;
    job_say(d, studio_word(d->lang, STUDIO_JOB_MEDIA));
    Child child = child_run(d->arena, NULL, LIT(""), arguments);
    if (slice_trim(child.said).len)
        job_say(d, slice_trim(child.said));
    if (slice_trim(child.wrong).len)
        job_say(d, slice_trim(child.wrong));
    Slice clips = LIT("clips");
    Slice what = studio_sentence(d->arena, d->lang, STUDIO_DID_UPLOAD, clips, LIT(""));
    pthread_mutex_lock(&d->studio->lock);
    if (!versions_after(d, clips, what, &error))
        job_say(d, slice_from(error.text));
    pthread_mutex_unlock(&d->studio->lock);
    faults_stale(d->studio);
    return child.status == 0;
}

static void nothing(void *order) {
    (void)order;
}

/* A film that git or a folder of copies should not keep twice is not kept before. */
static bool bring_in(Desk *d, const Param *file, FileKind kind, Slice name, Error *error) {
    Slice folder = kind.film ? LIT("clips") : LIT("pictures");
    Slice to = arena_printf(d->arena, SLICE_FMT "/" SLICE_FMT "%s", SLICE_ARG(folder),
                            SLICE_ARG(name), kind.ending);
    Slice what = studio_sentence(d->arena, d->lang, STUDIO_DID_UPLOAD, to, LIT(""));
    if (is_taken(d, folder, name) && !studio_has(d, "replace"))
        return studio_refuse(d, error, STUDIO_TAKEN, name, "");
    if (!kind.film &&
        (!is_shown(d, file, kind, name, error) || !versions_before(d, to, what, error)))
        return false;
    if (!folder_take(d, to, file->file, error))
        return false;
    faults_stale(d->studio);
    return kind.film || versions_after(d, to, what, error);
}

void page_upload(Desk *d) {
    const Param *file = d->request->post ? uploaded(d) : NULL;
    Error error;
    if (!file) {
        studio_go(d, "files");
        return;
    }
    FileKind kind = kind_of(head_of(d, file->file));
    Slice name = name_for(d, file);
    bool good = kind.refused == STUDIO_NOTHING
                    ? folder_id(name) || studio_refuse(d, &error, STUDIO_BAD_ID, name, "")
                    : studio_refuse(d, &error, kind.refused, file->value, "");
    if (!good || !bring_in(d, file, kind, name, &error)) {
        d->answer->status = 409;
        show_files(d, slice_from(error.text), "bad");
    } else if (kind.film) {
        job_begin(d, convert, NULL, nothing);
        studio_go(d, "job");
    } else {
        studio_go(d, "files?saved=1");
    }
}
