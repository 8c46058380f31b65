#include "tools/media/photo.h"

#include "base/message.h"
#include "platform/paint/jail.h"
#include "tools/media/photo_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define WATCHED true
#else
#define WATCHED false
#endif

enum {
    POINTS_MAX = 200000000, /* more than any camera takes */
    ENOUGH = 1500000,       /* bytes: what is larger is coded anew */
    CPU_S = 60
};

typedef struct Photo {
    Report *report;
    Arena *arena;
    Slice file, bytes;
    PhotoLook look;
} Photo;

static bool fault(const Photo *p, const char *sentence) {
    report_fault(p->report, p->file, 1, "%s", message(sentence));
    return false;
}

/* ---- what is no picture of ours -------------------------------------------------------------- */

static bool is_of_brand(Slice bytes, const char *brands) {
    return bytes.len > 12 && memcmp(bytes.at + 4, "ftyp", 4) == 0 &&
           slice_find(slice_from(brands), slice_cut(bytes, 8, 12)) >= 0;
}

static bool name_kind(const Photo *p) {
    if (is_of_brand(p->bytes, "heic heix hevc mif1 msf1 heim heis"))
        return fault(p, "photo HEIC, comme les prend un iPhone : l’ouvrir et l’enregistrer en "
                        "JPEG (ou régler le téléphone : Appareil photo, Formats, Le plus "
                        "compatible)");
    if (is_of_brand(p->bytes, "avif avis"))
        return fault(p, "image AVIF : l’ouvrir et l’enregistrer en JPEG");
    return fault(p, "ce fichier n’est ni un PNG, ni un JPEG, ni un SVG ; l’enregistrer sous l’une "
                    "de ces formes");
}

static bool is_readable(const Photo *p) {
    const PhotoLook *look = &p->look;
    if (look->kind == PHOTO_OTHER)
        return name_kind(p);
    bool sized = look->kind == PHOTO_WEBP || (look->width > 0 && look->height > 0);
    if (!sized)
        return fault(p, "cette image ne dit pas sa taille : le fichier est coupé ; l’enregistrer à "
                        "nouveau");
    if (!look->whole)
        return fault(p,
                     "la fin de cette image manque : le fichier est coupé ; le copier de nouveau");
    if (look->kind != PHOTO_WEBP && look->width > POINTS_MAX / look->height)
        return fault(p,
                     "image de plus de 200 millions de points ; la réduire, par exemple à 2560 x "
                     "1707");
    if (look->high)
        return fault(p, "image HDR, ou aux couleurs dites comme celles d’un film (cICP) : "
                        "l’ouvrir et l’enregistrer en sRGB");
    return true;
}

/* ---- as it is, without notes ----------------------------------------------------------------- */

static bool is_fit(const Photo *p) {
    const PhotoLook *look = &p->look;
    return look->kind != PHOTO_WEBP && look->plain && look->turn == 1 &&
           look->width <= PHOTO_SIDE_MAX && look->height <= PHOTO_SIDE_MAX &&
           p->bytes.len <= ENOUGH;
}

static Slice stripped(const Photo *p) {
    char *out = arena_alloc(p->arena, (size_t)p->bytes.len + 1);
    return (Slice){out, photo_strip(p->look.kind, p->bytes, out)};
}

/* ---- made anew, by a process that can do nothing else ---------------------------------------- */

typedef struct Bench {
    size_t len; /* 0: it did not come out */
    bool as_is; /* nothing to do after all */
    bool odd;   /* its profile says nothing that could be read */
    char bytes[PHOTO_PACKED_MAX];
} Bench;

static void shut_in(void) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    setrlimit(RLIMIT_CPU, &(struct rlimit){CPU_S, CPU_S});
    if (!jail_enter(WATCHED))
        _exit(EXIT_FAILURE);
}

/* As a JPEG unless something shines through; as a PNG when it was one and stays small. */
static void encode(Bench *bench, PhotoKind from, const Pixels *pixels) {
    bool clear = pixels_see_through(pixels);
    if (clear || from == PHOTO_PNG)
        bench->len =
            photo_encode(PHOTO_PNG, pixels, 0, bench->bytes, clear ? PHOTO_PACKED_MAX : ENOUGH);
    for (int quality = 90; !clear && !bench->len && quality >= 60; quality -= 10)
        bench->len = photo_encode(PHOTO_JPEG, pixels, quality, bench->bytes, ENOUGH);
}

static void make_anew(Bench *bench, const Photo *p, Colours *colours) {
    Pixels pixels = {0};
    if (!photo_decode(p->look.kind, p->bytes, PHOTO_SIDE_MAX, colours, &pixels))
        return;
    pixels_colour(&pixels, colours);
    if (pixels_shrink(&pixels, PHOTO_SIDE_MAX) && pixels_turn(&pixels, p->look.turn))
        encode(bench, p->look.kind, &pixels);
}

/* A profile is read here, too: it comes from anywhere. */
static void make_here(Bench *bench, const Photo *p) {
    shut_in();
    Slice profile = p->look.coloured ? photo_profile(p->look.kind, p->bytes) : LIT("");
    bool adobe = p->look.adobe && !profile.len;
    Colours colours = adobe ? colours_of_adobe() : colours_open(profile);
    bench->as_is = is_fit(p) && colours.same;
    if (!bench->as_is)
        make_anew(bench, p, &colours);
    bench->odd = colours.odd || (p->look.coloured && !profile.len);
    _exit(bench->as_is || bench->len ? EXIT_SUCCESS : EXIT_FAILURE);
}

static bool wait_for(pid_t pid) {
    int status = 0;
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

static bool make(const Photo *p, Slice *told) {
    Bench *bench =
        mmap(NULL, sizeof *bench, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (bench == MAP_FAILED)
        abort();
    pid_t pid = fork();
    if (pid == 0)
        make_here(bench, p);
    bool done = wait_for(pid), as_is = done && bench->as_is, odd = done && bench->odd;
    size_t len = done && !as_is ? bench->len : 0;
    bool good = as_is || (len > 0 && len <= PHOTO_PACKED_MAX);
    if (good)
        *told = as_is ? stripped(p) : arena_copy(p->arena, (Slice){bench->bytes, (int)len});
    if (good && odd)
        report_warn(
            p->report, p->file, 1, 0,
            "cette image dit par un profil ce que sont ses couleurs, et ce profil ne se lit "
            "pas : elles peuvent être fausses ; l’ouvrir et l’enregistrer en sRGB");
    munmap(bench, sizeof *bench);
    return good ||
           fault(p, "cette image ne peut pas être lue ; l’ouvrir et l’enregistrer à nouveau, "
                    "en JPEG");
}

bool photo_tell(Report *report, Arena *arena, Slice file, Slice bytes, Slice *told) {
    Photo p = {report, arena, file, bytes, photo_look(bytes)};
    *told = bytes;
    if (!is_readable(&p))
        return false;
    if (p.look.coloured || p.look.adobe || !is_fit(&p))
        return make(&p, told);
    *told = stripped(&p);
    return true;
}
