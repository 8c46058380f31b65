#include "tools/pack/picture.h"

#include "content/image.h"
#include "platform/paint/easel.h"
#include "tools/media/drawing.h"
#include "tools/media/photo.h"

#include <stdlib.h>
#include <string.h>

#define DRAWN_SIDE 960 /* about as large as a page shows it */

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

static bool look_anew(Report *report, Arena *arena, Slice file, Picture *picture) {
    int before = report->faults;
    if (!picture->data.len)
        report_fault(report, file, 1, "ce fichier est vide");
    else if (ends_with(file, ".svg"))
        drawing_tell(report, arena, file, picture->data, &picture->data);
    else
        photo_tell(report, arena, file, picture->data, &picture->data);
    picture->kind = kind_of(picture->data);
    if (report->faults == before)
        check_image(report, file, picture->data, picture);
    if (report->faults == before)
        check_drawn(report, file, picture->data, picture);
    return report->faults == before;
}

/* ---- what is known of a picture, as bytes ---------------------------------------------------- */

static Slice pack_known(Arena *arena, const Picture *picture) {
    int32_t size[2] = {picture->width, picture->height};
    char *bytes = arena_alloc(arena, sizeof size + (size_t)picture->data.len);
    memcpy(bytes, size, sizeof size);
    memcpy(bytes + sizeof size, picture->data.at, (size_t)picture->data.len);
    return (Slice){bytes, (int)sizeof size + picture->data.len};
}

static void unpack_known(Slice bytes, Picture *picture) {
    int32_t size[2];
    memcpy(size, bytes.at, sizeof size);
    picture->width = size[0];
    picture->height = size[1];
    picture->data = slice_cut(bytes, sizeof size, bytes.len);
    picture->kind = kind_of(picture->data);
}

/* A fault is never kept: a machine that was too slow to draw a picture may have been busy. */
bool picture_look(Verdicts *verdicts, Meter *meter, Report *report, Arena *arena, Slice file,
                  Picture *picture) {
    unsigned char key[VERDICT_KEY];
    Report own = {0};
    Slice found;
    verdict_key(ends_with(file, ".svg") ? "drawing" : "photo", picture->data.at,
                (size_t)picture->data.len, key);
    bool good = verdict_recall(verdicts, key, report, arena, file, &found);
    if (!good)
        meter_show(meter, file, METER_NO_PART);
    if (good) {
        unpack_known(found, picture);
    } else if ((good = look_anew(&own, arena, file, picture))) {
        verdict_keep(verdicts, key, &own, pack_known(arena, picture));
    }
    verdict_say(report, file, &own);
    report_free(&own);
    return good;
}
