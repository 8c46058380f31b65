#include "tools/pack/path_checks.h"

#include "base/message.h"

enum { QUESTIONS_MOST = 3, CARDS_LEAST = 2 };

static void error(const RecordDraft *d, const YamlNode *map, const char *sentence) {
    report_fault(d->schema.report, d->schema.file, map->line, "%s", message(sentence));
}

/* One of the two, never both. */
static void check_end(const RecordDraft *d, const YamlNode *map, int next, const Indices *cards) {
    bool asked = yaml_get(map, "next"), told = yaml_get(map, "cards");
    if (asked == told)
        error(d, map,
              asked ? MESSAGE("next et cards à la fois ; garder l’un des deux")
                    : MESSAGE("cela ne mène nulle part ; ajouter next ou cards"));
    else if (next < 0 && told && cards->count < CARDS_LEAST)
        error(d, map, "deux ou trois fiches sont attendues (cards:)");
}

static void check_question(const RecordDraft *d, const PathQuestion *question) {
    const YamlNode *answers = yaml_get(d->map, "answers"), *map = answers ? answers->first : NULL;
    check_end(d, d->map, question->next, &question->cards);
    for (int i = 0; i < question->answer_count && map; i++, map = map->next)
        check_end(d, map, question->answer[i].next, &question->answer[i].cards);
}

/* How many questions the longest way from here has; one more than allowed stands for any more, and
   so for a circle. */
static int longest(const Pack *pack, int at, int before) {
    if (at < 0 || before > QUESTIONS_MOST)
        return before;
    const PathQuestion *question = &pack->path_question[at];
    int most = longest(pack, question->next, before + 1);
    for (int i = 0; i < question->answer_count; i++) {
        int way = longest(pack, question->answer[i].next, before + 1);
        most = way > most ? way : most;
    }
    return most;
}

static bool leads_to(const PathQuestion *question, int wanted) {
    bool leads = question->next == wanted;
    for (int i = 0; i < question->answer_count; i++)
        leads |= question->answer[i].next == wanted;
    return leads;
}

static bool is_asked(const Pack *pack, int wanted) {
    bool asked = wanted == 0;
    for (int i = 0; i < pack->path_question_count; i++)
        asked |= i != wanted && leads_to(&pack->path_question[i], wanted);
    return asked;
}

static void check_card(const RecordDraft *d, const PathCard *card) {
    const YamlNode *law = yaml_get(d->map, "law");
    if (law && !card->source.len)
        error(d, law, "un article de loi a une source (source:), où on peut le lire");
}

void path_checks(const Pack *pack, const RecordDrafts *drafts) {
    const RecordDraft *question = drafts[RECORD_path_question].draft;
    for (int i = 0; i < pack->path_question_count; i++) {
        check_question(&question[i], &pack->path_question[i]);
        if (!is_asked(pack, i))
            error(&question[i], question[i].map, "aucune réponse ne mène à cette question");
    }
    if (pack->path_question_count && longest(pack, 0, 0) > QUESTIONS_MOST)
        error(&question[0], question[0].map,
              "plus de trois questions à la suite, ou un cercle ; en effacer une");
    for (int i = 0; i < pack->path_card_count; i++)
        check_card(&drafts[RECORD_path_card].draft[i], &pack->path_card[i]);
    if (pack->back_to_school_count && !pack->path_question_count)
        error(&drafts[RECORD_back_to_school].draft[0], drafts[RECORD_back_to_school].draft[0].map,
              "aucune question (questions:)");
}
