/* The audit of a pack's quiz. */
#include "tools/quiz/audit.h"

#include "base/message.h"
#include "quiz/flags.h"
#include "quiz/indices.h"
#include "quiz/result.h"
#include "tools/quiz/study.h"

#include <math.h>
#include <stdio.h>

#define SEED 20261124
/* 40 % of the first places for three trades of 24; what fewer trades allow in proportion */
#define UNEVEN_MOST 0.32
/* of what it would be if every trade were as frequent: 4 bits of 4.58 for 24 trades */
#define ENTROPY_LEAST 0.87
#define LEARNT_FROM 1000
#define AGAIN 300 /* pupils */

/* What one set of real-looking items is worth is luck, so there are some; and the bank of each kind
   of pupils. */
enum { SETS = 4 };

typedef struct Party {
    Crowd crowd[SETS];
    QuizBank bank[SETS];
} Party;

static void study_party(const Party *party, int pupils, RunLength length, Study *mean) {
    static Study one[SETS];
    for (int s = 0; s < SETS; s++)
        study_quiz(&party->crowd[s], &party->bank[s], pupils / SETS, length, &one[s]);
    study_average(one, SETS, mean);
}

static void gather(const QuizBank *bank, CrowdKind kind, Party *party) {
    for (int s = 0; s < SETS; s++) {
        crowd_gather(&party->crowd[s], bank, kind, (uint64_t)(SEED + s));
        party->bank[s] = *bank;
    }
}

static bool say(bool good, const char *mend) {
    if (!good)
        printf(message("  À REVOIR : %s\n"), mend);
    return good;
}

/* ---- trades ---------------------------------------------------------------------------------- */

/* The share of three trades at which a campus of so many is as uneven as one of 24 with 40 %. */
static double most_for_three(int trades) {
    double even = trades > 3 ? 3.0 / trades : 1;
    return even + UNEVEN_MOST * (1 - even);
}

static bool judge_fairness(const Study *s, int trades) {
    double even = log2(trades);
    printf(
        message(
            "  les trois plus fréquents : %.1f %% (%.0f au plus) ; entropie %.2f bits sur %.2f\n"),
        100 * s->top_three, 100 * most_for_three(trades), s->entropy, even);
    bool good = say(study_unevenness(s, trades) <= UNEVEN_MOST,
                    message("trois métiers prennent trop de place ; rapprocher leurs facettes de "
                            "celles des autres"));
    return good & say(s->entropy >= ENTROPY_LEAST * even,
                      message("les métiers sont trop inégalement proposés"));
}

static bool print_trades(const Pack *pack, const Study *s) {
    bool good = true;
    printf(
        message("Métiers : part des premières places, part des résultats où le métier apparaît\n"));
    for (int t = 0; t < pack->trade_count; t++) {
        const Trade *trade = &pack->trade[t];
        printf("  %5.1f %%  %5.1f %%  " SLICE_FMT "\n", 100.0 * s->first[t] / s->pupils,
               100.0 * s->shown[t] / s->pupils, SLICE_ARG(trade->short_name.in[LANG_FIRST]));
        if (!s->first[t])
            good = say(false,
                       message("personne n’obtient ce métier en premier ; lui donner des facettes "
                               "qui le distinguent"));
    }
    return good & judge_fairness(s, pack->trade_count);
}

/* ---- questions ------------------------------------------------------------------------------- */

static bool print_items(const Pack *pack, const Study *s) {
    int never = 0, most = 0;
    for (int i = 0; i < pack->item_count; i++) {
        never += !s->asked[i];
        most = s->asked[i] > s->asked[most] ? i : most;
    }
    printf(message("Questions : %.1f en moyenne, de %d à %d ; dont %.1f sur les lettres\n"),
           s->length, s->shortest, s->longest, s->letters_asked);
    printf(message("  la plus posée : " SLICE_FMT " (%.0f %% des élèves)\n"),
           SLICE_ARG(pack->item[most].id), 100.0 * s->asked[most] / s->pupils);
    printf(message("  jamais posées : %d\n"), never);
    for (int i = 0; i < pack->item_count; i++)
        if (!s->asked[i])
            printf("    " SLICE_FMT "\n", SLICE_ARG(pack->item[i].id));
    return say(
        !never,
        message(
            "ces questions mesurent moins bien que leurs voisines ; les récrire ou les effacer"));
}

/* ---- what it is worth ------------------------------------------------------------------------ */

static void print_worth(const Party *party, const Study *s) {
    static Study fixed;
    RunLength same = {(int)(s->length + 0.5), true};
    study_party(party, s->pupils, same, &fixed);
    printf(
        message("  métiers vraiment les plus proches trouvés : %.1f %%, dans un ordre fixe de %d "
                "questions %.1f %%\n"),
        100 * s->hits, same.items, 100 * fixed.hits);
    printf(message("  lettre qui mène parmi d’autres réponses, trouvée : %.1f %%, dans l’ordre "
                   "fixe %.1f %%\n"),
           100 * s->letter_hits, 100 * fixed.letter_hits);
    printf(message("  une des deux lettres en tête repose sur moins de deux réponses : %.1f %%\n"),
           100 * s->thin);
    printf(message("  chance dite de 0,95 : vraie %.2f fois (%ld cas)\n"),
           s->sure ? (double)s->sure_true / (double)s->sure : 0, s->sure);
    printf(message("  « très proche » au moins une fois : %.1f %% ; réponses dites dispersées : "
                   "%.1f %%\n"),
           100 * s->very_near, 100 * s->scattered);
    printf(message("  mêmes métiers après « refaire avec d’autres questions » : %.0f %%\n"),
           100 * study_again(&party->crowd[0], &party->bank[0], AGAIN));
}

