#include "platform/paint/fonts.h"

#include "base/log.h"

#include <SDL2/SDL_ttf.h>
#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZES_MAX 48  /* open (face, size) pairs */
#define ADVANCES 8192 /* remembered widths; a power of two */
#define LINE_MAX_BYTES 1024
#define FILE_MAX 512

/* The fallback face stands behind both text faces, for signs that B612 lacks. */
enum { FACE_FALLBACK = FACE_COUNT, FACES };

typedef struct OpenFont {
    int face, size;
    TTF_Font *font;
} OpenFont;

typedef struct Advance {
    uint64_t key;
    int width;
} Advance;

struct Fonts {
    char file[FACES][FILE_MAX];
    Slice data[FACES]; /* the files mapped: FreeType seeks and reads for every glyph, which costs
                          two system calls in a file */
    OpenFont open[SIZES_MAX];
    int open_count;
    Advance advance[ADVANCES];
};

static const struct {
    const char *family, *style;
} WANTED[FACES] = {
    [FACE_REGULAR] = {"B612", "Regular"},
    [FACE_BOLD] = {"B612", "Bold"},
    [FACE_ICON] = {"Material Icons", "Regular"},
    [FACE_FALLBACK] = {"Inter", "Regular"},
};

/* ---- finding --------------------------------------------------------------------------------- */

