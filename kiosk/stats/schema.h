/* The two kinds of statistics file: a kiosk's own, with periods still open, and what was released,
 * of one kiosk or of many. */
#pragma once

enum {
    STATS_OWN_ID = 0x415A5354,      /* "AZST": application_id of a kiosk's own file; only that kiosk
                                       opens it for writing */
    STATS_RELEASED_ID = 0x415A5352, /* "AZSR": of an export or a merge; nothing in it is open */
    STATS_FORMAT = 5,
    STATS_FORMAT_LABELS = 5, /* before it, a label had its French and its English side by side */
    /* The oldest that is still read, and carried on: the same tables. 4 took epsilon of hours and
       steps for courses, labs and desks, which a file before it begins to count with its next
       month. What 3 releases of hours and steps by the month 2 released by the day, and how visits
       ended lay in "end". Rows stay as they are. */
    STATS_FORMAT_READ = 2,
    STATS_MONTHS_KEPT = 25, /* CNIL, measurement of audience, 4 July 2025 */
};

/* kiosk: a place, not a person; `running` is 1 from start to orderly stop.
   dict: the keys of a row's cells, each on a line; n: as many 32-bit little-endian numbers.
   released: written once for a period and never again. open: noised from its first moment.
   spent: periods whose release has been forgotten, without their cells: no wrong clock opens them a
   second time. label: what a key is called in a language ("" is what somebody wrote, whatever the
   language), and of a clip the trade it shows, so that counts are read without the pack they came
   from. stop: days on which the machine was found to have been cut
   off. */
extern const char STATS_SCHEMA[];

/* Brings the labels of a file before STATS_FORMAT_LABELS into rows by language. */
extern const char STATS_LABELS_UPGRADE[];

/* Selects tbl, key, lang, name and trade of all labels, those of a key together. */
const char *stats_labels(int format);
