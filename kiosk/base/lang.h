/* The kiosk's languages, and a text that exists in every one of them. */
#pragma once

#include "base/slice.h"

#include <stdbool.h>

/* An index in the list of languages that the pack has; the first is the one that stands in where
   another has no words. */
typedef int Lang;

/* The languages that the program itself speaks come first in every pack. */
enum { LANG_FR, LANG_EN, LANG_COUNT, LANG_MAX = 8 };
enum { LANG_CODE_BYTES = 16, LANG_NAME_BYTES = 48 }; /* with the zero that ends them */

static const char *const LANG_CODE[LANG_COUNT] = {"fr", "en"};

typedef struct LangList {
    int count;
    char code[LANG_MAX][LANG_CODE_BYTES]; /* of BCP 47: "fr", "pt-BR" */
    char name[LANG_MAX][LANG_NAME_BYTES]; /* in the language itself: "Français" */
} LangList;

/* The same words in each language, indexed by Lang. */
typedef struct LocalText {
    Slice in[LANG_MAX];
} LocalText;

/* A text of the program itself, called "ui/BACK"; assets/lang has them all. */
typedef struct ProgramText {
    const char *id;
    const char *in[LANG_COUNT];
} ProgramText;

/* What a pack brings of them for the languages that the program does not speak. */
typedef struct LangSaid {
    Slice id;
    LocalText words;
} LangSaid;

/* The languages of the pack on the glass; French and English as long as there is none. */
const LangList *langs(void);

/* Copies the list and borrows what is said, which stands in the order of the bytes of its ids. */
void langs_use(const LangList *list, const LangSaid *said, int count);

Lang langs_next(Lang lang); /* the one that a single button offers */
/* Followed by a zero byte; the first language stands in. */
Slice langs_say(Lang lang, const ProgramText *words);
void langs_own(LangList *list); /* French and English */

/* Adds a language at the end. False when the list is full, has it already, or when code or name do
   not have the form of one. */
bool langs_add(LangList *list, Slice code, Slice name);
int langs_find(const LangList *list, Slice code); /* -1: none */