static bool print_claims(const Study *s) {
    static const char *const NAMES[RESULT_KIND_COUNT] = {
        MESSAGE("cinq métiers"), MESSAGE("beaucoup de choses"), MESSAGE("ailleurs"),
        MESSAGE("rien encore"), MESSAGE("trop peu de réponses")};
    printf(message("  résultats :"));
    for (int kind = 0; kind < RESULT_KIND_COUNT; kind++)
        printf("%s %s %.1f %%", kind ? message(" ;") : "", message(NAMES[kind]),
               100.0 * s->kinds[kind] / s->pupils);
    printf(message("\n  cartes trop flatteuses %d, listes qui remontent %d, lettres du titre peu "
                   "aimées %d\n"),
           s->refused, s->rising, s->belittled);
    return !s->refused && !s->rising && !s->belittled;
}

static bool print_party(const char *name, const Party *party, int pupils) {
    static Study study;
    printf("%s\n", name);
    study_party(party, pupils, (RunLength){0}, &study);
    printf(
        message(
            "  %.1f questions, les trois métiers les plus fréquents %.1f %%, entropie %.2f bits\n"),
        study.length, 100 * study.top_three, study.entropy);
    print_worth(party, &study);
    return print_claims(&study);
}

static void print_careless(const char *name, const QuizBank *bank, int pupils) {
    static Party careless;
    static Study study;
    gather(bank, CROWD_CARELESS, &careless);
    study_party(&careless, pupils, (RunLength){0}, &study);
    printf(message("%s : « très proche » au moins une fois %.1f %%, dites dispersées %.1f %%\n"),
           name, 100 * study.very_near, 100 * study.scattered);
}

static void print_scatter(const Crowd *honest, const QuizBank *bank, int pupils) {
    static Crowd careless;
    Roc roc[ROC_POINTS];
    crowd_gather(&careless, bank, CROWD_CARELESS, SEED + 1);
    double all = study_scatter(honest, &careless, bank, pupils, roc);
    printf(message("Dispersion des réponses, aire sous la courbe %.3f\n"), all);
    for (int i = 0; i < ROC_POINTS; i++)
        printf(
            message(
                "  seuil %5.2f : %4.1f %% des élèves sincères signalés, %4.1f %% des réponses au "
                "hasard\n"),
            roc[i].threshold, 100 * roc[i].honest, 100 * roc[i].careless);
}

static void print_hexagon(const QuizBank *bank) {
    HexagonTest test = indices_hexagon(&bank->prior);
    printf(
        message("Hexagone de Holland : %d ordres sur 72 respectés, %d contredits, indice %.3f, p = "
                "%d/720\n"),
        test.met, test.violated, test.index, test.as_good);
}

static bool learn(Party *party) {
    for (int s = 0; s < SETS; s++) {
        QuizBank bank = party->bank[s];
        if (!study_learnt(&party->crowd[s], &bank, LEARNT_FROM, &party->bank[s]))
            return false;
    }
    return true;
}

static bool print_parties(const QuizBank *bank, int pupils) {
    static Party party;
    gather(bank, CROWD_MODEL, &party);
    bool good = print_party(message("Élèves tels que le questionnaire les attend"), &party, pupils);
    print_scatter(&party.crowd[0], bank, pupils);
    gather(bank, CROWD_REAL, &party);
    good &=
        print_party(message("Élèves dont les questions valent ce que valent de vraies questions"),
                    &party, pupils);
    print_scatter(&party.crowd[0], bank, pupils);
    print_careless(message("Réponses au hasard"), bank, pupils);
    if (!learn(&party))
        return good;
    good &= print_party(
        message("Les mêmes, une fois les nombres appris de mille autres (azimut-quiz fit)"), &party,
        pupils);
    print_careless(message("Réponses au hasard, nombres appris"), &party.bank[0], pupils);
    return good;
}

bool audit_print(const Pack *pack, const QuizBank *bank, int pupils) {
    static Crowd expected;
    static Study study;
    crowd_gather(&expected, bank, CROWD_MODEL, SEED);
    study_quiz(&expected, bank, pupils, (RunLength){0}, &study);
    printf(message(SLICE_FMT " : %d questions, %d métiers, %d élèves imaginés\n\n"),
           SLICE_ARG(pack->campus.name.in[LANG_FIRST]), pack->item_count, pack->trade_count,
           pupils);
    bool good = print_trades(pack, &study);
    good &= print_items(pack, &study);
    good &= print_parties(bank, pupils);
    print_hexagon(bank);
    return good;
}
