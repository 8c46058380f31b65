/* Certifications and blocks of skills out of the register of France compétences. */
#pragma once

#include "tools/pack/import.h"

/* For every `rncp:` of the folder's certifications: name, level, end of registration, blocks, each
   as the file has them. What an author wrote beside them stays; blocks that the register does not
   have go. False after a fault, such as a number that is not in the file. */
bool import_rncp(Import *import);
