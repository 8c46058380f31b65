/* What a person could notice, one line a thing, written down for tests and for people. */
#pragma once

#include "app/app.h"

#include <stdio.h>

/* The page: "screen NAME", then `text "…"`, `action "label" x,y wxh` and `image "…"` in page order.
   What lies out of reach below a drawer is left out. */
void transcript_page(FILE *out, const Page *page);

/* `say "…"`, with "in LANG" where that is not the page's and "recorded NAME" where somebody has
   spoken it, and "bell" before what is announced. */
void transcript_speech(FILE *out, Lang lang, SpeechWish wish);

/* "fact NAME key": the key is the pack's id where the fact is about a record, else the number. */
void transcript_fact(FILE *out, const Pack *pack, Fact fact);
