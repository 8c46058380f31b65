#include "tools/import/naming.h"

#include <stdio.h>
#include <string.h>
#include <unicase.h>

#define W(fr, en)                                                                                  \
    {                                                                                              \
        {                                                                                          \
            {fr, (int)sizeof(fr) - 1}, {                                                           \
                en, (int)sizeof(en) - 1                                                            \
            }                                                                                      \
        }                                                                                          \
    }

typedef enum Article {
    ARTICLE_UNKNOWN,
    ARTICLE_LE,
    ARTICLE_LA,
    ARTICLE_ELIDED,
    ARTICLE_LES,
    ARTICLE_NONE
} Article;

/* ---- French ---------------------------------------------------------------------------------- */

/* Heads of names of places: m, f, or p for a plural. */
static const struct {
    const char *head;
    char gender;
} HEADS[] = {
    {"accueil", 'm'},      {"administration", 'f'},
    {"amphithéâtre", 'm'}, {"arrière-cuisine", 'f'},
    {"ascenseur", 'm'},    {"atelier", 'm'},
    {"ateliers", 'p'},     {"atrium", 'm'},
    {"auditorium", 'm'},   {"bibliothèque", 'f'},
    {"boutique", 'f'},     {"bureau", 'm'},
    {"bureaux", 'p'},      {"cafétéria", 'f'},
    {"cage", 'f'},         {"cantine", 'f'},
    {"centre", 'm'},       {"chambre", 'f'},
    {"circulation", 'f'},  {"coin", 'm'},
    {"couloir", 'm'},      {"cour", 'f'},
    {"coursive", 'f'},     {"cuisine", 'f'},
    {"design-lab", 'm'},   {"direction", 'f'},
    {"douches", 'p'},      {"entrée", 'f'},
    {"entresol", 'm'},     {"escalator", 'm'},
    {"escalier", 'm'},     {"espace", 'm'},
    {"exposition", 'f'},   {"fab-lab", 'm'},
    {"fablab", 'm'},       {"foyer", 'm'},
    {"galerie", 'f'},      {"garage", 'm'},
    {"guichet", 'm'},      {"hall", 'm'},
    {"infirmerie", 'f'},   {"kiosque", 'm'},
    {"laboratoire", 'm'},  {"ligne", 'f'},
    {"local", 'm'},        {"locaux", 'p'},
    {"loge", 'f'},         {"magasin", 'm'},
    {"mezzanine", 'f'},    {"médiathèque", 'f'},
    {"niveau", 'm'},       {"parking", 'm'},
    {"palier", 'm'},       {"parvis", 'm'},
    {"passage", 'm'},      {"patio", 'm'},
    {"plateau", 'm'},      {"plateforme", 'f'},
    {"poste", 'm'},        {"pôle", 'm'},
    {"quai", 'm'},         {"rampe", 'f'},
    {"restaurant", 'm'},   {"rez-de-chaussée", 'm'},
    {"rue", 'f'},          {"réception", 'f'},
    {"réserve", 'f'},      {"salle", 'f'},
    {"salles", 'p'},       {"salon", 'm'},
    {"sanitaires", 'p'},   {"sas", 'm'},
    {"scène", 'f'},        {"secrétariat", 'm'},
    {"service", 'm'},      {"sortie", 'f'},
    {"sous-sol", 'm'},     {"stand", 'm'},
    {"standard", 'm'},     {"studio", 'm'},
    {"tapis", 'm'},        {"terrasse", 'f'},
    {"toilettes", 'p'},    {"vestiaire", 'm'},
    {"vestiaires", 'p'},   {"vie", 'f'},
    {"wc", 'p'},           {"zone", 'f'},
    {"étage", 'm'},
};

static Slice first_word(Slice text) {
    int len = 0;
    while (len < text.len && text.at[len] != ' ' &&
           !slice_has_prefix(slice_cut(text, len, text.len), LIT("\u00A0")))
        len++;
    return slice_cut(text, 0, len);
}

static Slice lowered(Arena *arena, Slice text) {
    char *copy = arena_alloc(arena, 4 * (size_t)text.len + 1);
    int len = 0;
    while (text.len)
        len += utf8_encode(uc_tolower(utf8_next(&text)), copy + len);
    return (Slice){copy, len};
}

/* "1er étage", "2e sous-sol": the head is the second word. */
static Slice head_of(Slice name) {
    Slice head = first_word(name);
    if (head.len && head.at[0] >= '0' && head.at[0] <= '9' && head.len < name.len)
        head = first_word(slice_trim(slice_cut(name, head.len, name.len)));
    return head;
}

static bool begins_with_vowel(Slice lower) {
    static const char *const VOWELS[] = {"a", "e", "i", "o", "u", "â",       "à", "é",
                                         "è", "ê", "î", "ô", "œ", "h\u00F4", NULL};
    for (int i = 0; VOWELS[i]; i++)
        if (slice_has_prefix(lower, slice_from(VOWELS[i])))
            return true;
    return false;
}

