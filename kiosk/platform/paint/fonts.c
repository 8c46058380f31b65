#include "platform/paint/fonts.h"

#include "base/log.h"

#include "platform/paint/runs.h"
#include "ui/strings.h"

#include <SDL2/SDL_ttf.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#define SIZES_MAX 96  /* open (face, size) pairs */
#define ADVANCES 8192 /* remembered widths; a power of two */
#define SIGNS 1024    /* of which is known who has them; a power of two */

typedef struct OpenFont {
    int face, size;
    bool leftward; /* as it is set at the moment */
    unsigned used; /* when it was asked for last */
    TTF_Font *font;
} OpenFont;

typedef struct Advance {
    uint64_t key;
    int width;
} Advance;

/* Which faces have a sign, a bit each, of those that were asked. */
typedef struct Sign {
    uint32_t code, asked, had;
} Sign;

_Static_assert(FACES <= 32, "a bit for each face");

/* Which face a language is set in. */
typedef struct Judged {
    char code[LANG_CODE_BYTES];
    bool plain;
} Judged;

struct Fonts {
    FaceFile file[FACES];
    OpenFont open[SIZES_MAX];
    int open_count;
    unsigned asked; /* how often one was */
    Advance advance[ADVANCES];
    Sign sign[SIGNS];
    Judged judged[LANG_MAX];
};

Fonts *fonts_open(Error *error) {
    Fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts)
        abort();
    if (TTF_Init() == 0 && faces_find(fonts->file))
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
    faces_unmap(fonts->file);
    free(fonts);
}

