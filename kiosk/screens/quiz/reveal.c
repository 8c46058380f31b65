#include "screens/quiz/reveal.h"

#include "ui/theme.h"

#define FIRST_AT 600 /* the nearest waits until the title was read, and opens more slowly */
#define FIRST_MS 400
#define OTHERS_AT 1340
#define OTHERS_APART 180
#define OTHERS_MS 320
#define BARS_AT 800
#define BAR_MS 100

static Millis begins(int card) {
    return card ? OTHERS_AT + (Millis)(card - 1) * OTHERS_APART : FIRST_AT;
}

/* Quick at first, then slower: 1 - (1 - t)^3, in thousandths. */
static int eased(Millis passed, Millis lasts) {
    if (passed <= 0)
        return 0;
    if (passed >= lasts)
        return REVEAL_OPEN;
    double left = 1 - (double)passed / (double)lasts;
    return (int)(REVEAL_OPEN * (1 - left * left * left));
}

int reveal_back(Millis age, int card) {
    if (age >= REVEAL_MS)
        return REVEAL_OPEN;
    return eased(age - begins(card), card ? OTHERS_MS : FIRST_MS);
}

int reveal_bars(Millis age, int lit) {
    Millis shown = age < BARS_AT ? 0 : 1 + (age - BARS_AT) / BAR_MS;
    return age >= REVEAL_MS || shown > lit ? lit : (int)shown;
}

/* From one picture to the next while something moves; else until something does. */
Millis reveal_again(Millis age) {
    if (age >= REVEAL_MS)
        return 0;
    if (age < FIRST_AT)
        return FIRST_AT - age;
    bool still = age >= FIRST_AT + FIRST_MS && age < OTHERS_AT;
    if (!still)
        return MOTION_FRAME_MS;
    Millis next_bar = BAR_MS - (age - BARS_AT) % BAR_MS, next_card = OTHERS_AT - age;
    return next_bar < next_card ? next_bar : next_card;
}
