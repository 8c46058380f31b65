#include "tools/pack/look.h"

#include "base/message.h"
#include "content/record.h"
#include "tools/pack/schema_value.h"
#include "ui/look_check.h"

#include <stddef.h>

#define COLOUR_SIGNS 7 /* "#0B4A7F" */
#define LOGO_WIDEST 6  /* times as wide as high: wider it would be low in a header */

/* "5,1" in French, "5.1" in English. */
static Slice ratio(const YamlSchema *s, double contrast) {
    int tenths = (int)(contrast * 10); /* 6.96 is less than 7 */
    return tenths % 10 ? arena_printf(s->arena, message("%d,%d"), tenths / 10, tenths % 10)
                       : arena_printf(s->arena, "%d", tenths / 10);
}

static void say_faint(const YamlSchema *s, const YamlNode *node, const char *key,
                      const LookFault *fault) {
    Slice mend =
        fault->nearest == LOOK_HOUSE
            ? slice_from(message("prendre une autre teinte"))
            : arena_printf(s->arena, message("la nuance la plus proche qui convient : \"#%06X\""),
                           (unsigned)fault->nearest);
    report_fault(s->report, s->file, node->line,
                 "look : « %s: " SLICE_FMT " » : contraste de " SLICE_FMT " pour 1 avec ce qui s’y "
                 "écrit ou l’entoure, il en faut " SLICE_FMT " ; " SLICE_FMT,
                 key, SLICE_ARG(node->text), SLICE_ARG(ratio(s, fault->contrast)),
                 SLICE_ARG(ratio(s, fault->needed)), SLICE_ARG(mend));
}

typedef bool Holds(uint32_t colour, LookFault *fault);

static Slice read_colour(const YamlSchema *s, const YamlNode *map, const char *key, Holds *holds) {
    const YamlNode *node = yaml_get(map, key);
    uint32_t colour;
    LookFault fault;
    if (!node)
        return LIT("");
    Slice text = schema_text(s, map, key, COLOUR_SIGNS);
    if (!text.len)
        return text;
    if (!look_colour(text, &colour)) {
        report_fault(s->report, s->file, node->line,
                     "look : « %s: " SLICE_FMT " » n’est pas une couleur ; écrire # et six "
                     "chiffres de 0 à F, entre guillemets : \"#0B4A7F\"",
                     key, SLICE_ARG(text));
        return LIT("");
    }
    if (!holds(colour, &fault))
        say_faint(s, node, key, &fault);
    return arena_printf(s->arena, "#%06X", (unsigned)colour);
}

static int read_picture(Pack *pack, const YamlSchema *s, const YamlNode *map, const char *key) {
    Field field = {.kind = FIELD_REF, .key = key, .of = RECORD_picture, .may = true};
    int picture = -1;
    if (yaml_get(map, key))
        schema_value(s, map, &field, pack, &picture);
    return picture;
}

/* It is drawn in the theme's colours, in a header and in a report: an SVG, and not too long. */
static void check_logo(const YamlSchema *s, const YamlNode *map, const Picture *logo) {
    int line = yaml_get(map, "logo")->line;
    if (!slice_is(logo->kind, "svg"))
        report_fault(s->report, s->file, line,
                     "look : le logo « " SLICE_FMT " » n’est pas un dessin ; l’enregistrer en SVG",
                     SLICE_ARG(logo->id));
    else if (logo->width < logo->height || logo->width > LOGO_WIDEST * logo->height)
        report_fault(s->report, s->file, line,
                     "look : le logo « " SLICE_FMT " » a %d x %d points ; il en faut de une à %d "
                     "fois plus en largeur qu’en hauteur, sinon il serait trop petit",
                     SLICE_ARG(logo->id), logo->width, logo->height, LOGO_WIDEST);
}

void look_read(Pack *pack, const YamlSchema *s, const YamlNode *root) {
    static const char *const KNOWN[] = {"colour", "accent", "logo", "emblem", NULL};
    const YamlNode *map = root ? yaml_get(root, "look") : NULL;
    Campus *campus = &pack->campus;
    campus->logo = campus->emblem = -1;
    if (!map)
        return;
    if (map->kind != YAML_MAP) {
        report_fault(s->report, s->file, map->line,
                     "look : des rubriques sont attendues : colour, accent, logo, emblem");
        return;
    }
    schema_keys(s, map, KNOWN);
    campus->colour = read_colour(s, map, "colour", look_colour_holds);
    campus->accent = read_colour(s, map, "accent", look_accent_holds);
    campus->logo = read_picture(pack, s, map, "logo");
    campus->emblem = read_picture(pack, s, map, "emblem");
    if (campus->logo >= 0)
        check_logo(s, map, &pack->picture[campus->logo]);
}
