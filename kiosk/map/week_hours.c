#include "map/week_hours.h"

#include "base/hours_words.h"
#include "base/message.h"
#include "map/opening_hours.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { WORD_BYTES = 256, RULE_BYTES = 4 * WORD_BYTES };

/* What a rule says, each part in OSM's words. */
typedef struct Rule {
    char dates[WORD_BYTES], days[WORD_BYTES], hours[WORD_BYTES];
} Rule;

typedef struct Reading {
    const char *text;
    Slice word; /* that is being read; it lies in the text */
    Error *error;
} Reading;

static bool refuse(const Reading *r, const char *mend) {
    int sign = utf8_count((Slice){r->text, (int)(r->word.at - r->text)}) + 1;
    return error_set(r->error, "opening hours, sign %d: \"%.*s\": %s", sign,
                     r->word.len < 40 ? r->word.len : 40, r->word.at, message(mend));
}

/* One more behind what stands in a part already; a list that is too long is cut, and refused then.
 */
static void put(char part[WORD_BYTES], const char *between, const char *more) {
    size_t len = strlen(part);
    snprintf(part + len, WORD_BYTES - len, "%s%s", len ? between : "", more);
}

/* ---- the parts of a list: "1-5,7" ------------------------------------------------------------ */

static bool next_piece(Slice *rest, Slice *piece) {
    int comma = slice_find(*rest, LIT(","));
    *piece = slice_cut(*rest, 0, comma < 0 ? rest->len : comma);
    *rest = comma < 0 ? (Slice){0} : slice_cut(*rest, comma + 1, rest->len);
    return comma >= 0;
}

typedef bool PutPiece(Slice piece, char part[WORD_BYTES]);

static bool put_list(Slice word, PutPiece *put_piece, char part[WORD_BYTES]) {
    Slice piece;
    for (bool more = true; more;) {
        more = next_piece(&word, &piece);
        if (!put_piece(piece, part))
            return false;
    }
    return strlen(part) < WORD_BYTES - 1;
}

/* ---- days ------------------------------------------------------------------------------------ */

static bool is_day(char sign) {
    return sign >= '1' && sign <= '7';
}

static bool put_days(Slice piece, char part[WORD_BYTES]) {
    char osm[8];
    bool range = piece.len == 3 && piece.at[1] == '-' && is_day(piece.at[2]);
    if (!piece.len || !is_day(piece.at[0]) || (piece.len != 1 && !range))
        return false;
    snprintf(osm, sizeof osm, range ? "%s-%s" : "%s", HOURS_DAY[piece.at[0] - '1'],
             HOURS_DAY[piece.at[range ? 2 : 0] - '1']);
    put(part, ",", osm);
    return true;
}

static bool read_days(const Reading *r, Rule *rule) {
    return put_list(r->word, put_days, rule->days) ||
           refuse(r, "days are written 1 to 7, Monday first: 1-5 or 6,7");
}

/* ---- dates ----------------------------------------------------------------------------------- */

static bool read_date(Slice word, Civil *day) {
    char iso[16];
    Millis when = 0;
    snprintf(iso, sizeof iso, "%.*s", word.len < 15 ? word.len : 15, word.at);
    bool good = word.len == 10 && civil_parse(iso, &when);
    if (good)
        *day = civil_from(when);
    return good;
}

static bool read_dates(const Reading *r, Rule *rule) {
    Civil from, to;
    char osm[64];
    int dots = slice_find(r->word, LIT(".."));
    Slice first = slice_cut(r->word, 0, dots < 0 ? r->word.len : dots);
    Slice last = dots < 0 ? first : slice_cut(r->word, dots + 2, r->word.len);
    if (!read_date(first, &from) || !read_date(last, &to))
        return refuse(r, "a date is written 2026-12-25, several 2026-12-24..2027-01-02");
    if (civil_to(to) < civil_to(from))
        return refuse(r, "the last day comes before the first");
    snprintf(osm, sizeof osm, "%d %s %02d-%d %s %02d", from.year, HOURS_MONTH[from.month - 1],
             from.day, to.year, HOURS_MONTH[to.month - 1], to.day);
    put(rule->dates, ",", osm);
    return true;
}

/* ---- hours ----------------------------------------------------------------------------------- */

static bool is_clock(Slice clock) {
    static const char FORM[] = "00:00";
    for (int i = 0; clock.len == 5 && i < 5; i++)
        if (FORM[i] == ':' ? clock.at[i] != ':' : !isdigit((unsigned char)clock.at[i]))
            return false;
    if (clock.len != 5)
        return false;
    int hour = (clock.at[0] - '0') * 10 + clock.at[1] - '0';
    int minute = (clock.at[3] - '0') * 10 + clock.at[4] - '0';
    return minute < 60 && hour * 60 + minute <= 24 * 60;
}

