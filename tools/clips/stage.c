/* Goes through the lines of a storyboard once a frame: sets names, opens and closes blocks, hands
 * shapes on. */
#include "tools/clips/stage.h"

#include "tools/clips/shape.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define PARTS_OPEN_MAX 8

static void play(Stage *stage, cairo_t *cairo, int from, int to);

static StageWords words_of(Stage *stage, const Line *line) {
    return (StageWords){.board = stage->board, .line = line, .names = &stage->names, .at = 1};
}

/* ---- names that change with time ------------------------------------------------------------- */
static void let(Stage *stage, const Line *line) {
    StageWords words = words_of(stage, line);
    const char *name = words_next(&words);
    names_set(&stage->names, name, words_number(&words));
}

typedef struct StageKey {
    double time, value;
    char way; /* how it is reached: '=' at constant speed, '>' arriving softly, '<' leaving softly,
                 else both */
} StageKey;

static double sum_of(StageWords *words, const char *text) {
    const char *error;
    double value = sum(text, words->names, &error);
    if (error)
        board_fault(words->board, words->line,
                    "« %s » n’est pas un calcul ; regarder à partir de « %s »", text, error);
    return value;
}

static StageKey take_key(StageWords *words) {
    char text[128];
    snprintf(text, sizeof text, "%s", words_next(words));
    char *colon = strchr(text, ':');
    if (!colon)
        board_fault(words->board, words->line, "« %s » : écrire TEMPS:VALEUR, par exemple 4:380",
                    text);
    *colon = 0;
    char *last = colon + strlen(colon + 1), way = *last;
    if (strchr("=<>", way))
        *last = 0;
    return (StageKey){sum_of(words, text), sum_of(words, colon + 1), way};
}

static double eased(char way, double u) {
    switch (way) {
    case '=':
        return u;
    case '>':
        return 1 - (1 - u) * (1 - u) * (1 - u);
    case '<':
        return u * u * u;
    default:
        return u * u * u * (u * (6 * u - 15) + 10);
    }
}

/* Follows the seconds, or, after "of", any other sum. */
static void key(Stage *stage, const Line *line, double now) {
    StageWords words = words_of(stage, line);
    const char *name = words_next(&words);
    if (words_take(&words, "of"))
        now = words_number(&words);
    StageKey last = take_key(&words);
    double value = last.value;
    while (words_left(&words)) {
        StageKey next = take_key(&words);
        if (next.time < last.time)
            board_fault(stage->board, line, "%s : le temps %g vient après %g ; remettre en ordre",
                        name, next.time, last.time);
        if (now >= next.time)
            value = next.value;
        else if (now > last.time)
            value = last.value + (next.value - last.value) *
                                     eased(next.way, (now - last.time) / (next.time - last.time));
        last = next;
    }
    names_set(&stage->names, name, value);
}

/* ---- blocks ---------------------------------------------------------------------------------- */
/* "at X Y turn A scale S fade F" in any order that makes sense; what follows is drawn in the space
 * this makes. */
static double place(cairo_t *cairo, StageWords *words) {
    double fade = 1;
    while (words_left(words))
        if (words_take(words, "at")) {
            double x = words_number(words);
            cairo_translate(cairo, x, words_number(words));
        } else if (words_take(words, "turn"))
            cairo_rotate(cairo, words_number(words) * M_PI / 180);
        else if (words_take(words, "scale")) {
            double s = words_number(words);
            s = fabs(s) < 0.0001 ? 0.0001 : s;
            cairo_scale(cairo, s, s);
        } else if (words_take(words, "stretch")) {
            double x = words_number(words), y = words_number(words);
            cairo_scale(cairo, fabs(x) < 0.0001 ? 0.0001 : x, fabs(y) < 0.0001 ? 0.0001 : y);
        } else if (words_take(words, "fade"))
            fade = words_number(words);
        else
            words_unknown(words);
    return fade;
}

static void placed(Stage *stage, cairo_t *cairo, StageWords words, int from, int to) {
    cairo_save(cairo);
    double fade = place(cairo, &words);
    if (fade >= 1)
        play(stage, cairo, from, to);
    else if (fade > 0) {
        cairo_push_group(cairo);
        play(stage, cairo, from, to);
        cairo_pop_group_to_source(cairo);
        cairo_paint_with_alpha(cairo, fade);
    }
    cairo_restore(cairo);
}

