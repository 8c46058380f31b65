#include "base/message.h"
#include "tools/sources/yaml_slips_parts.h"

#include <ctype.h>
#include <string.h>

#define DEEP_MAX 64

typedef struct Scan {
    Arena *arena;
    Slice *line; /* without their ends */
    int count, at;
    int columns[DEEP_MAX], depth; /* where the keys and dashes around this line begin */
    int block;                    /* column of the key whose text goes on below; -1 */
    bool open;                    /* the last key has nothing behind it: more belongs to it */
    YamlSlip weak;                /* where nothing better is found */
} Scan;

/* ---- lines ----------------------------------------------------------------------------------- */

static void split(Scan *s, Slice bytes) {
    int room = 1;
    for (int i = 0; i < bytes.len; i++)
        room += bytes.at[i] == '\n';
    s->line = arena_array(s->arena, Slice, room);
    while (s->count < room) {
        int end = slice_find(bytes, LIT("\n"));
        Slice line = slice_cut(bytes, 0, end < 0 ? bytes.len : end);
        line.len -= line.len && line.at[line.len - 1] == '\r';
        s->line[s->count++] = line;
        bytes = slice_cut(bytes, end < 0 ? bytes.len : end + 1, bytes.len);
    }
}

static int indent_of(Slice line) {
    int indent = 0;
    while (indent < line.len && line.at[indent] == ' ')
        indent++;
    return indent;
}

static Slice from(Slice text, int at) {
    return slice_cut(text, at < text.len ? at : text.len, text.len);
}

static bool is_blank_at(Slice text, int at) {
    return at >= text.len || text.at[at] == ' ' || text.at[at] == '\t';
}

/* The end of the quotes that a text begins with; -1: they are not closed. */
static int quotes_end(Slice text) {
    char quote = text.at[0];
    for (int i = 1; i < text.len; i++) {
        bool pair =
            quote == '\'' && text.at[i] == '\'' && i + 1 < text.len && text.at[i + 1] == '\'';
        if (pair || (quote == '"' && text.at[i] == '\\'))
            i++;
        else if (text.at[i] == quote)
            return i;
    }
    return -1;
}

/* Where the colon behind a key is; -1: there is no key. */
static int colon_of(Slice text) {
    bool quoted = text.len && (text.at[0] == '"' || text.at[0] == '\'');
    int begin = quoted ? quotes_end(text) + 1 : 0;
    if ((quoted && !begin) || !text.len || strchr("{[#|>", text.at[0]))
        return -1;
    for (int i = begin; i < text.len; i++) {
        if (text.at[i] == ':' && is_blank_at(text, i + 1))
            return i;
        if (quoted || (text.at[i] == '#' && i && text.at[i - 1] == ' '))
            return -1;
    }
    return -1;
}

static int word_length(Slice text) {
    int len = 0;
    while (len < text.len &&
           (isalnum((unsigned char)text.at[len]) || text.at[len] == '-' || text.at[len] == '_'))
        len++;
    return len;
}

/* Does a line begin with a dash, or with a name and its colon? */
static bool is_entry(Slice line) {
    Slice text = from(line, indent_of(line));
    int word = word_length(text);
    return slice_has_prefix(text, LIT("- ")) ||
           (word && word < text.len && text.at[word] == ':' && is_blank_at(text, word + 1));
}

/* The next line with something on it is an entry, or there is none. */
static bool entry_follows(const Scan *s, int at) {
    for (int i = at + 1; i < s->count; i++)
        if (slice_trim(s->line[i]).len)
            return is_entry(s->line[i]);
    return true;
}

/* ---- sentences ------------------------------------------------------------------------------- */

static Slice inside_quotes(char quote) {
    return quote == '"'
               ? slice_from(message(
                     "un guillemet droit (\") ferme ce texte avant sa fin ; à l’intérieur, écrire "
                     "« et »"))
               : slice_from(message(
                     "l’apostrophe ferme ce texte avant sa fin ; l’entourer de guillemets droits "
                     "(\"…\") au lieu d’apostrophes"));
}

