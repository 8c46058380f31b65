#include "audit.h"

#include "quiz/indices.h"
#include "study.h"

#include <math.h>
#include <stdio.h>

#define SEED 20261124
#define TOP_THREE_MOST 0.40
#define ENTROPY_LEAST_SHARE 0.87 /* of what it would be if every trade were as frequent: 4 bits of 4.58 for 24 trades */
#define LONGER 1.4

static bool say(bool good, const char *mend) {
    if (!good)
        printf("  À REVOIR : %s\n", mend);
    return good;
}

/* ---- trades --------------------------------------------------------------------------------------------------------------------------- */

static bool print_trades(const Pack *pack, const Study *s) {
    bool good = true;
    printf("Métiers : part des premières places, part des résultats où le métier apparaît\n");
    for (int t = 0; t < pack->trade_count; t++) {
        const Trade *trade = &pack->trade[t];
        printf("  %5.1f %%  %5.1f %%  " SLICE_FMT "\n", 100.0 * s->first[t] / s->pupils, 100.0 * s->shown[t] / s->pupils,
               SLICE_ARG(trade->short_name.in[LANG_FR]));
        if (!s->first[t])
            good = say(false, "personne n’obtient ce métier en premier ; lui donner des facettes qui le distinguent");
    }
    double even = log2(pack->trade_count);
    printf("  les trois plus fréquents : %.1f %% (40 au plus) ; entropie %.2f bits sur %.2f\n", 100 * s->top_three, s->entropy, even);
    good &= say(s->top_three <= TOP_THREE_MOST, "trois métiers prennent trop de place ; rapprocher leurs facettes de celles des autres");
    return good & say(s->entropy >= ENTROPY_LEAST_SHARE * even, "les métiers sont trop inégalement proposés");
}

/* ---- questions ------------------------------------------------------------------------------------------------------------------------ */

static bool print_items(const Pack *pack, const Study *s) {
    int never = 0, most = 0;
    for (int i = 0; i < pack->item_count; i++) {
        never += !s->asked[i];
        most = s->asked[i] > s->asked[most] ? i : most;
    }
    printf("Questions : %.1f en moyenne, de %d à %d\n", s->length, s->shortest, s->longest);
    printf("  la plus posée : " SLICE_FMT " (%.0f %% des élèves)\n", SLICE_ARG(pack->item[most].id), 100.0 * s->asked[most] / s->pupils);
    printf("  jamais posées : %d\n", never);
    for (int i = 0; i < pack->item_count; i++)
        if (!s->asked[i])
            printf("    " SLICE_FMT "\n", SLICE_ARG(pack->item[i].id));
    return say(!never, "ces questions mesurent moins bien que leurs voisines ; les récrire ou les effacer");
}

/* ---- worth ------------------------------------------------------------------------------------------------------------------------------ */

static void print_worth(const QuizBank *bank, const Study *adaptive) {
    Study fixed;
    int longer = (int)(LONGER * adaptive->length + 0.5);
    study_quiz(bank, adaptive->pupils, SEED, longer, &fixed);
    printf("Justesse : %.1f %% des cinq métiers vraiment les plus proches sont trouvés en %.1f questions choisies,\n", 100 * adaptive->hits,
           adaptive->length);
    printf("  %.1f %% en %d questions dans un ordre fixe\n", 100 * fixed.hits, longer);
}

static void print_scatter(const QuizBank *bank, int pupils) {
    Roc roc[ROC_POINTS];
    double all = study_scatter(bank, pupils, SEED, roc);
    printf("Réponses au hasard (dispersion W), aire sous la courbe %.3f\n", all);
    for (int i = 0; i < ROC_POINTS; i++)
        printf("  seuil %.2f : %4.1f %% des élèves sincères signalés, %4.1f %% des réponses au hasard\n", roc[i].threshold,
               100 * roc[i].honest, 100 * roc[i].careless);
}

static void print_hexagon(const QuizBank *bank) {
    HexagonTest test = indices_hexagon(&bank->prior);
    printf("Hexagone de Holland : %d ordres sur 72 respectés, %d contredits, indice %.3f, p = %d/720\n", test.met, test.violated,
           test.index, test.as_good);
}

bool audit_print(const Pack *pack, const QuizBank *bank, int pupils) {
    Study study;
    study_quiz(bank, pupils, SEED, 0, &study);
    printf(SLICE_FMT " : %d questions, %d métiers, %d élèves imaginés\n\n", SLICE_ARG(pack->campus.name.in[LANG_FR]), pack->item_count,
           pack->trade_count, pupils);
    bool good = print_trades(pack, &study);
    good &= print_items(pack, &study);
    print_worth(bank, &study);
    print_scatter(bank, pupils);
    print_hexagon(bank);
    return good;
}
