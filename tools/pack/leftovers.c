#include "tools/pack/leftovers.h"

#include "content/record.h"
#include "tools/sources/endings.h"
#include "tools/sources/source.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct Looking {
    Report *report;
    Arena *arena;
    Slice folder;
    const Pack *pack;
    bool *shown; /* of each picture: something names it */
    bool marked; /* something is marked as an example */
} Looking;

#define WARN(l, file, ...)                                                                         \
    report_warn((l)->report, source_path((l)->arena, (l)->folder, (file)), 1, 0, __VA_ARGS__)

/* ---- what is seen there ---------------------------------------------------------------------- */

static void see_picture(Looking *l, const Field *field, const char *at) {
    int picture = *(const int *)(const void *)at;
    if (field->of == RECORD_picture && picture >= 0 && picture < l->pack->picture_count)
        l->shown[picture] = true;
}

static void see(Looking *l, const Field *field, const char *at) {
    if (field->kind == FIELD_REF)
        see_picture(l, field, at);
    else if (field->kind == FIELD_FLAG && strcmp(field->column, "illustrative") == 0)
        l->marked |= *(const bool *)(const void *)at;
}

/* ---- each record ----------------------------------------------------------------------------- */

static void each_field(Looking *l, const Record *record, const char *at) {
    for (int f = 0; f < record->field_count; f++)
        if (record->field[f].column)
            see(l, &record->field[f], at + record->field[f].offset);
}

static void each_child(Looking *l, const Record *record, const char *at) {
    for (int word = 0; word < (record->by ? record->words : 1); word++) {
        int count = ((const int *)(const void *)(at + record->list_count))[word];
        const char *first = ((char *const *)(const void *)(at + record->list))[word];
        for (int i = 0; i < count; i++)
            each_field(l, record, first + (size_t)i * record->size);
    }
}

static void each_record(Looking *l, RecordId of) {
    const Record *record = record_of(of);
    for (int i = 0; i < record_count(record, l->pack); i++) {
        const char *at = record_at(record, l->pack, i);
        each_field(l, record, at);
        for (int child = 0; child < RECORD_COUNT; child++)
            if (record_of((RecordId)child)->owner == of)
                each_child(l, record_of((RecordId)child), at);
    }
}

static void see_topics(Looking *l) {
    for (int t = 0; t < l->pack->topic_count; t++)
        for (int lang = 0; lang < l->pack->lang.written; lang++)
            for (int b = 0; b < l->pack->topic[t].block_count[lang]; b++)
                l->marked |= l->pack->topic[t].block[lang][b].illustrative;
}

/* ---- what is left ---------------------------------------------------------------------------- */

/* The file that it was made of. */
static const char *picture_file(Looking *l, const Picture *picture) {
    Slice name = LIT("");
    for (int i = 0; ENDINGS_OF_PICTURES[i]; i++) {
        name = arena_printf(l->arena, "pictures/" SLICE_FMT "%s", SLICE_ARG(picture->id),
                            ENDINGS_OF_PICTURES[i]);
        if (access(source_path(l->arena, l->folder, name.at).at, F_OK) == 0)
            break;
    }
    return name.at;
}

static void warn_of_pictures(Looking *l) {
    for (int i = 0; i < l->pack->picture_count; i++) {
        const Picture *picture = &l->pack->picture[i];
        if (!l->shown[i] && slice_find(picture->id, LIT("/")) < 0)
            WARN(l, picture_file(l, picture),
                 "aucune fiche ne montre cette image ; la nommer (picture:), ou l’effacer");
    }
}

/* The place of a picture is three wide and two high: one that stands is small in it. */
static void warn_of_standing(Looking *l) {
    for (int i = 0; i < l->pack->picture_count; i++) {
        const Picture *picture = &l->pack->picture[i];
        if (l->shown[i] && !slice_is(picture->kind, "svg") && picture->height > picture->width)
            WARN(l, picture_file(l, picture),
                 "image debout (%d x %d), la place en a une couchée ; la recadrer, trois de large "
                 "pour deux de haut",
                 picture->width, picture->height);
    }
}

static bool has_room(const Plan *plan, int trade) {
    for (int i = 0; i < plan->link_count; i++)
        if (plan->link[i].trade == trade)
            return true;
    return false;
}

/* A plan without any link is one that says nothing of trades. */
static void warn_of_trades(Looking *l) {
    const Plan *plan = &l->pack->plan;
    for (int t = 0; t < l->pack->trade_count && plan->link_count; t++)
        if (!has_room(plan, t))
            WARN(
                l,
                arena_printf(l->arena, "trades/" SLICE_FMT ".yaml", SLICE_ARG(l->pack->trade[t].id))
                    .at,
                "aucun lieu du plan ne mène à ce métier ; l’ajouter à une salle de plan.osm "
                "(kiosk:trades)");
}

/* Facts have a source, or are marked as examples: a campus has one or the other. */
static void warn_of_sources(Looking *l) {
    Slice own = source_path(l->arena, l->folder, "SOURCES.md"),
          beside = source_path(l->arena, l->folder, "../SOURCES.md");
    if (!l->marked && access(own.at, F_OK) != 0 && access(beside.at, F_OK) != 0)
        WARN(l, "campus.yaml",
             "rien n’est marqué comme exemple (illustrative: true) et SOURCES.md manque ; y écrire "
             "d’où viennent les faits");
}

void leftovers_warn(Report *report, Arena *arena, Slice folder, const Pack *pack) {
    Looking l = {.report = report, .arena = arena, .folder = folder, .pack = pack};
    l.shown = arena_array(arena, bool, pack->picture_count + 1);
    if (report->broken_count)
        return;
    for (int id = 0; id < RECORD_COUNT; id++)
        if (record_of((RecordId)id)->owner == RECORD_COUNT)
            each_record(&l, (RecordId)id);
    see_topics(&l);
    warn_of_pictures(&l);
    warn_of_standing(&l);
    warn_of_trades(&l);
    warn_of_sources(&l);
}
