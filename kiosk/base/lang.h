/* The languages in use, and a text that exists in every one of them. No code knows which they are:
   a language is an index into the list that a pack brings. */
#pragma once

#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>

/* An index in the list of languages in use. */
typedef int Lang;

enum {
    LANG_FIRST, /* it stands in where another language has no words */
    LANG_MAX = 8
};
enum { LANG_CODE_BYTES = 16, LANG_NAME_BYTES = 48 }; /* with the zero that ends them */

/* How many languages the program itself speaks: the files of assets/lang. */
enum {
    LANG_OWN_COUNT = 0
#define OWN_LANG(code, name, plural) +1
#include "lang.def"
#undef OWN_LANG
};

typedef struct LangList {
    int count;
    int written; /* so many of the first stand side by side in the author's files; 0 in a pack */
    char code[LANG_MAX][LANG_CODE_BYTES]; /* of BCP 47: "fr", "pt-BR" */
    char name[LANG_MAX][LANG_NAME_BYTES]; /* in the language itself: "Français" */
    int own[LANG_MAX];                    /* among those that the program speaks; -1: none */
} LangList;

/* The same words in each language, indexed by Lang. */
typedef struct LocalText {
    Slice in[LANG_MAX];
} LocalText;

/* A text of the program itself, called "ui/BACK"; assets/lang has them all. */
typedef struct ProgramText {
    const char *id;
    const char *in[LANG_OWN_COUNT];
} ProgramText;

/* What a pack brings of them for the languages that the program does not speak. */
typedef struct LangSaid {
    Slice id;
    LocalText words;
} LangSaid;

/* A text of the first language that stands in for others: bit 1 << lang for each. */
typedef struct LangStandIn {
    const char *at; /* where it begins */
    unsigned langs;
} LangStandIn;

/* Between the forms of a text that counts something; which one is taken, LANG_PLURAL says. */
#define LANG_FORM_END "\x1f"

/* The name of the text that is a language's rule of plurals, as gettext writes it. */
#define LANG_PLURAL "plural/RULE"

/* Likewise, "no" of a translation that nobody who speaks the language has read yet. */
#define LANG_READ "plural/READ"

/* The languages of the pack that is shown or made; those of the program as long as there is none.
 */
const LangList *langs(void);

/* Copies the list and borrows what is said, which stands in the order of the bytes of its ids. */
void langs_use(const LangList *list, const LangSaid *said, int count);

/* Borrows what a pack says in the first language only, by address, until the next langs_use. */
void langs_use_stand_ins(const LangStandIn *list, int count);

/* In which language is a text that was taken in that one? The first, if it stands in; a sentence
   that was put together is in the language that it was made in. */
Lang langs_of(Lang lang, Slice text);

/* Is it written from right to left? Its own name says so. */
bool langs_leftward(Lang lang);

/* Is it an easy form of a language, in short sentences? BCP 47 has the variant "simple" for that.
 */
bool langs_simple(Lang lang);

/* Has nobody who speaks it read yet what the pack says in it? */
bool langs_unread(Lang lang);

Lang langs_next(Lang lang); /* the one that a single button offers */
/* Followed by a zero byte; the first language stands in. */
Slice langs_say(Lang lang, const ProgramText *words);
/* Has the language words of its own for it? Without them nothing needs to be made in it. */
bool langs_has(Lang lang, const ProgramText *words);
/* Likewise of a text that counts: the form for that number. */
Slice langs_count(Lang lang, const ProgramText *words, int number);
int langs_form(Lang lang, int number); /* which form that is, by the language's own rule */
void langs_own(LangList *list);        /* those that the program speaks */

/* Adds a language at the end. False when the list is full, has it already, or when code or name do
   not have the form of one. */
bool langs_add(LangList *list, Slice code, Slice name);
int langs_find(const LangList *list, Slice code); /* -1: none */

/* The language in use that somebody asks for by its code; the first for NULL. Otherwise the fault
   is one line, with those that there are. */
bool langs_choose(const char *code, Lang *lang, Error *error);

/* The language in use with that code, or else the first. */
Lang langs_or_first(const char *code);

/* Is it French, or French of somewhere? "fr" is in "fr" and "fr-CA". */
bool langs_speaks(Lang lang, const char *tag);
