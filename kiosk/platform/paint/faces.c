#include "platform/paint/faces.h"

#include "base/log.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *family, *style;
} WANTED[FACES] = {
#define FACE(name, family, style) [FACE_##name] = {family, style},
#define BEHIND FACE
#include "platform/paint/faces.def"
#undef FACE
#undef BEHIND
};

/* ---- finding --------------------------------------------------------------------------------- */

static FcPattern *pattern_of(FcConfig *config, int face) {
    FcPattern *want = FcPatternCreate();
    FcPatternAddString(want, FC_FAMILY, (const FcChar8 *)WANTED[face].family);
    FcPatternAddString(want, FC_STYLE, (const FcChar8 *)WANTED[face].style);
    FcPatternAddBool(want, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(config, want, FcMatchPattern);
    FcDefaultSubstitute(want);
    return want;
}

static void tell_replaced(const FcPattern *match, int face) {
    FcChar8 *family = NULL;
    if (FcPatternGetString(match, FC_FAMILY, 0, &family) == FcResultMatch &&
        strcmp((const char *)family, WANTED[face].family) != 0)
        log_line(WANTED[face].family, "font not installed, %s takes its place",
                 (const char *)family);
}

static void find_file(FcConfig *config, int face, char *file) {
    FcPattern *want = pattern_of(config, face);
    FcResult result;
    FcPattern *match = FcFontMatch(config, want, &result);
    FcChar8 *path = NULL;
    if (match && FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch) {
        snprintf(file, FACE_FILE_MAX, "%s", (const char *)path);
        tell_replaced(match, face);
    }
    if (match)
        FcPatternDestroy(match);
    FcPatternDestroy(want);
}

static Slice map_file(const char *file) {
    struct stat info;
    int fd = file[0] ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    void *bytes = fd >= 0 && fstat(fd, &info) == 0 && info.st_size < INT_MAX
                      ? mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0)
                      : MAP_FAILED;
    if (fd >= 0)
        close(fd);
    return bytes == MAP_FAILED ? (Slice){0} : (Slice){bytes, (int)info.st_size};
}

void faces_unmap(FaceFile file[FACES]) {
    for (int face = 0; face < FACES; face++)
        if (file[face].data.len)
            munmap((void *)(uintptr_t)file[face].data.at, (size_t)file[face].data.len);
}

bool faces_find(FaceFile file[FACES]) {
    FcConfig *config = FcInitLoadConfigAndFonts();
    bool any = false;
    for (int face = 0; config && face < FACES; face++) {
        find_file(config, face, file[face].path);
        file[face].data = map_file(file[face].path);
        any |= file[face].data.len > 0;
    }
    if (config)
        FcConfigDestroy(config);
    return any;
}

/* ---- what stands behind ---------------------------------------------------------------------- */

int faces_behind(Face face, int list[FACES_ASKED]) {
    bool bold = face == FACE_BOLD || face == FACE_PLAIN_BOLD || face == FACE_COMFORT_BOLD ||
                face == FACE_DYSLEXIC_BOLD;
    int plain = bold ? FACE_PLAIN_BOLD : FACE_PLAIN, count = 0;
    int behind = bold ? FACE_ARABIC_BOLD : FACE_ARABIC;
    list[count++] = (int)face;
    if (face == FACE_ICON)
        return count;
    if ((int)face != plain)
        list[count++] = plain;
    for (int i = 0; i < FACES_BEHIND; i++)
        list[count++] = behind + i;
    return count;
}

bool faces_is_arabic(int face) {
    return face == FACE_ARABIC || face == FACE_ARABIC_BOLD;
}
