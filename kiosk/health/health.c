#include "health/health.h"

#include "base/file.h"
#include "base/json.h"

#include <ctype.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#define PATH_BYTES 4200

_Static_assert(HEALTH_KEY_BYTES == crypto_sign_PUBLICKEYBYTES &&
                   HEALTH_SECRET_BYTES == crypto_sign_SECRETKEYBYTES &&
                   HEALTH_SIGNATURE_BYTES == crypto_sign_BYTES,
               "Ed25519");

void health_name(const char *wish, char name[HEALTH_TEXT]) {
    int len = 0;
    for (; wish && *wish && len < HEALTH_TEXT - 1; wish++)
        if (isalnum((unsigned char)*wish) || *wish == '-' || *wish == '_')
            name[len++] = *wish;
    name[len] = 0;
    if (!len)
        strcpy(name, "borne");
}

/* ---- the object ------------------------------------------------------------------------------ */

static void put_count(Json *j, int n) {
    if (n == HEALTH_UNKNOWN)
        json_null(j);
    else
        json_integer(j, n);
}

static void put_fields(Json *j, const HealthReport *r) {
#define TEXT(name) json_name(j, #name), json_text(j, slice_from(r->name));
#define COUNT(name) json_name(j, #name), put_count(j, r->name);
#define FLAG(name) json_name(j, #name), json_bool(j, r->name);
#include "health/health.def"
#undef TEXT
#undef COUNT
#undef FLAG
}

static void put_hex(FILE *out, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%02x", bytes[i]);
}

/* The second half of a secret key is the public one. */
static void put_body(FILE *out, const HealthReport *report, const uint8_t *secret) {
    Json json = {.out = out};
    json_object(&json);
    json_name(&json, "azimut-health");
    json_integer(&json, HEALTH_FORMAT);
    put_fields(&json, report);
    fputs(",\n\"key\":\"", out);
    put_hex(out, secret + (HEALTH_SECRET_BYTES - HEALTH_KEY_BYTES), HEALTH_KEY_BYTES);
    fputs("\"\n", out);
}

void health_print(FILE *out, const HealthReport *report,
                  const uint8_t secret[HEALTH_SECRET_BYTES]) {
    char *body = NULL;
    size_t size = 0;
    uint8_t signature[HEALTH_SIGNATURE_BYTES];
    FILE *memory = open_memstream(&body, &size);
    put_body(memory, report, secret);
    fclose(memory);
    crypto_sign_detached(signature, NULL, (const uint8_t *)body, size, secret);
    fwrite(body, 1, size, out);
    free(body);
    fputs(HEALTH_SEAL, out);
    put_hex(out, signature, sizeof signature);
    fputs("\"}\n", out);
}

bool health_write(const char *folder, const HealthReport *report,
                  const uint8_t secret[HEALTH_SECRET_BYTES], Error *error) {
    char path[PATH_BYTES], *bytes = NULL;
    size_t size = 0;
    snprintf(path, sizeof path, "%.4000s/kiosk-%s.health", folder, report->kiosk);
    FILE *memory = open_memstream(&bytes, &size);
    health_print(memory, report, secret);
    fclose(memory);
    bool good = file_put(path, bytes, size, 0644, error);
    free(bytes);
    return good;
}