static Slice open_quotes(char quote) {
    return quote == '"'
               ? slice_from(
                     message("ce texte s’ouvre par un guillemet droit (\") qui n’est pas refermé ; "
                             "l’ajouter à la fin"))
               : slice_from(
                     message("ce texte s’ouvre par une apostrophe (') qui n’est pas refermée ; "
                             "l’entourer de guillemets droits (\"…\")"));
}

static Slice first_signs(const Scan *s, Slice text, int count) {
    return arena_printf(s->arena,
                        message("un texte qui commence par « " SLICE_FMT
                                " » s’entoure de guillemets droits (\"…\")"),
                        SLICE_ARG(slice_trim(slice_cut(text, 0, count))));
}

static Slice colon(void) {
    return slice_from(
        message("« : » au milieu d’un texte sans guillemets ; l’entourer de guillemets "
                "droits (\"…\")"));
}

/* ---- values ---------------------------------------------------------------------------------- */

/* A backslash between quotes has signs of its own behind it. */
static bool has_bad_escape(Slice quoted) {
    for (int i = 1; i + 1 < quoted.len; i++)
        if (quoted.at[i] == '\\' && !strchr("0abt\tnvfre \"/\\N_LPxuU", quoted.at[++i]))
            return true;
    return false;
}

/* What may follow quotes: in a list or map between brackets their signs too. */
static bool may_follow(Slice rest, bool flow) {
    return !rest.len || rest.at[0] == '#' || (flow && strchr(",:]}", rest.at[0]));
}

/* Of a text in quotes at the beginning of `text`; `*end`: behind them, 0 when they go on below. */
static Slice slip_in_quotes(Scan *s, Slice text, bool flow, int *end) {
    char quote = text.at[0];
    *end = quotes_end(text) + 1;
    if (!*end)
        return entry_follows(s, s->at) ? open_quotes(quote) : LIT("");
    if (quote == '"' && has_bad_escape(slice_cut(text, 0, *end)))
        return slice_from(
            message("une barre oblique inverse (\\) dans un texte entre guillemets droits s’écrit "
                    "deux fois"));
    return may_follow(slice_trim(from(text, *end)), flow) ? LIT("") : inside_quotes(quote);
}

/* Signs that mean something to YAML where a text begins. */
static Slice slip_of_first(const Scan *s, Slice text) {
    if (slip_typographic(text))
        return slice_from(message(SLIP_TYPOGRAPHIC));
    if (slip_hard_space(text))
        return slice_from(message(SLIP_HARD_SPACE));
    if (strchr("@`%*&!,]}", text.at[0]))
        return first_signs(s, text, 1);
    if (strchr("-?", text.at[0]) && is_blank_at(text, 1))
        return first_signs(s, text, 1);
    return LIT("");
}

static bool is_block_head(Slice text) {
    int i = 1;
    while (i < text.len && strchr("+-123456789", text.at[i]))
        i++;
    text = slice_trim(from(text, i));
    return !text.len || text.at[0] == '#';
}

/* ---- between brackets ------------------------------------------------------------------------ */

typedef struct Flow {
    Slice text; /* of the line, from here */
    int depth;
    bool value; /* a colon stands before this text already */
} Flow;

static void go(Flow *f, int signs) {
    f->text = from(f->text, signs);
}

/* One text of a list or a map between brackets, up to what ends it. */
static Slice slip_in_flow_text(Flow *f) {
    for (int i = 0; i < f->text.len; i++) {
        char c = f->text.at[i];
        bool behind = i && f->text.at[i - 1] == ' ';
        if (c == '#' && behind)
            return slice_from(message(SLIP_REMARK));
        if (strchr("[{", c) && i)
            return slice_from(
                message("un crochet ou une accolade au milieu d’un texte sans guillemets ; "
                        "l’entourer de guillemets droits (\"…\")"));
        if (c == ':' && is_blank_at(f->text, i + 1) && f->value)
            return colon();
        if (strchr(",]}", c) || (c == ':' && is_blank_at(f->text, i + 1))) {
            go(f, i);
            return LIT("");
        }
    }
    go(f, f->text.len);
    return LIT("");
}

