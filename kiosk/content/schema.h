/* The tables of a pack, written once: the builder creates exactly these, the kiosk accepts exactly these. */
#pragma once

#define PACK_APPLICATION_ID 0x415A494D /* "AZIM" in the SQLite header */
#define PACK_FORMAT 4                  /* user_version; a kiosk refuses a newer one */
#define PACK_PAGE_BYTES 16384

/* Quiz dimensions, in this order everywhere: six RIASEC letters, then the ten workshop facets. */
#define PACK_RIASEC "RIASEC"
#define PACK_FACETS "MEASPLDQOH"
#define PACK_DIMENSIONS 16

/* Row of the table clip_chunk: the clip's ord, then which mebibyte of it. */
#define PACK_CHUNK_ID(clip, seq) ((long long)(clip) << 16 | (seq))

/* CREATE statements, each exactly as sqlite_schema.sql gives it back; NULL ends the list. */
extern const char *const PACK_SCHEMA[];
