/* Which page answers: all of them, each by its path. */
#pragma once

#include "tools/studio/studio.h"

void router_answer(Desk *d);
