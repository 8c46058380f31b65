#include "content/chunks.h"

#include "content/open.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct Chunks {
    sqlite3 *db;
    sqlite3_stmt *select;
    const Pack *pack;
    pthread_mutex_t lock; /* a clip that is being left may still be read while the next one opens */
    long long held;       /* the row in `data`; -1: none */
    int bytes;
    unsigned char data[CHUNK_BYTES];
};

Chunks *chunks_open(const char *path, const Pack *pack, Error *error) {
    sqlite3 *db = pack_open(path, error);
    if (!db)
        return NULL;
    sqlite3_hard_heap_limit64(0); /* a chunk is bounded by its length; the limit was for opening */
    sqlite3_stmt *select = NULL;
    if (sqlite3_prepare_v2(db, "SELECT data FROM clip_chunk WHERE id = ?", -1, &select, NULL) !=
        SQLITE_OK) {
        error_set(error, "%s: its videos cannot be read: %s", path, sqlite3_errmsg(db));
        pack_close(db);
        return NULL;
    }
    Chunks *chunks = malloc(sizeof *chunks);
    if (!chunks)
        abort();
    chunks->db = db;
    chunks->select = select;
    chunks->pack = pack;
    chunks->held = -1;
    pthread_mutex_init(&chunks->lock, NULL);
    return chunks;
}

void chunks_close(Chunks *chunks) {
    if (!chunks)
        return;
    sqlite3_finalize(chunks->select);
    pack_close(chunks->db);
    pthread_mutex_destroy(&chunks->lock);
    free(chunks);
}

static int chunk_bytes(const Clip *clip, int seq) {
    int64_t rest = clip->bytes - (int64_t)seq * CHUNK_BYTES;
    return rest < CHUNK_BYTES ? (int)rest : CHUNK_BYTES;
}

static bool is_whole(const Clip *clip, int seq, const void *data, int bytes) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    if (!data || bytes != chunk_bytes(clip, seq))
        return false;
    crypto_hash_sha256(hash, data, (unsigned long long)bytes);
    return memcmp(hash, clip->chunk_hash[seq], sizeof hash) == 0;
}

static bool hold(Chunks *c, int clip, int seq) {
    long long id = PACK_CHUNK_ID(clip, seq);
    if (c->held == id)
        return true;
    c->held = -1;
    sqlite3_bind_int64(c->select, 1, id);
    bool good = sqlite3_step(c->select) == SQLITE_ROW;
    if (good) {
        const void *data = sqlite3_column_blob(c->select, 0);
        c->bytes = sqlite3_column_bytes(c->select, 0);
        good = is_whole(&c->pack->clip[clip], seq, data, c->bytes);
        if (good)
            memcpy(c->data, data, (size_t)c->bytes);
    }
    sqlite3_reset(c->select);
    c->held = good ? id : -1;
    return good;
}

int chunks_read(Chunks *c, int clip, int64_t offset, void *to, int count) {
    if (clip < 0 || clip >= c->pack->film_count || offset < 0 || count < 0)
        return -1;
    if (offset >= c->pack->clip[clip].bytes)
        return 0;
    int seq = (int)(offset / CHUNK_BYTES), at = (int)(offset % CHUNK_BYTES);
    pthread_mutex_lock(&c->lock);
    int got = -1;
    if (hold(c, clip, seq)) {
        got = c->bytes - at < count ? c->bytes - at : count;
        memcpy(to, c->data + at, (size_t)got);
    }
    pthread_mutex_unlock(&c->lock);
    return got;
}
