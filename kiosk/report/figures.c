/* Adds up months of the figures. Knows no file. */
#include "report/figures_parts.h"

#include <string.h>

ReportBlock *block_of(const Figures *figures, int kiosk, int table, int month) {
    return &figures->block[((size_t)kiosk * SUM_TABLES + (size_t)table) * (size_t)figures->months +
                           (size_t)month];
}

Count count_sum(Count a, Count b) {
    return (Count){a.n + b.n, a.variance + b.variance, a.tail + b.tail};
}

/* Of so many released rows. */
static Count count_of(const Figures *figures, int table, int64_t n, int64_t rows) {
    return (Count){n, (double)rows * figures->noise[table], (double)rows * figures->tail[table]};
}

static Range within(const Figures *figures, Range range) {
    range.from = range.from < 0 ? 0 : range.from;
    range.to = range.to > figures->months ? figures->months : range.to;
    return range;
}

void figures_cells(const Figures *figures, int table, Range range, Count *cell) {
    int count = figures->table[table].count;
    range = within(figures, range);
    for (int i = 0; i < count; i++) {
        int64_t n = 0, rows = 0;
        for (int month = range.from; month < range.to; month++) {
            const ReportBlock *block = block_of(figures, range.kiosk, table, month);
            n += i < block->count ? block->cell[i].n : 0;
            rows += i < block->count ? block->cell[i].rows : 0;
        }
        cell[i] = count_of(figures, table, n, rows);
    }
}

Count figures_cell(const Figures *figures, int table, Range range, int key) {
    int64_t n = 0, rows = 0;
    range = within(figures, range);
    for (int month = range.from; month < range.to && key >= 0; month++) {
        const ReportBlock *block = block_of(figures, range.kiosk, table, month);
        n += key < block->count ? block->cell[key].n : 0;
        rows += key < block->count ? block->cell[key].rows : 0;
    }
    return count_of(figures, table, n, rows);
}

int figures_key(const Figures *figures, int table, Slice key) {
    const KeyTable *keys = &figures->table[table];
    for (int i = 0; i < keys->count; i++)
        if (slice_equal(keys->key[i].key, key))
            return i;
    return -1;
}

bool figures_has(const Figures *figures, int table, Range range) {
    range = within(figures, range);
    for (int month = range.from; month < range.to; month++)
        if (block_of(figures, range.kiosk, table, month)->kiosks)
            return true;
    return false;
}

bool figures_beside(const Figures *figures, int table, int like, Range range) {
    range = within(figures, range);
    for (int month = range.from; month < range.to; month++)
        if (block_of(figures, range.kiosk, table, month)->kiosks !=
            block_of(figures, range.kiosk, like, month)->kiosks)
            return false;
    return figures_has(figures, table, range);
}

Count figures_days(const Figures *figures, Millis from, Millis to, bool quizzes) {
    Count sum = {0};
    for (int i = 0; i < figures->day_count; i++) {
        const DayCount *day = &figures->day[i];
        if (day->start >= from && day->start < to)
            sum = count_sum(sum, quizzes ? day->quizzes : day->visits);
    }
    return sum;
}

/* ---- the calendar ---------------------------------------------------------------------------- */

Millis figures_month(const Figures *figures, int month) {
    return period_months_before(figures->month0, -month);
}

static int months_since(Millis start, Millis when) {
    Civil a = civil_from(start), b = civil_from(when);
    return (b.year - a.year) * 12 + b.month - a.month;
}

Range figures_range(const Figures *figures, Millis from, Millis to) {
    return (Range){months_since(figures->month0, from), months_since(figures->month0, to), 0};
}

Range figures_before(const Figures *figures, Range range, int months) {
    Range past = {range.from - months, range.to - months, range.kiosk};
    bool covered = past.from >= 0 && figures->first <= figures_month(figures, past.from);
    return covered ? past : (Range){0};
}

Span figures_span(const Figures *figures, SpanName name, Range now, Range past) {
    return (Span){.name = name,
                  .now = now,
                  .past = past,
                  .start = figures_month(figures, now.from),
                  .end = figures_month(figures, now.to),
                  .past_start = figures_month(figures, past.from),
                  .past_end = figures_month(figures, past.to)};
}

void figures_note(Figures *figures, Note note, Arena *arena) {
    if (figures->note_count == figures->note_room) {
        int room = figures->note_room ? 2 * figures->note_room : 16;
        Note *more = arena_array(arena, Note, room);
        if (figures->note_count)
            memcpy(more, figures->note, sizeof *more * (size_t)figures->note_count);
        figures->note = more;
        figures->note_room = room;
    }
    int at = figures->note_count++;
    for (; at > 0 && figures->note[at - 1].from > note.from; at--)
        figures->note[at] = figures->note[at - 1];
    figures->note[at] = note;
}