static bool put_span(Slice piece, char part[WORD_BYTES]) {
    char osm[16];
    if (piece.len != 11 || piece.at[5] != '-' || !is_clock(slice_cut(piece, 0, 5)) ||
        !is_clock(slice_cut(piece, 6, 11)))
        return false;
    snprintf(osm, sizeof osm, "%.*s", piece.len, piece.at);
    put(part, ",", osm);
    return true;
}

static bool read_spans(const Reading *r, Rule *rule) {
    return put_list(r->word, put_span, rule->hours) ||
           refuse(r, "hours are written with two digits: 07:30-18:30");
}

/* ---- a rule ---------------------------------------------------------------------------------- */

static bool looks_like_date(Slice word) {
    return word.len > 4 && isdigit((unsigned char)word.at[1]) && word.at[4] == '-';
}

static bool read_word(const Reading *r, Rule *rule) {
    if (rule->hours[0])
        return refuse(r, "a semicolon comes before the next rule");
    if (hours_word_is_shut(r->word)) {
        put(rule->hours, "", "off");
        return true;
    }
    if (hours_word_is_holidays(r->word)) {
        put(rule->days, ",", "PH");
        return true;
    }
    if (slice_find(r->word, LIT(":")) >= 0)
        return read_spans(r, rule);
    if (looks_like_date(r->word))
        return read_dates(r, rule);
    if (isdigit((unsigned char)r->word.at[0]))
        return read_days(r, rule);
    return refuse(r, "days, dates or hours are written here, or \"closed\": 1-5 07:30-18:30");
}

static bool read_rule(Reading *r, Slice text, Rule *rule) {
    for (Slice rest = slice_trim(text); rest.len; rest = slice_trim(rest)) {
        int blank = slice_find(rest, LIT(" "));
        r->word = slice_cut(rest, 0, blank < 0 ? rest.len : blank);
        rest = slice_cut(rest, r->word.len, rest.len);
        if (!read_word(r, rule))
            return false;
    }
    r->word = slice_trim(text);
    return rule->hours[0] || refuse(r, "hours are missing, or \"closed\": 1-5 07:30-18:30");
}

static bool is_open(const PlanHours *row) {
    return row->opens_min || row->closes_min;
}

/* All that the earlier one says is said otherwise by the later one. */
static bool replaces(const PlanHours *later, const PlanHours *earlier) {
    bool alike = later->from == earlier->from && later->to == earlier->to;
    return !later->adds && alike && !(earlier->days & ~later->days);
}

/* Whoever writes a morning and an afternoon as two rules would have the afternoon alone. */
static bool is_lost(const PlanHours *row, int count, const PlanHours *later) {
    for (int i = 0; i < count; i++)
        if (is_open(&row[i]) && is_open(later) && replaces(later, &row[i]))
            return true;
    return false;
}

static bool add_rows(const Reading *r, const Rule *rule, PlanHours *row, int *count) {
    char osm[RULE_BYTES];
    PlanHours more[HOURS_ROWS_MAX];
    snprintf(osm, sizeof osm, "%s %s %s", rule->dates, rule->days, rule->hours);
    int rows = hours_parse(slice_from(osm), more);
    if (rows < 0 || *count + rows > HOURS_ROWS_MAX)
        return refuse(r, "this is more than can be kept");
    if (rows && is_lost(row, *count, more))
        return refuse(r, "this takes the place of an earlier rule for the same days; two spans of "
                         "a day stand in one rule: 1-5 09:00-12:00,14:00-18:00");
    memcpy(row + *count, more, sizeof *row * (size_t)rows);
    *count += rows;
    return true;
}

static bool ever_opens(const PlanHours *row, int count) {
    for (int i = 0; i < count; i++)
        if (is_open(&row[i]))
            return true;
    return false;
}

int week_hours_parse(const char *text, PlanHours *row, Error *error) {
    Reading reading = {text, {text, 0}, error};
    int count = 0;
    for (Slice rest = slice_from(text); rest.at;) {
        Rule rule = {0};
        int end = slice_find(rest, LIT(";"));
        Slice one = slice_cut(rest, 0, end < 0 ? rest.len : end);
        rest = end < 0 ? (Slice){0} : slice_cut(rest, end + 1, rest.len);
        if (!read_rule(&reading, one, &rule) || !add_rows(&reading, &rule, row, &count))
            return -1;
    }
    reading.word = slice_from(text);
    return ever_opens(row, count) || refuse(&reading, "it would never be open: 1-5 07:30-18:30")
               ? count
               : -1;
}
