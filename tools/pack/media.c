#include "tools/pack/media.h"

#include "base/error.h"
#include "tools/pack/light.h"
#include "tools/pack/probe.h"
#include "tools/sources/endings.h"
#include "tools/sources/source.h"
#include "video/libav.h"

#include <errno.h>
#include <fcntl.h>
#include <libavutil/dovi_meta.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILM_BYTES (1 << 29) /* of one that may be good already */
#define LOW_BYTES (16 << 20) /* a disk with less than this is full */

#define FILTERS 1024

/* The film in the middle of 1280 x 720, in a screen's colours; around it itself, blurred, or the
   ground of drawings. Small first: of a large film each picture in other light takes a second. */
#define INSIDE "[0:v:0]scale=1280:720:force_original_aspect_ratio=decrease:force_divisible_by=2,%s,"
#define BLURRED                                                                                    \
    "split[a][film];[a]scale=160:90:force_original_aspect_ratio=increase,crop=160:90,"             \
    "boxblur=6:2,scale=1280:720,eq=brightness=-0.08[around];"                                      \
    "[around][film]overlay=(W-w)/2:(H-h)/2,format=yuv420p,setsar=1[v]"
#define PLAIN "pad=1280:720:(ow-iw)/2:(oh-ih)/2:color=0xDCE8F2,format=yuv420p,setsar=1[v]"
/* Of a film in sign language: as it was made, upright and cut close. */
#define SIGNED "[0:v:0]scale=-2:'trunc(min(720,ih)/2)*2',%s,format=yuv420p,setsar=1[v]"

typedef struct Media {
    Report *report;
    Arena *arena;
    const MediaOrder *order;
    Slice folder, clips, originals;
    int made;
} Media;

#define FAULT(m, file, ...) report_fault((m)->report, (file), 1, __VA_ARGS__)

static bool ends_with(Slice name, const char *ending) {
    int len = (int)strlen(ending);
    return name.len > len && strncasecmp(name.at + name.len - len, ending, (size_t)len) == 0;
}

static bool is_one_of(Slice name, const char *const *endings) {
    for (int i = 0; endings[i]; i++)
        if (ends_with(name, endings[i]))
            return true;
    return false;
}

/* ---- ffmpeg ---------------------------------------------------------------------------------- */

typedef struct Facts {
    int64_t length; /* milliseconds; 0: it does not say */
    Light light;
    bool closed; /* Dolby's own colours, which nobody else can read */
} Facts;

/* Profile 5 has no picture in it for whoever does not know Dolby's; the others have. */
static bool is_closed(const AVStream *stream) {
    size_t len = 0;
    const AVDOVIDecoderConfigurationRecord *dolby =
        (const void *)libav.av_stream_get_side_data(stream, AV_PKT_DATA_DOVI_CONF, &len);
    return dolby && len >= sizeof *dolby && dolby->dv_profile == 5;
}

static Facts facts_of(Slice file) {
    Facts facts = {.length = 0};
    AVFormatContext *film = NULL;
    Error none;
    if (!libav_load(&none) || libav.avformat_open_input(&film, file.at, NULL, NULL) < 0)
        return facts;
    facts.length = film->duration > 0 ? film->duration / 1000 : 0;
    bool known = libav.avformat_find_stream_info(film, NULL) >= 0;
    int at = known ? libav.av_find_best_stream(film, AVMEDIA_TYPE_VIDEO, -1, -1, NULL, 0) : -1;
    if (at >= 0) {
        const AVCodecParameters *video = film->streams[at]->codecpar;
        facts.light = (Light){video->color_trc, video->color_primaries, video->color_space};
        facts.closed = is_closed(film->streams[at]);
    }
    libav.avformat_close_input(&film);
    return facts;
}

static void show(const Media *m, Slice file, int64_t at_ms, int64_t length) {
    if (length > 0)
        meter_show(m->order->meter, file, at_ms < length ? (int)(at_ms * 100 / length) : 100);
}

