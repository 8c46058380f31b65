/* The tables of a pack, written once: the builder creates exactly these, the kiosk accepts exactly
 * these. */
#pragma once

#define PACK_APPLICATION_ID 0x415A494D /* "AZIM" in the SQLite header */
#define PACK_FORMAT 15                 /* user_version; a kiosk refuses a newer one */
#define PACK_PAGE_BYTES 16384
#define TEXT_OF_PROGRAM "program" /* owner of what a pack brings of the words of the program */

/* CREATE statements, each exactly as sqlite_schema.sql gives it back; NULL ends the list. */
extern const char *const PACK_SCHEMA[];
