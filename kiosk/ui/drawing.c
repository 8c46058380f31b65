#include "ui/drawing.h"

#include "ui/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define COLOUR_SIGNS 7 /* "#0B4A7F" */

/* Drawings use these colours only; each has its like in every theme. In the stark one people are
   outlines, so that fingers and faces keep their lines. */
static const struct {
    const char *in[THEME_COUNT];
    uint32_t (*dye)(uint32_t house); /* what a campus with its own look makes of it */
} PALETTE[] = {
    {{"#DCE8F2", "#16303F", "#000000"}, theme_own},  /* field */
    {{"#C9D8E6", "#1E3D4F", "#1C1C1C"}, theme_own},  /* grid */
    {{"#FFFFFF", "#2B4F66", "#000000"}, theme_own},  /* paper and white parts */
    {{"#0B4A7F", "#A9D4FA", "#FFFFFF"}, theme_own},  /* steel: outlines */
    {{"#8FB3D1", "#4A7898", "#4A4A4A"}, theme_own},  /* shade */
    {{"#14212B", "#F1F5F8", "#FFFFFF"}, NULL},       /* ink: dark details */
    {{"#FFB81C", "#FFC64A", "#FFE600"}, theme_mark}, /* accent */
    {{"#B3261E", "#FF9C94", "#FF9C94"}, NULL},       /* warning, heat */
    {{"#F4D6C0", "#94705C", "#000000"}, NULL},       /* four skins */
    {{"#E2B48F", "#805C46", "#000000"}, NULL},
    {{"#C68E66", "#6B4733", "#000000"}, NULL},
    {{"#9C6A48", "#523524", "#000000"}, NULL},
    {{"#22303A", "#0E1B24", "#4A4A4A"}, NULL}, /* four kinds of hair */
    {{"#5B3A29", "#38241A", "#4A4A4A"}, NULL},
    {{"#A4502A", "#6E3820", "#6A6A6A"}, NULL},
    {{"#D9A441", "#A97E2E", "#8A8A8A"}, NULL},
};

/* The same length everywhere, so it is done in place. */
static void swap(char *at, size_t entry, ThemeId theme) {
    const char *house = PALETTE[entry].in[theme];
    char dyed[COLOUR_SIGNS + 1];
    memcpy(at, house, COLOUR_SIGNS);
    if (!PALETTE[entry].dye || theme == THEME_CONTRASTE)
        return;
    uint32_t colour = PALETTE[entry].dye((uint32_t)strtoul(house + 1, NULL, 16));
    snprintf(dyed, sizeof dyed, "#%06X", (unsigned)(colour & 0xFFFFFF));
    memcpy(at, dyed, COLOUR_SIGNS);
}

void drawing_recolour(char *svg, size_t len, ThemeId theme) {
    for (size_t i = 0; i + COLOUR_SIGNS <= len; i++) {
        if (svg[i] != '#')
            continue;
        for (size_t p = 0; p < sizeof PALETTE / sizeof *PALETTE; p++)
            if (strncasecmp(svg + i, PALETTE[p].in[THEME_CLAIR], COLOUR_SIGNS) == 0) {
                swap(svg + i, p, theme);
                break;
            }
    }
}
