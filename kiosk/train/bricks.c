#include "train/bricks.h"

#include "base/civil.h"

/* ---- missing --------------------------------------------------------------------------------- */

static bool is_missing_already(const BrickSum *sum, int module) {
    for (int i = 0; i < sum->missing_count; i++)
        if (sum->missing[i].module == module)
            return true;
    return false;
}

static void add_missing(const Pack *pack, const unsigned char *mark, int before, BrickSum *sum) {
    const Indices *needs = &pack->module[before].needs;
    for (int i = 0; i < needs->count; i++) {
        int module = needs->at[i];
        if (mark[module] == BRICK_FREE && sum->missing_count < BRICKS_MISSING_MAX &&
            !is_missing_already(sum, module))
            sum->missing[sum->missing_count++] = (MissingBrick){module, before};
    }
}

/* What is missing may need others in turn; each is there once, so circles end. */
static void add_all_missing(const Pack *pack, const unsigned char *mark, BrickSum *sum) {
    for (int m = 0; m < pack->module_count; m++)
        if (mark[m] == BRICK_WANT)
            add_missing(pack, mark, m, sum);
    for (int i = 0; i < sum->missing_count; i++)
        add_missing(pack, mark, sum->missing[i].module, sum);
}

/* ---- the next start -------------------------------------------------------------------------- */

/* Nothing of what it needs is still to be learnt. */
static bool is_ready(const unsigned char *mark, const Module *module) {
    for (int i = 0; i < module->needs.count; i++)
        if (mark[module->needs.at[i]] != BRICK_HAVE)
            return false;
    return true;
}

/* Months in which one of those that are wanted, and ready, can start. */
static unsigned starting_months(const Pack *pack, const unsigned char *mark) {
    unsigned months = 0;
    for (int m = 0; m < pack->module_count; m++)
        if (mark[m] == BRICK_WANT && is_ready(mark, &pack->module[m]))
            months |= pack->module[m].months;
    return months;
}

static Millis next_of(unsigned months, Millis now) {
    Civil day = civil_from(now);
    for (int ahead = day.day == 1 ? 0 : 1; ahead <= 12; ahead++) {
        if (months & 1U << (day.month - 1 + ahead) % 12)
            return civil_month(now, ahead);
    }
    return 0;
}

/* ---- the sum --------------------------------------------------------------------------------- */

BrickSum bricks_sum(const Pack *pack, const unsigned char *mark, Millis now) {
    BrickSum sum = {0};
    for (int m = 0; m < pack->module_count; m++)
        if (mark[m] == BRICK_WANT) {
            sum.wanted++;
            sum.hours += pack->module[m].hours;
        }
    sum.weeks = (sum.hours + BRICKS_WEEK_HOURS - 1) / BRICKS_WEEK_HOURS;
    sum.starts = next_of(starting_months(pack, mark), now);
    add_all_missing(pack, mark, &sum);
    return sum;
}
