/* azimut-quiz: puts answers from outside through the kiosk's own quiz, and judges the quiz of a pack. */
#include "app/bank.h"
#include "audit.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

#define PUPILS 2000
#define PUPILS_MAX 1000000

static int usage(void) {
    fputs("usage: azimut-quiz run PACK --answers FILE.csv [--fixed N]\n"
          "       azimut-quiz audit PACK [--pupils N]\n",
          stderr);
    return 2;
}

static int fail(const char *what) {
    fprintf(stderr, "azimut-quiz: %s\n", what);
    return EXIT_FAILURE;
}

static bool number(const char *text, int least, int most, int *value) {
    char *end;
    long n = strtol(text, &end, 10);
    *value = (int)n;
    return *text && !*end && n >= least && n <= most;
}

static bool load(const char *path, Arena *arena, Pack *pack, QuizBank *bank, Fault *fault) {
    if (!pack_load(path, arena, pack, fault))
        return false;
    if (!pack->item_count)
        return fault_set(fault, "%s: a pack without questions", path);
    return bank_from(pack, bank, fault);
}

static int run(const char *path, const char *answers_path, int fixed) {
    static Pack pack;
    static QuizBank bank;
    Arena arena = {0};
    Answers answers;
    Fault fault;
    if (!load(path, &arena, &pack, &bank, &fault) || !answers_read(answers_path, &pack, &arena, &answers, &fault))
        return fail(fault.text);
    bool good = run_all(&answers, &pack, &bank, fixed, stdout);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : fail("the output cannot be written");
}

static int audit(const char *path, int pupils) {
    static Pack pack;
    static QuizBank bank;
    Arena arena = {0};
    Fault fault;
    if (!load(path, &arena, &pack, &bank, &fault))
        return fail(fault.text);
    bool good = audit_print(&pack, &bank, pupils);
    arena_free(&arena);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv) {
    int count = 0;
    if (argc >= 5 && strcmp(argv[1], "run") == 0 && strcmp(argv[3], "--answers") == 0) {
        if (argc == 5 || (argc == 7 && strcmp(argv[5], "--fixed") == 0 && number(argv[6], 1, QUIZ_ITEMS_MAX, &count)))
            return run(argv[2], argv[4], count);
    } else if (argc >= 3 && strcmp(argv[1], "audit") == 0) {
        count = PUPILS;
        if (argc == 3 || (argc == 5 && strcmp(argv[3], "--pupils") == 0 && number(argv[4], 100, PUPILS_MAX, &count)))
            return audit(argv[2], count);
    }
    return usage();
}
