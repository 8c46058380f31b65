#include "tools/pack/picture.h"

#include "content/image.h"
#include "platform/paint/easel.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#define DRAWN_SIDE 960 /* about as large as a page shows it */

typedef struct SvgCheck {
    Report *report;
    Slice file;
    XML_Parser parser;
    bool has_root, stopped;
} SvgCheck;

static int line(const SvgCheck *c) {
    return (int)XML_GetCurrentLineNumber(c->parser);
}

static bool is_one_of(const char *name, const char *const *list) {
    for (int i = 0; list[i]; i++)
        if (strcmp(name, list[i]) == 0)
            return true;
    return false;
}

/* What nanosvg 2022 passes over in silence, so that the drawing would lack it. */
static void check_element(SvgCheck *c, const char *name) {
    static const char *const LOST[] = {"text",   "tspan",         "use",    "clipPath", "mask",
                                       "filter", "pattern",       "image",  "symbol",   "style",
                                       "script", "foreignObject", "marker", "animate",  NULL};
    if (is_one_of(name, LOST))
        report_fault(c->report, c->file, line(c),
                     "l’élément <%s> ne serait pas dessiné ; le convertir en tracés", name);
}

static void check_attribute(SvgCheck *c, const char *element, const char *name, const char *value) {
    if (strcmp(element, "g") == 0 && strcmp(name, "opacity") == 0)
        report_fault(c->report, c->file, line(c),
                     "l’opacité d’un groupe serait ignorée ; la donner à chaque forme");
    if (strstr(value, "currentColor"))
        report_fault(c->report, c->file, line(c),
                     "« currentColor » serait dessiné en gris ; écrire une couleur");
    static const char *const LOST[] = {"clip-path", "mask", "filter", NULL};
    if (is_one_of(name, LOST))
        report_fault(c->report, c->file, line(c), "« %s » serait ignoré ; redessiner sans lui",
                     name);
}

static void XMLCALL on_element(void *self, const char *name, const char **attributes) {
    SvgCheck *c = self;
    if (!c->has_root && strcmp(name, "svg") != 0)
        report_fault(c->report, c->file, line(c), "ce n’est pas un dessin SVG");
    c->has_root = true;
    check_element(c, name);
    for (int i = 0; attributes[i]; i += 2)
        check_attribute(c, name, attributes[i], attributes[i + 1]);
}

static void XMLCALL on_entity(void *self, const char *name, int is_parameter, const char *value,
                              int length, const char *base, const char *system, const char *public,
                              const char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system,
        (void)public, (void)notation;
    SvgCheck *c = self;
    report_fault(c->report, c->file, line(c),
                 "une déclaration d’entité n’est pas admise ; l’effacer");
    c->stopped = true;
    XML_StopParser(c->parser, XML_FALSE);
}

static void check_svg(Report *report, Slice file, Slice bytes) {
    SvgCheck c = {.report = report, .file = file, .parser = XML_ParserCreate("UTF-8")};
    XML_SetUserData(c.parser, &c);
    XML_SetStartElementHandler(c.parser, on_element);
    XML_SetEntityDeclHandler(c.parser, on_entity);
    if (XML_Parse(c.parser, bytes.at, bytes.len, XML_TRUE) != XML_STATUS_OK && !c.stopped)
        report_fault(report, file, line(&c), "le dessin n’est pas bien formé : %s",
                     XML_ErrorString(XML_GetErrorCode(c.parser)));
    else if (!c.has_root && !c.stopped)
        report_fault(report, file, 1, "ce n’est pas un dessin SVG");
    XML_ParserFree(c.parser);
}

/* The kiosk's own look at it, with the mend. */
static void check_image(Report *report, Slice file, Slice bytes, Picture *picture) {
    static const char *const MENDS[IMAGE_ERROR_COUNT] = {
        [IMAGE_UNKNOWN] = "ce fichier n’est ni un PNG, ni un JPEG, ni un SVG ; l’enregistrer sous "
                          "l’une de ces formes",
        [IMAGE_CUT] =
            "cette image ne dit pas sa taille : le fichier est coupé ; l’enregistrer à nouveau",
        [IMAGE_MALFORMED] = "ce n’est pas un dessin SVG bien formé ; l’enregistrer à nouveau",
        [IMAGE_NO_VIEWBOX] =
            "l’attribut viewBox manque ou n’a pas de taille ; écrire viewBox=\"0 0 960 640\"",
        [IMAGE_LARGE] =
            "image de plus de 16 millions de points ; la réduire, par exemple à 1920 x 1280",
        [IMAGE_NARROW] = "image plus de 8 fois plus longue que large ; la recadrer",
        [IMAGE_POINTS] = "dessin de plus de 100 000 points ; le simplifier",
        [IMAGE_DASHES] = "les tirets d’un trait sont trop petits ; les allonger (stroke-dasharray)",
        [IMAGE_NUMBERS] =
            "une coordonnée ou une épaisseur dépasse 1 000 000 ; redessiner à l’échelle du viewBox",
        [IMAGE_DEEP] = "plus de 100 groupes les uns dans les autres ; les dissocier",
    };
    Image image;
    ImageError error = image_look(bytes, &image);
    if (error)
        report_fault(report, file, image.line, "%s", MENDS[error]);
    picture->width = image.width;
    picture->height = image.height;
}

/* The same decoder under the same limits as on the kiosk. */
static void check_drawn(Report *report, Slice file, Slice bytes, const Picture *picture) {
    static Sheet *sheet;
    if (!sheet && !(sheet = sheet_new()))
        abort();
    Error error;
    PictureSource source = {bytes, picture->width, picture->height};
    PictureWish wish = {.w = DRAWN_SIDE, .h = DRAWN_SIDE, .fit = true};
    if (!sheet_draw(sheet, &source, &wish, &error))
        report_fault(
            report, file, 1,
            "cette image ne peut pas être dessinée (%s) ; la simplifier ou l’enregistrer à nouveau",
            error.text);
    sheet_clear(sheet);
}

static bool ends_with(Slice text, const char *ending) {
    Slice end = slice_from(ending);
    return text.len >= end.len && slice_equal(slice_cut(text, text.len - end.len, text.len), end);
}

static Slice kind_of(Slice data) {
    if (slice_has_prefix(data, LIT("\x89PNG")))
        return LIT("png");
    return slice_has_prefix(data, LIT("\xFF\xD8")) ? LIT("jpeg") : LIT("svg");
}

bool picture_check(Report *report, Slice file, Slice bytes, Picture *picture) {
    int before = report->count;
    picture->kind = kind_of(bytes);
    if (!bytes.len)
        report_fault(report, file, 1, "ce fichier est vide");
    else if (ends_with(file, ".svg"))
        check_svg(report, file, bytes);
    if (report->count == before)
        check_image(report, file, bytes, picture);
    if (report->count == before)
        check_drawn(report, file, bytes, picture);
    return report->count == before;
}
