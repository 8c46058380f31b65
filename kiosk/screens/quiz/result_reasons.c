/* What a card says in the visitor's own answers: no two cards say the same, and the two reasons of
   the large one name different things. */
#include "screens/quiz/result_sides.h"

#include "search/fold.h"

#define WORD_LEAST 5 /* shorter ones join others, and say nothing by themselves */

static Slice folded(Slice text, char *out) {
    return (Slice){out, fold(text, out, FOLD_BYTES)};
}

static bool has_stem(Slice words, Slice stem) {
    for (Slice word; fold_next(&words, &word);)
        if (slice_equal(fold_stem(word), stem))
            return true;
    return false;
}

/* A word that both have: "une pièce" here and "la pièce" there. */
static bool share_a_word(Slice a, Slice b) {
    char one[FOLD_BYTES], other[FOLD_BYTES];
    Slice rest = folded(a, one), words = folded(b, other);
    for (Slice word; fold_next(&rest, &word);)
        if (word.len >= WORD_LEAST && has_stem(words, fold_stem(word)))
            return true;
    return false;
}

static bool is_said(const QuizResult *r, int position) {
    for (int i = 0; i < r->suggestion_count; i++)
        if (r->suggestion[i].said == position)
            return true;
    return false;
}

int result_second_reason(ResultView v) {
    const Suggestion *s = &v.r->suggestion[0];
    for (int i = 1; i < RESULT_REASONS && s->because[i] >= 0; i++) {
        bool said = is_said(v.r, s->because[i]);
        if (!said && !share_a_word(result_quoted(v, s->said), result_quoted(v, s->because[i])))
            return s->because[i];
    }
    return -1;
}

Slice result_reason(ResultView v, int index) {
    const Suggestion *s = &v.r->suggestion[index];
    return s->said >= 0 ? result_quoted(v, s->said)
                        : tr_text(v.page, v.k->pack->trade[s->trade].line);
}
