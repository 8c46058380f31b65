/* What a program says to those who write, build and mend. As with gettext, a sentence stands where
 * it is said and is its own name: in French what the tools say, in English what goes to the log of
 * the kiosk. assets/lang/tools has each in the other languages, and `make` compiles that in. */
#pragma once

/* Marks a sentence of a table, which message() is given later. */
#define MESSAGE(sentence) sentence

/* The sentence in the language that is spoken; itself as long as none is, and what has no
 * translation. Lives for ever. */
const char *message(const char *sentence) __attribute__((format_arg(1)));

/* The same of two forms, for one and for more. */
const char *message_count(const char *one, const char *more, int count)
    __attribute__((format_arg(1), format_arg(2)));

/* The sentence for whoever reads the language of that code. */
const char *message_in(const char *code, const char *sentence) __attribute__((format_arg(2)));

/* From now on sentences are in that language; "fr_BE.UTF-8" is French. One that tools do not speak
 * changes nothing, but that they speak the first from then on. Before there is a second thread. */
void messages_speak(const char *code);

/* The same with what LC_ALL, LC_MESSAGES and LANG say. */
void messages_speak_as_asked(void);

/* The code of the language in which messages are said to whoever reads that one: "fr" for
 * "fr-simple", and for what tools do not speak the first. */
const char *messages_code_for(const char *code);

/* The code of what is spoken; "" as long as no language is. */
const char *messages_code(void);
