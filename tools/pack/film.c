#include "tools/pack/film.h"

#include "tools/pack/player.h"
#include "tools/pack/probe.h"
#include "tools/sources/source.h"

#include <sodium.h>
#include <string.h>

#define VIDEO_BYTES (1 << 29)

/* ---- what is known of a film, as bytes ------------------------------------------------------- */

typedef struct Known {
    int64_t duration, bytes;
    int32_t width, height, chunks, codec; /* hashes and letters that follow */
    unsigned char sha256[CHUNK_HASH];
} Known;

static Slice pack_known(Arena *arena, const Clip *clip) {
    Known known = {clip->duration,    clip->bytes,     clip->width, clip->height,
                   clip->chunk_count, clip->codec.len, {0}};
    size_t hashes = (size_t)clip->chunk_count * CHUNK_HASH;
    char *bytes = arena_alloc(arena, sizeof known + hashes + (size_t)known.codec);
    memcpy(known.sha256, clip->sha256, sizeof known.sha256);
    memcpy(bytes, &known, sizeof known);
    if (hashes)
        memcpy(bytes + sizeof known, clip->chunk_hash, hashes);
    if (known.codec)
        memcpy(bytes + sizeof known + hashes, clip->codec.at, (size_t)known.codec);
    return (Slice){bytes, (int)(sizeof known + hashes) + known.codec};
}

static void unpack_known(Arena *arena, Slice bytes, Clip *clip) {
    Known known;
    memcpy(&known, bytes.at, sizeof known);
    int hashes = known.chunks * CHUNK_HASH;
    clip->duration = known.duration;
    clip->bytes = known.bytes;
    clip->width = known.width;
    clip->height = known.height;
    clip->chunk_count = known.chunks;
    clip->chunk_hash = arena_alloc(arena, (size_t)hashes + 1);
    memcpy(clip->sha256, known.sha256, sizeof known.sha256);
    memcpy(clip->chunk_hash, bytes.at + sizeof known, (size_t)hashes);
    clip->codec = arena_copy(arena, slice_cut(bytes, (int)sizeof known + hashes, bytes.len));
}

/* ---- looking --------------------------------------------------------------------------------- */

static void hash_chunks(Arena *arena, Slice video, Clip *clip) {
    clip->bytes = video.len;
    clip->chunk_count = (video.len + CHUNK_BYTES - 1) / CHUNK_BYTES;
    clip->chunk_hash = arena_alloc(arena, (size_t)clip->chunk_count * CHUNK_HASH);
    crypto_hash_sha256(clip->sha256, (const unsigned char *)video.at,
                       (unsigned long long)video.len);
    for (int i = 0; i < clip->chunk_count; i++) {
        Slice chunk = slice_cut(video, i * CHUNK_BYTES,
                                i + 1 < clip->chunk_count ? (i + 1) * CHUNK_BYTES : video.len);
        crypto_hash_sha256(clip->chunk_hash[i], (const unsigned char *)chunk.at,
                           (unsigned long long)chunk.len);
    }
}

static bool hangs_on_machine(const Report *report) {
    for (int i = 0; i < report->count; i++)
        if (slice_is(report->entry[i].message, PROBE_NO_DECODER))
            return true;
    return false;
}

/* By its bytes. `own` hears what is said of it. */
static Slice look_at_bytes(Verdicts *verdicts, Report *own, Arena *arena, Slice file, Slice bytes) {
    unsigned char key[VERDICT_KEY];
    Slice found;
    Clip clip = {.codec = LIT("")};
    if (!player_key(verdicts, "film", bytes.at, (size_t)bytes.len, key))
        verdicts = NULL;
    if (verdict_recall(verdicts, key, own, arena, file, &found))
        return found;
    if (probe_video(own, arena, file, bytes, &clip))
        hash_chunks(arena, bytes, &clip);
    found = pack_known(arena, &clip);
    if (!hangs_on_machine(own))
        verdict_keep(verdicts, key, own, found);
    return found;
}

/* A film that was changed while it was read is known by its bytes only, and named when it is
   copied. */
static void look_anew(Verdicts *verdicts, Report *report, Arena *arena, Slice file,
                      const unsigned char *key, Clip *clip, const FileStamp *stamp) {
    Arena own_arena = {0};
    Report own = {0};
    Slice bytes;
    struct stat after;
    if (source_read(report, &own_arena, file, VIDEO_BYTES, false, &bytes)) {
        Slice found = look_at_bytes(verdicts, &own, &own_arena, file, bytes);
        unpack_known(arena, found, clip);
        if (!hangs_on_machine(&own) && stat(file.at, &after) == 0 && stamp_is(stamp, &after) &&
            stamp_is_settled(stamp))
            verdict_keep(verdicts, key, &own, found);
        verdict_say(report, file, &own);
    }
    report_free(&own);
    arena_free(&own_arena);
}

void film_look(Verdicts *verdicts, MeterLine *meter, Report *report, Arena *arena, Slice file,
               Clip *clip, FilmSource *source) {
    unsigned char key[VERDICT_KEY];
    struct stat info = {0};
    Slice found;
    stat(file.at, &info);
    *source = (FilmSource){.bytes = LIT(""), .path = file.at, .stamp = stamp_of(&info)};
    if (!player_key(verdicts, "film with stamp", &source->stamp, sizeof source->stamp, key))
        verdicts = NULL;
    if (S_ISREG(info.st_mode) && verdict_recall(verdicts, key, report, arena, file, &found)) {
        unpack_known(arena, found, clip);
    } else {
        meter_show(meter, file, METER_NO_PART);
        look_anew(verdicts, report, arena, file, key, clip, &source->stamp);
    }
}
