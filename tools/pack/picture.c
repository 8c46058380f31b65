#include "tools/pack/picture.h"

#include "base/message.h"
#include "content/image.h"
#include "platform/paint/easel.h"
#include "tools/media/drawing.h"
#include "tools/media/photo.h"
#include "tools/pack/stamp.h"
#include "tools/sources/source.h"

#include <stdlib.h>
#include <string.h>

#define DRAWN_SIDE 960 /* about as large as a page shows it */

/* The kiosk's own look at it, with the mend. */
static void check_image(Report *report, Slice file, Slice bytes, Picture *picture) {
    static const char *const MENDS[IMAGE_ERROR_COUNT] = {
        [IMAGE_UNKNOWN] =
            MESSAGE("ce fichier n’est ni un PNG, ni un JPEG, ni un SVG ; l’enregistrer sous "
                    "l’une de ces formes"),
        [IMAGE_CUT] = MESSAGE(
            "cette image ne dit pas sa taille : le fichier est coupé ; l’enregistrer à nouveau"),
        [IMAGE_MALFORMED] =
            MESSAGE("ce n’est pas un dessin SVG bien formé ; l’enregistrer à nouveau"),
        [IMAGE_NO_VIEWBOX] = MESSAGE(
            "l’attribut viewBox manque ou n’a pas de taille ; écrire viewBox=\"0 0 960 640\""),
        [IMAGE_LARGE] = MESSAGE(
            "image de plus de 16 millions de points ; la réduire, par exemple à 1920 x 1280"),
        [IMAGE_NARROW] = MESSAGE("image plus de 8 fois plus longue que large ; la recadrer"),
        [IMAGE_POINTS] = MESSAGE("dessin de plus de 100 000 points ; le simplifier"),
        [IMAGE_DASHES] =
            MESSAGE("les tirets d’un trait sont trop petits ; les allonger (stroke-dasharray)"),
        [IMAGE_NUMBERS] = MESSAGE("une coordonnée ou une épaisseur dépasse 1 000 000 ; redessiner "
                                  "à l’échelle du viewBox"),
        [IMAGE_DEEP] = MESSAGE("plus de 100 groupes les uns dans les autres ; les dissocier"),
    };
    Image image;
    ImageError error = image_look(bytes, &image);
    if (error)
        report_fault(report, file, image.line, "%s", message(MENDS[error]));
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
static bool look(Verdicts *verdicts, MeterLine *meter, Report *report, Arena *arena, Slice file,
                 const unsigned char *key, Picture *picture) {
    Report own = {0};
    Slice found;
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

static void key_of_bytes(Slice file, Slice bytes, unsigned char *key) {
    verdict_key(ends_with(file, ".svg") ? "drawing" : "photo", bytes.at, (size_t)bytes.len, key);
}

bool picture_look(Report *report, Arena *arena, Slice file, Picture *picture) {
    unsigned char key[VERDICT_KEY];
    key_of_bytes(file, picture->data, key);
    return look(NULL, NULL, report, arena, file, key, picture);
}

/* ---- a file that is as it was ---------------------------------------------------------------- */

/* Its stamp leads to the key of its bytes, under which the rest is known: they need not be read. */
static bool recall_by_stamp(Verdicts *verdicts, Report *report, Arena *arena, Slice file,
                            const unsigned char *by_stamp, Picture *picture) {
    Slice key, found;
    bool known =
        !report_knows(report, file) &&
        verdict_recall(verdicts, by_stamp, report, arena, file, &key) && key.len == VERDICT_KEY &&
        verdict_recall(verdicts, (const unsigned char *)key.at, report, arena, file, &found);
    if (known)
        unpack_known(found, picture);
    return known;
}

static void keep_stamp(Verdicts *verdicts, const unsigned char *by_stamp, const FileStamp *stamp,
                       Slice file, const unsigned char *key) {
    struct stat after;
    Report none = {0};
    if (stat(file.at, &after) == 0 && stamp_is(stamp, &after) && stamp_is_settled(stamp))
        verdict_keep(verdicts, by_stamp, &none, (Slice){(const char *)key, VERDICT_KEY});
}

bool picture_read(Verdicts *verdicts, MeterLine *meter, Report *report, Arena *arena, Slice file,
                  Picture *picture) {
    unsigned char by_stamp[VERDICT_KEY], key[VERDICT_KEY];
    struct stat info = {0};
    stat(file.at, &info);
    FileStamp stamp = stamp_of(&info);
    verdict_key(ends_with(file, ".svg") ? "drawing with stamp" : "photo with stamp", &stamp,
                sizeof stamp, by_stamp);
    if (S_ISREG(info.st_mode) && recall_by_stamp(verdicts, report, arena, file, by_stamp, picture))
        return true;
    if (!source_read(report, arena, file, PHOTO_BYTES_MAX, false, &picture->data))
        return false;
    key_of_bytes(file, picture->data, key);
    bool good = look(verdicts, meter, report, arena, file, key, picture);
    if (good)
        keep_stamp(verdicts, by_stamp, &stamp, file, key);
    return good;
}