static Slice take_flow_sign(Flow *f) {
    char c = f->text.at[0];
    f->depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    f->value = c == ':' || (f->value && c != ',' && c != '{' && c != '[');
    go(f, 1);
    return LIT("");
}

static Slice take_flow_quotes(Scan *s, Flow *f) {
    int end;
    Slice slip = slip_in_quotes(s, f->text, true, &end);
    go(f, end ? end : f->text.len);
    return slip;
}

static Slice take_flow_text(Scan *s, Flow *f) {
    Slice slip =
        slip_opens(f->text) ? slice_from(message(SLIP_TYPOGRAPHIC)) : slip_of_first(s, f->text);
    return slip.len ? slip : slip_in_flow_text(f);
}

static Slice take_flow(Scan *s, Flow *f) {
    char c = f->text.at[0];
    if (c == '"' || c == '\'')
        return take_flow_quotes(s, f);
    bool sign = strchr(",{}[]", c) || (c == ':' && is_blank_at(f->text, 1));
    return sign ? take_flow_sign(f) : take_flow_text(s, f);
}

static Slice slip_in_flow_line(Scan *s, Flow *f) {
    Slice slip = LIT("");
    while (!slip.len && f->depth >= 0) {
        f->text = slice_trim(f->text);
        if (!f->text.len || f->text.at[0] == '#' || (!f->depth && !strchr("[{", f->text.at[0])))
            break;
        slip = take_flow(s, f);
    }
    return slip;
}

static Slice bracket_open(Slice first) {
    return first.at[0] == '{'
               ? slice_from(message("l’accolade { de cette ligne n’est pas refermée ; ajouter }"))
               : slice_from(message("le crochet [ de cette ligne n’est pas refermé ; ajouter ]"));
}

/* A list or a map between brackets, over as many lines as it takes. */
static Slice slip_in_flow(Scan *s, Slice text) {
    Flow f = {.text = text};
    int begin = s->at;
    for (;;) {
        Slice slip = slip_in_flow_line(s, &f);
        if (slip.len)
            return slip;
        if (f.depth <= 0)
            break;
        if (entry_follows(s, s->at) || s->at + 1 >= s->count) {
            s->at = begin;
            return bracket_open(text);
        }
        f.text = s->line[++s->at];
    }
    bool more = f.text.len && f.text.at[0] != '#';
    return more || f.depth < 0
               ? slice_from(message(
                     "rien ne peut suivre } ou ] sur cette ligne ; entourer de guillemets droits "
                     "(\"…\") un texte qui en contient"))
               : LIT("");
}

/* ---- a line ---------------------------------------------------------------------------------- */

static Slice slip_in_plain(Scan *s, Slice text) {
    Slice slip = slip_of_first(s, text);
    if (slip.len)
        return slip;
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '#' && i && text.at[i - 1] == ' ')
            break;
        if (text.at[i] == ':' && is_blank_at(text, i + 1))
            return colon();
    }
    return LIT("");
}

static Slice slip_in_value(Scan *s, Slice text, int column) {
    int end;
    s->open = !text.len || text.at[0] == '#';
    if (s->open)
        return LIT("");
    switch (text.at[0]) {
    case '"':
    case '\'':
        return slip_in_quotes(s, text, false, &end);
    case '{':
    case '[':
        return slip_in_flow(s, text);
    case '|':
    case '>':
        s->block = column;
        return is_block_head(text) ? LIT("") : first_signs(s, text, 1);
    default:
        return slip_in_plain(s, text);
    }
}

/* A key or a dash begins at this column: is that one of those around it, or a new one? */
static bool fits(Scan *s, int column, bool opens) {
    bool left = false;
    for (; s->depth && s->columns[s->depth - 1] > column; left = true)
        s->depth--;
    bool known = s->depth && s->columns[s->depth - 1] == column;
    if (known || s->depth == DEEP_MAX)
        return true;
    s->columns[s->depth++] = column;
    return s->depth == 1 || (opens && !left);
}

