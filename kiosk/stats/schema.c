#include "stats/schema.h"

#define LABEL_COLUMNS                                                                              \
    "(tbl TEXT NOT NULL, key TEXT NOT NULL, lang TEXT NOT NULL, name TEXT NOT NULL,"               \
    " trade TEXT NOT NULL, PRIMARY KEY(tbl, key, lang)) STRICT, WITHOUT ROWID;"
#define LABELS_TO_4                                                                                \
    "SELECT tbl, key, 'fr' AS lang, fr AS name, trade FROM label WHERE tbl <> 'note' UNION ALL"    \
    " SELECT tbl, key, 'en', en, trade FROM label WHERE tbl <> 'note' UNION ALL"                   \
    " SELECT tbl, key, '', fr, trade FROM label WHERE tbl = 'note'"

const char STATS_SCHEMA[] =
    "CREATE TABLE kiosk(id TEXT PRIMARY KEY, running INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE dict(id INTEGER PRIMARY KEY, keys TEXT NOT NULL UNIQUE) STRICT;"
    "CREATE TABLE released(tbl TEXT NOT NULL, period TEXT NOT NULL, kiosk TEXT NOT NULL, dict "
    "INTEGER NOT NULL,"
    " n BLOB NOT NULL, PRIMARY KEY(tbl, period, kiosk)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE open(tbl TEXT NOT NULL, period TEXT NOT NULL, dict INTEGER NOT NULL, n BLOB NOT "
    "NULL,"
    " PRIMARY KEY(tbl, period)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE spent(tbl TEXT NOT NULL, period TEXT NOT NULL, PRIMARY KEY(tbl, period)) STRICT, "
    "WITHOUT ROWID;"
    "CREATE TABLE label" LABEL_COLUMNS
    "CREATE TABLE stop(kiosk TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY "
    "KEY(kiosk, day)) STRICT,"
    " WITHOUT ROWID;";

const char STATS_LABELS_UPGRADE[] =
    "CREATE TABLE label_5" LABEL_COLUMNS "INSERT INTO label_5 " LABELS_TO_4 ";"
    "DROP TABLE label; ALTER TABLE label_5 RENAME TO label";

const char *stats_labels(int format) {
    static const char TO_4[] = LABELS_TO_4 " ORDER BY tbl, key, lang";
    static const char NOW[] = "SELECT tbl, key, lang, name, trade FROM label"
                              " ORDER BY tbl, key, lang";
    return format < STATS_FORMAT_LABELS ? TO_4 : NOW;
}