static void follow(const Media *m, Slice file, int pipe, int64_t length) {
    FILE *lines = fdopen(pipe, "r");
    char line[256];
    long long us;
    while (lines && fgets(line, sizeof line, lines))
        if (sscanf(line, "out_time_us=%lld", &us) == 1)
            show(m, file, us / 1000, length);
    if (lines)
        fclose(lines);
    else if (pipe >= 0) /* so that nobody writes into it and waits */
        close(pipe);
}

/* Its lines about how far it is come through a pipe. -1: it cannot be started; errno says why. */
static int run(const Media *m, Slice file, char *const *arguments) {
    extern char **environ;
    int ends[2], status = 0;
    pid_t pid;
    posix_spawn_file_actions_t how;
    if (pipe(ends) != 0)
        return -1;
    posix_spawn_file_actions_init(&how);
    posix_spawn_file_actions_addopen(&how, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&how, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&how, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclose(&how, ends[0]);
    int fault = posix_spawnp(&pid, "ffmpeg", &how, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&how);
    close(ends[1]);
    follow(m, file, fault ? -1 : ends[0], facts_of(file).length);
    if (fault) {
        close(ends[0]);
        errno = fault;
        return -1;
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static bool is_full(const Media *m) {
    struct statvfs disk;
    return statvfs(m->clips.at, &disk) == 0 && (uint64_t)disk.f_bavail * disk.f_frsize < LOW_BYTES;
}

static bool name_failure(const Media *m, Slice file, int status) {
    if (status < 0)
        FAULT(m, file, "le programme ffmpeg n’a pas pu être lancé (%s) ; l’installer",
              error_why(errno));
    else if (is_full(m))
        FAULT(m, file, "le disque est plein ; libérer de la place et recommencer");
    else
        FAULT(m, file,
              "ce fichier n’a pas pu être converti : il est abîmé, ou d’une sorte inconnue "
              "de ffmpeg ; l’exporter de nouveau");
    return false;
}

/* Into a file beside, which nobody reads until it is whole. */
static bool make(const Media *m, Slice file, Slice part, char *const *arguments) {
    int status = run(m, file, arguments);
    struct stat info;
    if (status == 0 && stat(part.at, &info) == 0 && info.st_size > 0)
        return true;
    name_failure(m, file, status);
    unlink(part.at);
    return false;
}

/* ---- taking its place ------------------------------------------------------------------------ */

static bool cannot(const Media *m, Slice file) {
    FAULT(m, file, "%s ; rien n’est changé", error_why(errno));
    return false;
}

/* Under its own name or, where another one lies, "essai-2.mov". */
static Slice original_of(const Media *m, Slice name) {
    int dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    Slice kept = source_path(m->arena, m->originals, name.at);
    for (int i = 2; access(kept.at, F_OK) == 0; i++)
        kept = source_path(
            m->arena, m->originals,
            arena_printf(m->arena, "%.*s-%d.%s", dot - 1, name.at, i, name.at + dot).at);
    return kept;
}

/* The original gets a second name among the originals before the new file takes the first. */
static bool replace(Media *m, Slice file, Slice name, Slice part, Slice made) {
    Slice kept = original_of(m, name);
    bool same = slice_equal(file, made);
    if (mkdir(m->originals.at, 0777) != 0 && errno != EEXIST)
        return cannot(m, m->originals);
    if (same && link(file.at, kept.at) != 0 && rename(file.at, kept.at) != 0)
        return cannot(m, file);
    if (!same && rename(file.at, kept.at) != 0)
        return cannot(m, kept);
    if (rename(part.at, made.at) == 0) {
        m->made++;
        return true;
    }
    int why = errno;
    if (access(file.at, F_OK) == 0)
        unlink(kept.at); /* a second name */
    else
        rename(kept.at, file.at);
    errno = why;
    return cannot(m, made);
}

static Slice with_ending(const Media *m, Slice name, const char *ending) {
    int dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    return source_path(m->arena, m->clips,
                       arena_printf(m->arena, "%.*s%s", dot - 1, name.at, ending).at);
}

/* ---- films ----------------------------------------------------------------------------------- */

/* The kiosk shows it in a corner of another one: "essai.lsf.mp4". */
static bool is_signed(Slice name) {
    return slice_find(name, LIT(".lsf.")) >= 0;
}

static void put_filters(const Media *m, Slice name, const Light *light, char *text, size_t room) {
    char colours[FILTERS];
    light_filters(light, colours, sizeof colours);
    if (is_signed(name))
        snprintf(text, room, SIGNED, colours);
    else
        snprintf(text, room, INSIDE "%s", colours, m->order->plain_side ? PLAIN : BLURRED);
}

static bool convert_film(Media *m, Slice file, Slice name) {
    Facts facts = facts_of(file);
    char filters[2 * FILTERS];
    put_filters(m, name, &facts.light, filters, sizeof filters);
    Slice made = with_ending(m, name, ".mp4"), part = with_ending(m, name, ".part.mp4"),
          input = arena_printf(m->arena, "file:" SLICE_FMT, SLICE_ARG(file)),
          output = arena_printf(m->arena, "file:" SLICE_FMT, SLICE_ARG(part));
    if (!slice_equal(made, file) && access(made.at, F_OK) == 0) {
        FAULT(m, file, "« " SLICE_FMT " » existe déjà ; garder l’un des deux", SLICE_ARG(made));
        return false;
    }
    if (facts.closed) {
        FAULT(m, file,
              "film en Dolby Vision (profil 5), dont seul Dolby lit les couleurs ; l’exporter en "
              "« SDR » ou en « HDR10 »");
        return false;
    }
    const char *const arguments[] = {"ffmpeg",
                                     "-nostdin",
                                     "-y",
                                     "-v",
                                     "error",
                                     "-nostats",
                                     "-progress",
                                     "pipe:1",
                                     "-i",
                                     input.at,
                                     "-filter_complex",
                                     filters,
                                     "-map",
                                     "[v]",
                                     "-map",
                                     "0:a:0?",
                                     "-map_metadata",
                                     "-1",
                                     "-map_chapters",
                                     "-1",
                                     "-fpsmax",
                                     "30",
                                     "-vsync",
                                     "cfr",
                                     "-c:v",
                                     "libx264",
                                     "-crf",
                                     "21",
                                     "-g",
                                     "50",
                                     "-colorspace",
                                     "bt709",
                                     "-color_primaries",
                                     "bt709",
                                     "-color_trc",
                                     "bt709",
                                     "-c:a",
                                     "aac",
                                     "-ac",
                                     "2",
                                     "-ar",
                                     "48000",
                                     "-b:a",
                                     "128k",
                                     "-movflags",
                                     "+faststart",
                                     output.at,
                                     NULL};
    bool good = make(m, file, part, (char *const *)(uintptr_t)arguments) &&
                replace(m, file, name, part, made);
    unlink(part.at);
    return good;
}

static bool plays(Slice file) {
    Report own = {0};
    Arena arena = {0};
    Slice bytes;
    Clip clip = {.codec = LIT("")};
    bool good = source_read(&own, &arena, file, FILM_BYTES, false, &bytes) &&
                probe_video(&own, &arena, file, bytes, &clip);
    report_free(&own);
    arena_free(&arena);
    return good;
}

static bool has_poster(const Media *m, Slice name) {
    static const char *const ENDINGS[] = {".jpg", ".png", ".svg", ".webp", NULL};
    for (int i = 0; ENDINGS[i]; i++)
        if (access(with_ending(m, name, ENDINGS[i]).at, F_OK) == 0)
            return true;
    return false;
}

/* A picture of the first third, the one that is most like those around it. */
static bool make_poster(Media *m, Slice film, Slice name) {
    Slice made = with_ending(m, name, ".jpg"), part = with_ending(m, name, ".part.jpg");
    char from[32];
    snprintf(from, sizeof from, "%.1f", (double)facts_of(film).length / 3000);
    const char *const arguments[] = {"ffmpeg",        "-nostdin",  "-y",    "-v",    "error",
                                     "-ss",           from,        "-i",    film.at, "-vf",
                                     "thumbnail=25",  "-frames:v", "1",     "-q:v",  "2",
                                     "-map_metadata", "-1",        part.at, NULL};
    if (!make(m, film, part, (char *const *)(uintptr_t)arguments))
        return false;
    if (rename(part.at, made.at) != 0) {
        cannot(m, made);
        unlink(part.at);
        return false;
    }
    m->made++;
    return true;
}

static bool take_film(Media *m, Slice file, Slice name) {
    static const char *const READ[] = {".mp4", ".webm", NULL};
    bool good = (is_one_of(name, READ) && plays(file)) || convert_film(m, file, name);
    Slice film = with_ending(m, name, ".mp4");
    film = access(film.at, F_OK) == 0 ? film : file;
    return good && (is_signed(name) || has_poster(m, name) || make_poster(m, film, name));
}

/* ---- subtitles ------------------------------------------------------------------------------- */

static bool take_subtitles(Media *m, Slice file, Slice name) {
    Slice made = with_ending(m, name, ".vtt"), part = with_ending(m, name, ".part.vtt");
    if (access(made.at, F_OK) == 0) {
        FAULT(m, file, "« " SLICE_FMT " » existe déjà ; garder l’un des deux", SLICE_ARG(made));
        return false;
    }
    const char *const arguments[] = {"ffmpeg", "-nostdin", "-y",    "-v", "error",
                                     "-i",     file.at,    part.at, NULL};
    return make(m, file, part, (char *const *)(uintptr_t)arguments) &&
           replace(m, file, name, part, made);
}

/* ---- a folder -------------------------------------------------------------------------------- */

static bool leads_outside(const Media *m, Slice file) {
    char real[PATH_MAX], root[PATH_MAX];
    if (!realpath(file.at, real) || !realpath(m->folder.at, root))
        return true;
    size_t len = strlen(root);
    return strncmp(real, root, len) != 0 || real[len] != '/';
}

static bool is_film(Slice name) {
    return is_one_of(name, ENDINGS_OF_FILMS);
}

static bool is_wanted(Slice name) {
    return (is_film(name) || ends_with(name, ".srt")) && slice_find(name, LIT(".part.")) < 0;
}

static bool take_file(Media *m, Slice name) {
    Slice file = source_path(m->arena, m->clips, name.at);
    meter_show(m->order->meter, file, METER_NO_PART);
    if (leads_outside(m, file)) {
        FAULT(m, file, "ce lien mène hors du dossier ; y copier le fichier lui-même");
        return false;
    }
    return is_film(name) ? take_film(m, file, name) : take_subtitles(m, file, name);
}

static int keep_wanted(Slice *names, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (is_wanted(names[i]))
            names[kept++] = names[i];
    return kept;
}

bool media_convert(Report *report, Arena *arena, const char *folder, const MediaOrder *order,
                   int *made) {
    Slice root = slice_from(folder), *names;
    Media m = {report,
               arena,
               order,
               root,
               source_path(arena, root, "clips"),
               source_path(arena, root, "originals"),
               0};
    bool good = access(m.clips.at, F_OK) != 0 || access(m.clips.at, W_OK | X_OK) == 0;
    if (!good)
        cannot(&m, m.clips);
    int found = good ? source_list(arena, m.clips, "", &names) : 0,
        count = keep_wanted(names, found);
    for (int i = 0; i < count; i++) {
        meter_at(order->meter, "conversion", i + 1, count);
        good &= take_file(&m, names[i]);
    }
    *made = m.made;
    return good;
}
