/* Courses and sessions out of a LHEO file. */
#pragma once

#include "tools/pack/import.h"

/* Each formation becomes a course called after its number; a course that the folder has already
   gets new sessions and keeps what its author wrote. What LHEO does not say of a new one is put as
   an author may find it: the first desk of the folder, no route. False after a fault, such as a
   certification that the folder does not have. */
bool import_lheo(Import *import);