static bool find_file(FcConfig *config, int face, char *file) {
    FcPattern *want = FcPatternCreate();
    FcPatternAddString(want, FC_FAMILY, (const FcChar8 *)WANTED[face].family);
    FcPatternAddString(want, FC_STYLE, (const FcChar8 *)WANTED[face].style);
    FcPatternAddBool(want, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(config, want, FcMatchPattern);
    FcDefaultSubstitute(want);
    FcResult result;
    FcPattern *match = FcFontMatch(config, want, &result);
    FcChar8 *path = NULL, *family = NULL;
    bool found = match && FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch;
    if (found)
        snprintf(file, FILE_MAX, "%s", (const char *)path);
    if (found && FcPatternGetString(match, FC_FAMILY, 0, &family) == FcResultMatch &&
        strcmp((const char *)family, WANTED[face].family) != 0)
        log_line(WANTED[face].family, "font not installed, %s takes its place",
                 (const char *)family);
    if (match)
        FcPatternDestroy(match);
    FcPatternDestroy(want);
    return found;
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

static void unmap_files(Fonts *fonts) {
    for (int face = 0; face < FACES; face++)
        if (fonts->data[face].len)
            munmap((void *)(uintptr_t)fonts->data[face].at, (size_t)fonts->data[face].len);
}

static bool find_files(Fonts *fonts) {
    FcConfig *config = FcInitLoadConfigAndFonts();
    bool any = false;
    for (int face = 0; face < FACES; face++) {
        if (config && find_file(config, face, fonts->file[face]))
            fonts->data[face] = map_file(fonts->file[face]);
        any |= fonts->data[face].len > 0;
    }
    if (config)
        FcConfigDestroy(config);
    return any;
}

Fonts *fonts_open(Error *error) {
    Fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        abort();
    if (TTF_Init() == 0 && find_files(fonts))
        return fonts;
    error_set(error,
              "no font can be used: install fonts-b612 and fonts-material-design-icons-iconfont");
    free(fonts);
    return NULL;
}

void fonts_rest(Fonts *fonts) {
    for (int i = 0; i < fonts->open_count; i++)
        if (fonts->open[i].font)
            TTF_CloseFont(fonts->open[i].font);
    fonts->open_count = 0;
}

void fonts_close(Fonts *fonts) {
    if (!fonts)
        return;
    fonts_rest(fonts);
    TTF_Quit();
    unmap_files(fonts);
    free(fonts);
}

/* One TTF_Font for each face and size: changing the size of one flushes its glyphs (0.7 ms a line).
 */
static TTF_Font *font_of(Fonts *fonts, int face, int size) {
    for (int i = 0; i < fonts->open_count; i++)
        if (fonts->open[i].face == face && fonts->open[i].size == size)
            return fonts->open[i].font;
    if (fonts->open_count == SIZES_MAX) { /* a window resized many times: the oldest size goes */
        TTF_CloseFont(fonts->open[0].font);
        memmove(fonts->open, fonts->open + 1, sizeof *fonts->open * (SIZES_MAX - 1));
        fonts->open_count--;
    }
    Slice data = fonts->data[face];
    TTF_Font *font = size > 0 && data.len
                         ? TTF_OpenFontRW(SDL_RWFromConstMem(data.at, data.len), 1, size)
                         : NULL;
    if (!font)
        log_line("fonts", "%s cannot be opened: %s", fonts->file[face], TTF_GetError());
    else
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    fonts->open[fonts->open_count++] = (OpenFont){face, size, font};
    return font;
}

/* ---- runs: parts of a line that one font can draw -------------------------------------------- */

typedef struct FontRun {
    char text[LINE_MAX_BYTES]; /* zero-terminated for SDL_ttf */
    TTF_Font *font;
} FontRun;

/* B612 has no narrow no-break space: an ordinary one of its own stands in, it must not come from
 * another font. */
static uint32_t drawable(uint32_t code) {
    return code == 0x202F || code == 0x2009 ? 0xA0 : code;
}

static bool has_glyph(TTF_Font *font, uint32_t code) {
    return font && TTF_GlyphIsProvided32(font, code);
}

/* Takes the longest front of `rest` that one font can draw. */
static bool next_run(Fonts *fonts, Face face, int size, Slice *rest, FontRun *run) {
    TTF_Font *own = font_of(fonts, face, size), *other = NULL;
    int len = 0;
    run->font = NULL;
    while (rest->len && len < LINE_MAX_BYTES - 5) {
        Slice after = *rest;
        uint32_t code = drawable(utf8_next(&after));
        TTF_Font *font = own;
        if (face != FACE_ICON && !has_glyph(own, code)) {
            other = other ? other : font_of(fonts, FACE_FALLBACK, size);
            font = has_glyph(other, code) || !own ? other : own;
        }
        if (run->font && font != run->font)
            break;
        run->font = font;
        len += utf8_encode(code, run->text + len);
        *rest = after;
    }
    run->text[len] = 0;
    return len > 0 && run->font;
}

/* ---- measuring ------------------------------------------------------------------------------- */

static int measure(Fonts *fonts, Face face, int size, Slice line) {
    int width = 0, run_width, height;
    FontRun run;
    while (line.len && next_run(fonts, face, size, &line, &run))
        if (TTF_SizeUTF8(run.font, run.text, &run_width, &height) == 0)
            width += run_width;
    return width;
}

static int advance(void *self, Face face, int size, Slice line) {
    Fonts *fonts = self;
    uint64_t key = slice_hash(line, (uint64_t)face << 32 | (uint64_t)size) | 1;
    Advance *known = &fonts->advance[key >> 7 & (ADVANCES - 1)];
    if (known->key != key)
        *known = (Advance){key, measure(fonts, face, size, line)};
    return known->width;
}

Typeface fonts_typeface(Fonts *fonts) {
    return (Typeface){fonts, advance};
}

/* ---- drawing --------------------------------------------------------------------------------- */

static SDL_Surface *draw_run(const FontRun *run, uint32_t colour) {
    SDL_Color rgb = {(Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, 255};
    return TTF_RenderUTF8_Blended(run->font, run->text, rgb);
}

/* Sets `right` beside `left` on a common baseline; both are freed. */
static SDL_Surface *join(SDL_Surface *left, int *left_ascent, SDL_Surface *right,
                         int right_ascent) {
    int top = *left_ascent > right_ascent ? *left_ascent : right_ascent;
    int below_left = left->h - *left_ascent, below_right = right->h - right_ascent;
    int height = top + (below_left > below_right ? below_left : below_right);
    SDL_Surface *both =
        SDL_CreateRGBSurfaceWithFormat(0, left->w + right->w, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (both) {
        SDL_SetSurfaceBlendMode(left, SDL_BLENDMODE_NONE);
        SDL_SetSurfaceBlendMode(right, SDL_BLENDMODE_NONE);
        SDL_BlitSurface(left, NULL, both, &(SDL_Rect){0, top - *left_ascent, 0, 0});
        SDL_BlitSurface(right, NULL, both, &(SDL_Rect){left->w, top - right_ascent, 0, 0});
    }
    *left_ascent = top;
    SDL_FreeSurface(left);
    SDL_FreeSurface(right);
    return both;
}

SDL_Surface *fonts_draw(Fonts *fonts, Face face, int size, Slice line, uint32_t colour,
                        int *ascent) {
    SDL_Surface *drawn = NULL;
    FontRun run;
    *ascent = 0;
    while (line.len && next_run(fonts, face, size, &line, &run)) {
        SDL_Surface *part = draw_run(&run, colour);
        if (!part)
            continue;
        if (!drawn) {
            drawn = part;
            *ascent = TTF_FontAscent(run.font);
        } else {
            drawn = join(drawn, ascent, part, TTF_FontAscent(run.font));
        }
        if (!drawn)
            return NULL;
    }
    return drawn;
}
