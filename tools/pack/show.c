#include "tools/pack/show.h"

#include "base/message.h"
#include "content/pack.h"

#include <stdio.h>

void show_plan_counts(const Plan *plan) {
    int places = 0;
    for (int i = 0; i < plan->space_count; i++)
        places += plan->space[i].place;
    if (plan->space_count)
        printf(
            message("plan : %d niveaux, %d espaces dont %d où l’on peut être guidé, %d bornes, %d "
                    "tronçons\n"),
            plan->level_count, plan->space_count, places, plan->kiosk_count, plan->edge_count);
}

void show_counts(const Pack *pack) {
    printf(message("%d familles, %d métiers, %d images, %d questions, %d thèmes, %d graphiques, %d "
                   "vidéos\n"),
           pack->family_count, pack->trade_count, pack->picture_count, pack->item_count,
           pack->topic_count, pack->chart_count, pack->clip_count);
    printf(
        message(
            "%d certifications, %d formations, %d modules, %d bureaux, %d stages, %d machines, %d "
            "événements, %d mots expliqués\n"),
        pack->certification_count, pack->course_count, pack->module_count, pack->desk_count,
        pack->internship_count, pack->lab_machine_count, pack->campus_event_count,
        pack->glossary_count);
    show_plan_counts(&pack->plan);
}

static void show_trades(const Pack *pack) {
    for (int f = 0; f < pack->family_count; f++) {
        const Family *family = &pack->family[f];
        printf("  " SLICE_FMT " (%d)\n", SLICE_ARG(family->name.in[LANG_FIRST]),
               family->trade_count);
        for (int t = family->first_trade; t < family->first_trade + family->trade_count; t++)
            printf("    " SLICE_FMT "  " SLICE_FMT "\n", SLICE_ARG(pack->trade[t].rome),
                   SLICE_ARG(pack->trade[t].name.in[LANG_FIRST]));
    }
}

static void show_clips(const Pack *pack) {
    for (int c = 0; c < pack->clip_count; c++) {
        const Clip *clip = &pack->clip[c];
        printf(message("  vidéo : " SLICE_FMT " (%.0f s, %dx%d, " SLICE_FMT ", %.1f Mo)\n"),
               SLICE_ARG(clip->title.in[LANG_FIRST]), (double)clip->duration / 1000, clip->width,
               clip->height, SLICE_ARG(clip->codec), (double)clip->bytes / 1e6);
    }
    for (int c = pack->clip_count; c < pack->film_count; c++)
        printf(message("  langue des signes : " SLICE_FMT " (%.1f Mo)\n"),
               SLICE_ARG(pack->clip[c].title.in[LANG_FIRST]), (double)pack->clip[c].bytes / 1e6);
}

static void show_recordings(const Pack *pack) {
    for (int i = 0; i < pack->recording_count; i++)
        printf(message("  phrase enregistrée (" SLICE_FMT ") : " SLICE_FMT "\n"),
               SLICE_ARG(pack->recording[i].lang), SLICE_ARG(pack->recording[i].says));
}

static void show_languages(const LangList *list) {
    printf(message("langues :"));
    for (int lang = 0; lang < list->count; lang++)
        printf("%s %s (%s)", lang ? "," : "", list->code[lang], list->name[lang]);
    printf("\n");
}

void show_pack(const Pack *pack, double megabytes) {
    printf(message(SLICE_FMT " (" SLICE_FMT "), version %d du " SLICE_FMT ", %.1f Mo\n"),
           SLICE_ARG(pack->campus.name.in[LANG_FIRST]), SLICE_ARG(pack->campus.id),
           pack->campus.version, SLICE_ARG(pack->campus.dated), megabytes);
    show_languages(&pack->lang);
    show_counts(pack);
    show_trades(pack);
    for (int t = 0; t < pack->topic_count; t++)
        printf(message("  thème : " SLICE_FMT "\n"),
               SLICE_ARG(pack->topic[t].title.in[LANG_FIRST]));
    show_clips(pack);
    show_recordings(pack);
}
