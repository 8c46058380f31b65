/* What a search found, as a card: of which kind it is, what it is called, and the one thing that
   one wants to know of it next. */
#pragma once

#include "screens/common/common.h"

StringId hit_kinds(TargetKind kind); /* "Formations" */

/* A record in the argument of an action, and out of it. */
int hit_arg(Target target);
Target hit_target(int arg);

/* Is it past its end, so that nobody should be led to it? */
bool hit_is_over(const Kiosk *k, Target target);

bool hit_is_example(const Kiosk *k, Target target); /* was it made up for demonstration? */

typedef struct HitCard {
    Target target;
    int token;   /* that it answers, with hit_arg */
    bool narrow; /* there is no width for what is said beside its kind, if that is long */
} HitCard;

Node *hit_card(Page *page, Node *parent, const Kiosk *k, HitCard hit);

/* What a word means: its sign, the word, two lines. `plate` is what it stands on. */
void hit_explain(Page *page, Node *plate, const Kiosk *k, int word);
