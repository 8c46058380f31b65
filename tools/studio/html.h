/* Pages of the studio: their head with the way to everything, and what all of them are made of. */
#pragma once

#include "tools/studio/studio.h"

void html_text(const Desk *d, Slice text); /* escaped */
void html_word(const Desk *d, StudioWord word);
void html_in(const Desk *d, const char *tag, Slice text); /* <tag>…</tag>; "p class=x" */
void html_word_in(const Desk *d, const char *tag, StudioWord word);
void html_format(const Desk *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The path of a page below the language, to stand in an attribute: what is put into it is
   escaped. */
void html_path(const Desk *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
Slice html_coded(Arena *arena, Slice text); /* for a path: é is %C3%A9 */

/* Everything up to the content, under the title; and the end. */
void html_begin(Desk *d, Slice title);
void html_end(Desk *d);

/* A link to a page, and a button of a form. */
void html_link(const Desk *d, const char *class, Slice path, Slice text);
void html_button(const Desk *d, const char *class, const char *name, Slice value, Slice text);
void html_hidden(const Desk *d, const char *name, Slice value);

/* <form method=post> to a path, taking uploads if `files`. */
void html_form(const Desk *d, Slice path, bool files);

/* In a form: what was typed in it is on no disk yet. */
void html_unsaved(const Desk *d);

/* A line above everything else: what was done, or why not. */
void html_notice(const Desk *d, const char *class, Slice text);

void html_refused(Desk *d, int status, Slice why); /* a page of its own */