static void repeat(Stage *stage, cairo_t *cairo, const Line *line, int from) {
    StageWords words = words_of(stage, line);
    const char *name = words_next(&words);
    double first = words_number(&words), last = words_number(&words);
    for (double i = first; i <= last; i++) {
        names_set(&stage->names, name, i);
        play(stage, cairo, from, line->end);
    }
}

static void when(Stage *stage, cairo_t *cairo, const Line *line, int from) {
    StageWords words = words_of(stage, line);
    if (words_number(&words) != 0)
        play(stage, cairo, from, line->end);
}

static void put(Stage *stage, cairo_t *cairo, const Line *line) {
    StageWords words = words_of(stage, line);
    const char *name = words_next(&words);
    int part = board_part(stage->board, name);
    if (part < 0)
        board_fault(stage->board, line, "aucune « part %s » ; l’écrire ou corriger le nom", name);
    if (++stage->parts_open > PARTS_OPEN_MAX)
        board_fault(stage->board, line, "« %s » se contient elle-même", name);
    placed(stage, cairo, words, part + 1, stage->board->line[part].end);
    stage->parts_open--;
}

/* Draws only inside a circle (lens X Y R) or a rectangle (crop X Y W H). */
static void cut_out(Stage *stage, cairo_t *cairo, const Line *line, int from) {
    StageWords words = words_of(stage, line);
    double x = words_number(&words), y = words_number(&words), w = words_number(&words);
    cairo_save(cairo);
    if (!strcmp(line->word[0], "lens"))
        cairo_arc(cairo, x, y, fmax(w, 0), 0, 2 * M_PI);
    else
        cairo_rectangle(cairo, x, y, fmax(w, 0), fmax(words_number(&words), 0));
    cairo_clip(cairo);
    play(stage, cairo, from, line->end);
    cairo_restore(cairo);
}

static void block(Stage *stage, cairo_t *cairo, const Line *line, int from) {
    const char *verb = line->word[0];
    if (!strcmp(verb, "group"))
        placed(stage, cairo, words_of(stage, line), from, line->end);
    else if (!strcmp(verb, "repeat"))
        repeat(stage, cairo, line, from);
    else if (!strcmp(verb, "when"))
        when(stage, cairo, line, from);
    else if (strcmp(verb, "part") != 0)
        cut_out(stage, cairo, line, from);
}

/* ---- going through --------------------------------------------------------------------------- */
static double now(const Stage *stage) {
    const char *error;
    return sum("t", &stage->names, &error);
}

/* Lines that are for the film as a whole: nothing to draw. */
static bool is_setting(const char *verb) {
    return !strcmp(verb, "length") || !strcmp(verb, "poster") || !strcmp(verb, "sound");
}

static void play_line(Stage *stage, cairo_t *cairo, const Line *line) {
    StageWords words = words_of(stage, line);
    if (!strcmp(line->word[0], "let"))
        let(stage, line);
    else if (!strcmp(line->word[0], "key"))
        key(stage, line, now(stage));
    else if (!strcmp(line->word[0], "put"))
        put(stage, cairo, line);
    else if (!is_setting(line->word[0]) && !shape_draw(cairo, &words))
        board_fault(stage->board, line,
                    "« %s » n’est pas un mot des storyboards ; voir content/README.md",
                    line->word[0]);
}

static void play(Stage *stage, cairo_t *cairo, int from, int to) {
    for (int i = from; i < to; i++) {
        const Line *line = &stage->board->line[i];
        if (line->end) {
            block(stage, cairo, line, i + 1);
            i = line->end;
        } else
            play_line(stage, cairo, line);
    }
}

void stage_play(Stage *stage, cairo_t *cairo, double seconds) {
    names_set(&stage->names, "t", seconds);
    play(stage, cairo, 0, stage->board->count);
}

double stage_setting(const Board *board, const char *verb) {
    static const Names none;
    for (int i = 0; i < board->count; i++)
        if (!strcmp(board->line[i].word[0], verb)) {
            StageWords words = {.board = board, .line = &board->line[i], .names = &none, .at = 1};
            return words_number(&words);
        }
    board_fault(board, NULL, "il manque la ligne « %s » ; l’ajouter, en secondes", verb);
}