static Article article_by_head(Arena *arena, Slice name) {
    Slice head = lowered(arena, head_of(name));
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (!slice_is(head, HEADS[i].head))
            continue;
        if (HEADS[i].gender == 'p')
            return ARTICLE_LES;
        if (begins_with_vowel(lowered(arena, name)))
            return ARTICLE_ELIDED;
        return HEADS[i].gender == 'm' ? ARTICLE_LE : ARTICLE_LA;
    }
    return ARTICLE_UNKNOWN;
}

static Article article_told(Slice told) {
    static const char *const ARTICLES[] = {"le", "la", "l’", "les", "-"};
    for (int i = 0; i < 5; i++)
        if (slice_is(told, ARTICLES[i]))
            return (Article)(ARTICLE_LE + i);
    return slice_is(told, "l'") ? ARTICLE_ELIDED : ARTICLE_UNKNOWN;
}

/* Within a sentence the first letter is small, unless the word is an abbreviation or a code. */
static Slice inside_sentence(Arena *arena, Slice name) {
    Slice rest = name;
    if (!name.len)
        return name;
    utf8_next(&rest);
    char second = rest.len ? rest.at[0] : 'A';
    bool code = (second >= 'A' && second <= 'Z') || (second >= '0' && second <= '9');
    if (code)
        return name;
    Slice first = lowered(arena, slice_cut(name, 0, name.len - rest.len));
    return arena_printf(arena, SLICE_FMT SLICE_FMT, SLICE_ARG(first), SLICE_ARG(rest));
}

static void french_forms(Arena *arena, Slice plain, Article article, PlanName *name) {
    static const char *const FORMS[][3] = {
        [ARTICLE_UNKNOWN] = {"", "de ", "à "},     [ARTICLE_LE] = {"le ", "du ", "au "},
        [ARTICLE_LA] = {"la ", "de la ", "à la "}, [ARTICLE_ELIDED] = {"l’", "de l’", "à l’"},
        [ARTICLE_LES] = {"les ", "des ", "aux "},  [ARTICLE_NONE] = {"", "de ", "à "}};
    bool bare = article == ARTICLE_UNKNOWN || article == ARTICLE_NONE;
    Slice noun = bare ? plain : inside_sentence(arena, plain);
    const char *of = bare && begins_with_vowel(lowered(arena, plain)) ? "d’" : FORMS[article][1];
    name->the.in[LANG_FR] = arena_printf(arena, "%s" SLICE_FMT, FORMS[article][0], SLICE_ARG(noun));
    name->of.in[LANG_FR] = arena_printf(arena, "%s" SLICE_FMT, of, SLICE_ARG(noun));
    name->to.in[LANG_FR] = arena_printf(arena, "%s" SLICE_FMT, FORMS[article][2], SLICE_ARG(noun));
    name->at.in[LANG_FR] = name->to.in[LANG_FR];
}

/* ---- English --------------------------------------------------------------------------------- */

/* "Room 112", "Lift A", "Workshop A1": a name that ends with a code goes without an article. */
static bool ends_with_code(Slice name) {
    int from = name.len;
    while (from > 0 && name.at[from - 1] != ' ')
        from--;
    Slice last = slice_cut(name, from, name.len);
    bool digit = false;
    for (int i = 0; i < last.len; i++)
        digit |= last.at[i] >= '0' && last.at[i] <= '9';
    return digit || (last.len == 1 && last.at[0] >= 'A' && last.at[0] <= 'Z');
}

static void english_forms(Arena *arena, Slice plain, Naming naming, PlanName *name) {
    bool article =
        naming.article_en.len ? slice_is(naming.article_en, "the") : !ends_with_code(plain);
    Slice noun = slice_is(naming.article_en, "-") ? plain : inside_sentence(arena, plain);
    Slice the = article ? arena_printf(arena, "the " SLICE_FMT, SLICE_ARG(noun)) : noun;
    name->the.in[LANG_EN] = the;
    name->of.in[LANG_EN] = arena_printf(arena, "of " SLICE_FMT, SLICE_ARG(the));
    name->to.in[LANG_EN] = arena_printf(arena, "to " SLICE_FMT, SLICE_ARG(the));
    name->at.in[LANG_EN] =
        arena_printf(arena, "%s " SLICE_FMT, naming.at_en ? naming.at_en : "in", SLICE_ARG(the));
}

bool naming_forms(Arena *arena, Naming naming, PlanName *name) {
    Article article = naming.article.len ? article_told(naming.article)
                                         : article_by_head(arena, naming.plain.in[LANG_FR]);
    *name = (PlanName){.plain = naming.plain};
    french_forms(arena, naming.plain.in[LANG_FR], article, name);
    english_forms(arena, naming.plain.in[LANG_EN], naming, name);
    return article != ARTICLE_UNKNOWN;
}

/* ---- names that the builder gives ------------------------------------------------------------ */