static Slice out_of_line(const Scan *s) {
    return arena_printf(
        s->arena,
        message("le retrait de cette ligne (espaces en tête : %d) n’est celui d’aucune ligne "
                "au-dessus ; l’aligner"),
        indent_of(s->line[s->at]));
}

static Slice no_colon(const Scan *s, Slice name) {
    return arena_printf(s->arena,
                        message("il manque les deux-points après « " SLICE_FMT
                                " », ou des guillemets droits autour du texte"),
                        SLICE_ARG(name));
}

/* "name {fr: …": the colon is another's. */
static int bracket_of(Slice key) {
    int brace = slice_find(key, LIT("{")), bracket = slice_find(key, LIT("["));
    bool quoted = key.len && (key.at[0] == '"' || key.at[0] == '\'');
    if (quoted)
        return -1;
    return brace > 0 ? brace : bracket;
}

/* "name:texte", "name texte". */
static Slice slip_without_colon(Scan *s, Slice text) {
    int word = word_length(text);
    Slice behind = from(text, word + 1);
    if (!word || word >= text.len)
        return LIT("");
    if (text.at[word] == ':' && !slice_has_prefix(behind, LIT("//")))
        return slip_hard_space(behind)
                   ? slice_from(message(SLIP_HARD_SPACE))
                   : arena_printf(
                         s->arena,
                         message("il manque un espace après les deux-points de « " SLICE_FMT " »"),
                         SLICE_ARG(slice_cut(text, 0, word)));
    s->weak = (YamlSlip){no_colon(s, slice_cut(text, 0, word)), s->at + 1, false};
    return LIT("");
}

/* Takes the dashes off the front; `*column`: where the rest begins. */
static Slice slip_in_dashes(Scan *s, Slice *text, int *column) {
    bool first = true;
    while (text->len && text->at[0] == '-' && is_blank_at(*text, 1)) {
        if (!fits(s, *column, s->open || !first))
            return out_of_line(s);
        int step = 1;
        while (step < text->len && text->at[step] == ' ')
            step++;
        *text = from(*text, step);
        *column += step;
        first = false;
        s->open = true;
    }
    return slip_bad_dash(*text) ? slice_from(message(SLIP_DASH)) : LIT("");
}

static Slice slip_in_entry(Scan *s, Slice text, int column) {
    Slice slip = slip_in_dashes(s, &text, &column);
    if (slip.len || !text.len)
        return slip;
    if (slip_hard_space(text))
        return slice_from(message(SLIP_HARD_SPACE));
    int colon = colon_of(text);
    bool item = slice_has_prefix(slice_trim(s->line[s->at]), LIT("- "));
    if (colon < 0 && !item && !strchr("[{\"'", text.at[0]))
        return slip_without_colon(s, text);
    if (colon < 0)
        return slip_in_value(s, text, column);
    int bracket = bracket_of(slice_cut(text, 0, colon));
    if (bracket > 0)
        return no_colon(s, slice_trim(slice_cut(text, 0, bracket)));
    if (!fits(s, column, s->open))
        return out_of_line(s);
    return slip_in_value(s, slice_trim(from(text, colon + 1)), column);
}

static Slice slip_on_line(Scan *s) {
    Slice line = s->line[s->at], text = slice_trim(line);
    int indent = indent_of(line);
    if (!text.len || text.at[0] == '#' || (s->block >= 0 && indent > s->block))
        return LIT("");
    s->block = -1;
    if (line.at[indent] == '\t')
        return slice_from(message(SLIP_TAB));
    return slip_in_entry(s, text, indent);
}

YamlSlip yaml_slip_behind(Arena *arena, Slice bytes, int stopped) {
    Scan s = {.arena = arena, .block = -1, .open = true};
    split(&s, bytes);
    for (; s.at < s.count && s.at < stopped; s.at++) {
        Slice slip = slip_on_line(&s);
        if (slip.len)
            return (YamlSlip){slip, s.at + 1, false};
    }
    return s.weak;
}
