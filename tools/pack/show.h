/* What is in a pack, for people, in French; reads no file. */
#pragma once

#include "content/pack.h"

void show_counts(const Pack *pack);
void show_plan_counts(const Plan *plan); /* nothing of a pack without one */
void show_pack(const Pack *pack, double megabytes);
