#include "base/message.h"
#include "tools/sources/yaml_slips_parts.h"

#include <string.h>

/* ---- signs ----------------------------------------------------------------------------------- */

bool slip_hard_space(Slice text) {
    uint32_t code = text.len ? utf8_next(&text) : 0;
    return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x205F || code == 0x3000;
}

static uint32_t first_sign(Slice text) {
    return text.len ? utf8_next(&text) : 0;
}

static uint32_t last_sign(Slice text) {
    return text.len ? first_sign(slice_cut(text, utf8_start(text, text.len - 1), text.len)) : 0;
}

static bool opens_text(uint32_t code) {
    return code == 0x201C || code == 0x201D || code == 0x201E || code == 0x201F || code == 0x2018 ||
           code == 0x201A || code == 0x201B;
}

static bool closes_text(uint32_t code) {
    return code == 0x201C || code == 0x201D || code == '"' || code == 0x2018 || code == 0x2019;
}

static bool has_closing(Slice text) {
    while (text.len)
        if (closes_text(utf8_next(&text)))
            return true;
    return false;
}

bool slip_opens(Slice written) {
    return opens_text(first_sign(written));
}

bool slip_typographic(Slice written) {
    Slice inside = written;
    if (!opens_text(first_sign(written)))
        return false;
    utf8_next(&inside);
    return closes_text(last_sign(inside)) || !has_closing(inside);
}

bool slip_bad_dash(Slice text) {
    return text.len > 1 && text.at[0] == '-' && !strchr(" \t\r-.0123456789", text.at[1]);
}

/* ---- what is read otherwise ------------------------------------------------------------------ */

static bool has_blank(Slice text) {
    return slice_find(text, LIT(" ")) >= 0;
}

/* Numbers, dates, true and false: nothing of a text can be lost behind them. */
static bool is_no_text(Slice text) {
    if (slice_is(text, "true") || slice_is(text, "false"))
        return true;
    for (int i = 0; i < text.len; i++)
        if (!strchr("+-.:T0123456789", text.at[i]))
            return false;
    return true;
}

static bool is_quoted(Slice written) {
    return written.len && (written.at[0] == '"' || written.at[0] == '\'');
}

Slice yaml_slip_lost(Slice written, Slice after) {
    Slice said = slice_trim(after);
    bool glued = said.len > 1 && said.at[0] == '#' && said.at[1] != ' ' && said.at[1] != '#';
    if (written.len || !glued)
        return LIT("");
    int remark = slice_find(said, LIT(" #")); /* which is one */
    return remark < 0 ? said : slice_trim(slice_cut(said, 0, remark));
}

static YamlSlip slip_of_lost(Arena *arena, Slice lost, int line) {
    Slice said =
        arena_printf(arena,
                     message("« " SLICE_FMT " » est pris pour une remarque, parce que # est "
                             "devant ; l’entourer de guillemets droits : \"" SLICE_FMT "\""),
                     SLICE_ARG(lost), SLICE_ARG(lost));
    return (YamlSlip){said, line, false};
}

/* "joint #4 puis": the rest is no remark; "metal # une famille" may be one. */
static YamlSlip remark_behind(Arena *arena, Slice written, Slice after, int line) {
    Slice remark = slice_trim(after), lost = yaml_slip_lost(written, after);
    if (lost.len)
        return slip_of_lost(arena, lost, line);
    if (!remark.len || remark.at[0] != '#' || is_no_text(written))
        return (YamlSlip){0};
    bool glued = remark.len > 1 && remark.at[1] != ' ';
    if (is_quoted(written) && !glued)
        return (YamlSlip){0};
    return (YamlSlip){slice_from(message(SLIP_REMARK)), line, !glued && !has_blank(written)};
}

/* A list whose dashes are not one below the other becomes one text. */
static YamlSlip dash_within(Arena *arena, Slice written, int line) {
    for (int at, row = 1; (at = slice_find(written, LIT("\n"))) >= 0; row++) {
        written = slice_cut(written, at + 1, written.len);
        Slice text = slice_trim(written);
        if (slice_has_prefix(text, LIT("- ")))
            return (YamlSlip){
                arena_printf(arena,
                             message("ce tiret n’est pas sous celui de la ligne %d ; les "
                                     "aligner"),
                             line),
                line + row, false};
    }
    return (YamlSlip){0};
}

static bool means_nothing(Slice written) {
    return slice_is(written, "~") || slice_is(written, "null") || slice_is(written, "Null") ||
           slice_is(written, "NULL");
}

static YamlSlip slip_of_plain(Arena *arena, Slice written, int line) {
    if (slip_typographic(written))
        return (YamlSlip){slice_from(message(SLIP_TYPOGRAPHIC)), line, false};
    if (slice_has_prefix(written, LIT("«")) && last_sign(written) == 0xBB)
        return (YamlSlip){
            slice_from(message("ces guillemets « » seront montrés avec le texte ; s’ils doivent "
                               "seulement l’entourer, écrire des guillemets droits")),
            line, true};
    if (means_nothing(written))
        return (YamlSlip){
            slice_from(message("« ~ » et « null » ne disent rien ; écrire la valeur, ou effacer la "
                               "ligne")),
            line, false};
    if (slip_bad_dash(written))
        return (YamlSlip){slice_from(message(SLIP_DASH)), line, false};
    return dash_within(arena, written, line);
}

YamlSlip yaml_slip_of_scalar(Arena *arena, Slice written, Slice after, int line) {
    if (written.len && (written.at[0] == '|' || written.at[0] == '>'))
        return (YamlSlip){0};
    YamlSlip slip = remark_behind(arena, written, after, line);
    return slip.sentence.len || is_quoted(written) ? slip : slip_of_plain(arena, written, line);
}

YamlSlip yaml_slip_of_key(Slice key, int line) {
    if (slip_hard_space(key))
        return (YamlSlip){slice_from(message(SLIP_HARD_SPACE)), line, false};
    if (slip_bad_dash(key))
        return (YamlSlip){slice_from(message(SLIP_DASH)), line, false};
    return (YamlSlip){0};
}

static bool is_of_digits(Slice text) {
    for (int i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0;
}

YamlSlip yaml_slip_of_comma(Arena *arena, Slice before, Slice behind, int line) {
    Slice sign = slice_cut(before, before.len && before.at[0] == '-' ? 1 : 0, before.len);
    Slice said =
        is_of_digits(sign) && is_of_digits(behind)
            ? arena_printf(arena,
                           message("une virgule coupe ce nombre ; un nombre s’écrit avec un point "
                                   ": " SLICE_FMT "." SLICE_FMT),
                           SLICE_ARG(before), SLICE_ARG(behind))
            : arena_printf(arena,
                           message("une virgule coupe ce texte avant « " SLICE_FMT
                                   " » ; l’entourer de guillemets droits (\"…\")"),
                           SLICE_ARG(behind));
    return (YamlSlip){said, line, false};
}
