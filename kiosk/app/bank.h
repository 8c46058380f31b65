/* What the quiz must know of a campus, taken from its pack: the one place that knows both. */
#pragma once

#include "base/error.h"
#include "content/pack.h"
#include "quiz/bank.h"

/* False, with the fault named, when the quiz could not reckon with this pack. A pack without
 * questions gives an empty bank. */
bool bank_from(const Pack *pack, QuizBank *bank, Error *error);
