/* Writes the records of a pack into one SQLite file: the same records, the same bytes. */
#pragma once

#include "base/error.h"
#include "content/pack.h"
#include "tools/pack/meter.h"
#include "tools/pack/film_source.h"

/* `film`: that of every clip. The meter follows the films as they are copied. Beside the file
   first, then read by the kiosk's own reader, then renamed over it: a reader finds the old pack or
   the new one, never half of one, and none that it would refuse. */
bool pack_write(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                Error *error);

/* The same bytes for whoever reads them at once: neither read back nor waited for to be on the
 * disk.
 */
bool pack_draft(const Pack *pack, const FilmSource *film, MeterLine *meter, const char *path,
                Error *error);
