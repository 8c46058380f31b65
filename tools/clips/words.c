/* The words of a line, one by one. */
#include "tools/clips/words.h"

#include <string.h>

bool words_left(const StageWords *words) {
    return words->at < words->line->count;
}

const char *words_next(StageWords *words) {
    if (!words_left(words))
        board_fault(words->board, words->line,
                    "il manque quelque chose après « %s » ; voir content/README.md",
                    words->line->word[words->line->count - 1]);
    return words->line->word[words->at++];
}

double words_number(StageWords *words) {
    const char *text = words_next(words), *error;
    double value = sum(text, words->names, &error);
    if (error)
        board_fault(words->board, words->line,
                    "« %s » n’est pas un calcul ; regarder à partir de « %s »", text, error);
    return value;
}

StagePoint words_point(StageWords *words) {
    double x = words_number(words);
    return (StagePoint){x, words_number(words)};
}

bool words_take(StageWords *words, const char *word) {
    if (!words_left(words) || strcmp(words->line->word[words->at], word) != 0)
        return false;
    words->at++;
    return true;
}

void words_unknown(const StageWords *words) {
    board_fault(words->board, words->line, "« %s » n’est pas connu ici ; voir content/README.md",
                words_left(words) ? words->line->word[words->at] : words->line->word[0]);
}