static TTF_Font *open_font(Fonts *fonts, int face, int size) {
    Slice data = fonts->file[face].data;
    TTF_Font *font = size > 0 && data.len
                         ? TTF_OpenFontRW(SDL_RWFromConstMem(data.at, data.len), 1, size)
                         : NULL;
    if (!font) {
        log_line("fonts", "%s cannot be opened: %s", fonts->file[face].path, TTF_GetError());
        return NULL;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    if (faces_is_arabic(face))
        TTF_SetFontScriptName(font, "Arab");
    return font;
}

/* One TTF_Font for each face and size: changing the size of one flushes its glyphs (0.7 ms a line).
 */
static OpenFont *font_of(Fonts *fonts, int face, int size) {
    OpenFont *open = fonts->open, *oldest = open;
    for (; open < fonts->open + fonts->open_count; open++) {
        if (open->face == face && open->size == size) {
            open->used = ++fonts->asked;
            return open;
        }
        oldest = open->used < oldest->used ? open : oldest;
    }
    if (fonts->open_count < SIZES_MAX) {
        fonts->open_count++;
    } else { /* many languages and sizes in one visit */
        open = oldest;
        if (open->font)
            TTF_CloseFont(open->font);
    }
    *open = (OpenFont){face, size, false, ++fonts->asked, open_font(fonts, face, size)};
    return open;
}

/* Set for the direction of a run. */
static TTF_Font *font_for(Fonts *fonts, int size, const Run *run) {
    OpenFont *open = font_of(fonts, run->face, size);
    if (open->font && open->leftward != run->leftward)
        TTF_SetFontDirection(open->font, run->leftward ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    open->leftward = run->leftward;
    return open->font;
}

/* ---- runs ------------------------------------------------------------------------------------ */

/* Whatever the size: a font is not opened only to be asked. */
static bool has_sign(void *self, int face, uint32_t code) {
    Fonts *fonts = self;
    Sign *sign = &fonts->sign[code & (SIGNS - 1)];
    uint32_t bit = (uint32_t)1 << face;
    if (sign->code != code)
        *sign = (Sign){.code = code};
    if (!(sign->asked & bit)) {
        TTF_Font *font = font_of(fonts, face, FONTS_ASKED_SIZE)->font;
        sign->had |= font && TTF_GlyphIsProvided32(font, code) ? bit : 0;
        sign->asked |= bit;
    }
    return sign->had & bit;
}

static void take(Fonts *fonts, Face face, Slice text, RunLine *line) {
    RunFaces faces = {.self = fonts, .has = has_sign};
    faces.count = faces_behind(face, faces.list);
    runs_take(line, text, &faces);
}

bool fonts_has(Fonts *fonts, Face face, uint32_t code) {
    RunLine line;
    char text[4];
    take(fonts, face, (Slice){text, utf8_encode(code, text)}, &line);
    return !line.lacking;
}

/* ---- measuring ------------------------------------------------------------------------------- */

static int run_width(Fonts *fonts, int size, const RunLine *line, const Run *run) {
    char text[RUN_BYTES];
    int width = 0, height;
    TTF_Font *font = font_for(fonts, size, run);
    runs_write(line, run, text);
    return font && TTF_SizeUTF8(font, text, &width, &height) == 0 ? width : 0;
}

static int measure(Fonts *fonts, Face face, int size, Slice text) {
    RunLine line;
    Runs runs;
    int width = 0;
    take(fonts, face, text, &line);
    runs_in_reading_order(&line, &runs);
    for (int i = 0; i < runs.count; i++)
        width += run_width(fonts, size, &line, &runs.run[i]);
    return width;
}

static int advance(void *self, Face face, int size, Slice line) {
    Fonts *fonts = self;
    uint64_t key = slice_hash(line, (uint64_t)face << 40 | (uint64_t)size << 8) | 1;
    Advance *known = &fonts->advance[key >> 7 & (ADVANCES - 1)];
    if (known->key != key)
        *known = (Advance){key, measure(fonts, face, size, line)};
    return known->width;
}

/* ---- which face a language is set in --------------------------------------------------------- */

static bool face_has_all(Fonts *fonts, Face face, Slice text) {
    while (text.len) {
        uint32_t code = utf8_next(&text);
        if (uc_is_alpha(code) && !has_sign(fonts, (int)face, code))
            return false;
    }
    return true;
}

static bool face_says_all(Fonts *fonts, Face face, Lang lang) {
    for (int word = 0; word < STR_COUNT; word++)
        if (!face_has_all(fonts, face, string_in(lang, (StringId)word)))
            return false;
    return true;
}

/* Judged by the words of the kiosk itself, once for each language. */
static bool wants_plain(void *self, Lang lang) {
    Fonts *fonts = self;
    Judged *judged = &fonts->judged[lang];
    const char *code = langs()->code[lang];
    if (strcmp(judged->code, code) != 0) {
        snprintf(judged->code, sizeof judged->code, "%s", code);
        judged->plain =
            !face_says_all(fonts, FACE_REGULAR, lang) && face_says_all(fonts, FACE_PLAIN, lang);
    }
    return judged->plain;
}

Typeface fonts_typeface(Fonts *fonts) {
    return (Typeface){fonts, advance, wants_plain};
}

/* ---- drawing --------------------------------------------------------------------------------- */

static SDL_Surface *draw_run(Fonts *fonts, int size, const RunLine *line, const Run *run,
                             uint32_t colour) {
    SDL_Color rgb = {(Uint8)(colour >> 16), (Uint8)(colour >> 8), (Uint8)colour, 255};
    char text[RUN_BYTES];
    TTF_Font *font = font_for(fonts, size, run);
    runs_write(line, run, text);
    return font ? TTF_RenderUTF8_Blended(font, text, rgb) : NULL;
}

static int ascent_of(Fonts *fonts, int face, int size) {
    TTF_Font *font = font_of(fonts, face, size)->font;
    return font ? TTF_FontAscent(font) : 0;
}

/* Sets `right` beside what is drawn on a common baseline. */
static FontLine join(FontLine left, SDL_Surface *right, int right_ascent) {
    int top = left.ascent > right_ascent ? left.ascent : right_ascent;
    int below_left = left.surface->h - left.ascent, below_right = right->h - right_ascent;
    int height = top + (below_left > below_right ? below_left : below_right);
    SDL_Surface *both = SDL_CreateRGBSurfaceWithFormat(0, left.surface->w + right->w, height, 32,
                                                       SDL_PIXELFORMAT_ARGB8888);
    if (both) {
        SDL_SetSurfaceBlendMode(left.surface, SDL_BLENDMODE_NONE);
        SDL_SetSurfaceBlendMode(right, SDL_BLENDMODE_NONE);
        SDL_BlitSurface(left.surface, NULL, both, &(SDL_Rect){0, top - left.ascent, 0, 0});
        SDL_BlitSurface(right, NULL, both, &(SDL_Rect){left.surface->w, top - right_ascent, 0, 0});
    }
    SDL_FreeSurface(left.surface);
    SDL_FreeSurface(right);
    return (FontLine){both, top, left.own_ascent, left.own_height};
}

static FontLine add_run(FontLine drawn, SDL_Surface *part, int ascent) {
    if (!part)
        return drawn;
    if (drawn.surface)
        return join(drawn, part, ascent);
    drawn.surface = part;
    drawn.ascent = ascent;
    return drawn;
}

/* Icons have no direction; one that points along the line is turned about. */
static void turn_about(SDL_Surface *surface) {
    for (int y = 0; surface && y < surface->h; y++) {
        Uint32 *row = (Uint32 *)(void *)((Uint8 *)surface->pixels + (ptrdiff_t)y * surface->pitch);
        for (int left = 0, right = surface->w - 1; left < right; left++, right--) {
            Uint32 kept = row[left];
            row[left] = row[right];
            row[right] = kept;
        }
    }
}

FontLine fonts_draw(Fonts *fonts, TextLook look, Slice text, uint32_t colour) {
    RunLine line;
    Runs runs;
    TTF_Font *own = font_of(fonts, (int)look.face, look.size)->font;
    FontLine drawn = {.own_ascent = own ? TTF_FontAscent(own) : 0,
                      .own_height = own ? TTF_FontHeight(own) : 0};
    take(fonts, look.face, text, &line);
    runs_on_glass(&line, look.leftward && look.face != FACE_ICON, &runs);
    for (int i = 0; i < runs.count; i++) {
        SDL_Surface *part = draw_run(fonts, look.size, &line, &runs.run[i], colour);
        drawn = add_run(drawn, part, ascent_of(fonts, runs.run[i].face, look.size));
    }
    if (look.leftward && look.face == FACE_ICON)
        turn_about(drawn.surface);
    return drawn;
}