static Slice english_ordinal(Arena *arena, int n) {
    static const char *const ORDINALS[] = {"Ground", "First", "Second",  "Third", "Fourth",
                                           "Fifth",  "Sixth", "Seventh", "Eighth"};
    if (n < (int)(sizeof ORDINALS / sizeof *ORDINALS))
        return slice_from(ORDINALS[n]);
    const char *ending = n / 10 % 10 == 1 ? "th"
                         : n % 10 == 1    ? "st"
                         : n % 10 == 2    ? "nd"
                         : n % 10 == 3    ? "rd"
                                          : "th";
    return arena_printf(arena, "%d%s", n, ending);
}

/* "-0,5", "0,25": no more digits than it has. */
static LocalText number_words(Arena *arena, int hundredths) {
    const char *sign = hundredths < 0 ? "-" : "";
    int part = hundredths < 0 ? -hundredths : hundredths, digits = part % 10 ? 2 : 1;
    int behind = part % 10 ? part % 100 : part % 100 / 10;
    return (LocalText){{arena_printf(arena, "%s%d,%0*d", sign, part / 100, digits, behind),
                        arena_printf(arena, "%s%d.%0*d", sign, part / 100, digits, behind)}};
}

static LocalText naming_between_floors(Arena *arena, int hundredths) {
    if (hundredths == 50)
        return (LocalText)W("Entresol", "Mezzanine");
    LocalText number = number_words(arena, hundredths);
    return (LocalText){{arena_printf(arena, "Niveau " SLICE_FMT, SLICE_ARG(number.in[LANG_FR])),
                        arena_printf(arena, "Level " SLICE_FMT, SLICE_ARG(number.in[LANG_EN]))}};
}

LocalText naming_level(Arena *arena, int hundredths) {
    int n = hundredths / 100;
    if (hundredths % 100)
        return naming_between_floors(arena, hundredths);
    if (n == 0)
        return (LocalText)W("Rez-de-chaussée", "Ground floor");
    if (n == -1)
        return (LocalText)W("Sous-sol", "Basement");
    if (n < 0)
        return (LocalText){
            {arena_printf(arena, "%de sous-sol", -n), arena_printf(arena, "Basement %d", -n)}};
    Slice ordinal = english_ordinal(arena, n);
    return (LocalText){{arena_printf(arena, n == 1 ? "%der étage" : "%de étage", n),
                        arena_printf(arena, SLICE_FMT " floor", SLICE_ARG(ordinal))}};
}

LocalText naming_level_ref(Arena *arena, int hundredths) {
    if (hundredths == 0)
        return (LocalText)W("RDC", "G");
    if (hundredths % 100 == 0)
        return (LocalText){{arena_printf(arena, "%d", hundredths / 100),
                            arena_printf(arena, "%d", hundredths / 100)}};
    return number_words(arena, hundredths);
}

LocalText naming_kind(SpaceKind kind) {
    static const LocalText NAMES[SPACE_KIND_COUNT] = {
        [SPACE_OTHER] = W("Salle", "Room"),
        [SPACE_HALL] = W("Hall", "Hall"),
        [SPACE_WORKSHOP] = W("Atelier", "Workshop"),
        [SPACE_FABLAB] = W("Fab-lab", "Fab lab"),
        [SPACE_DESIGNLAB] = W("Design-lab", "Design lab"),
        [SPACE_GALLERY] = W("Galerie", "Gallery"),
        [SPACE_RECEPTION] = W("Accueil", "Reception"),
        [SPACE_GUIDANCE] = W("Bureau d’orientation", "Guidance office"),
        [SPACE_OFFICE] = W("Bureau", "Office"),
        [SPACE_CLASSROOM] = W("Salle", "Room"),
        [SPACE_PROJECT] = W("Salle de projet", "Project room"),
        [SPACE_COMPUTER] = W("Salle informatique", "Computer room"),
        [SPACE_LABORATORY] = W("Laboratoire", "Laboratory"),
        [SPACE_AUDITORIUM] = W("Auditorium", "Auditorium"),
        [SPACE_MEETING] = W("Salle de réunion", "Meeting room"),
        [SPACE_LIBRARY] = W("Bibliothèque", "Library"),
        [SPACE_CAFETERIA] = W("Cafétéria", "Cafeteria"),
        [SPACE_LOUNGE] = W("Espace détente", "Lounge"),
        [SPACE_CHANGING] = W("Vestiaires", "Changing rooms"),
        [SPACE_TOILETS] = W("Toilettes", "Toilets"),
        [SPACE_STAIRS] = W("Escalier", "Stairs"),
        [SPACE_LIFT] = W("Ascenseur", "Lift"),
        [SPACE_ESCALATOR] = W("Escalator", "Escalator"),
        [SPACE_ENTRANCE] = W("Entrée", "Entrance"),
        [SPACE_PARKING] = W("Parking", "Car park"),
        [SPACE_STORAGE] = W("Réserve", "Store"),
        [SPACE_TECHNICAL] = W("Local technique", "Plant room"),
    };
    return NAMES[kind].in[LANG_FR].at ? NAMES[kind] : (LocalText){{LIT(""), LIT("")}};
}
