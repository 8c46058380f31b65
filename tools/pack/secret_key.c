#include "tools/pack/secret_key.h"

#include "base/message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PASSWORD 1024
#define PATH_BYTES 4096
#define SECRET_COMMENT "untrusted comment: minisign encrypted secret key\n"
#define PUBLIC_COMMENT "untrusted comment: minisign public key %016llX\n"

/* As it lies in the file, in base64. Without a password `kdf` and `sum` are zeros. */
typedef struct KeyFile {
    char kind[2], kdf[2], sum_kind[2];
    unsigned char salt[crypto_pwhash_scryptsalsa208sha256_SALTBYTES];
    unsigned char work[8], memory[8];
    struct {
        SecretKey key;
        unsigned char sum[32];
    } secret;
} KeyFile;

#define KEY_FILE_TEXT sodium_base64_ENCODED_LEN(sizeof(KeyFile), sodium_base64_VARIANT_ORIGINAL)

/* ---- the password ---------------------------------------------------------------------------- */

/* Signals by which a person breaks off; the terminal is put right first. */
static const int ENDS[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};
enum { ENDS_COUNT = sizeof ENDS / sizeof *ENDS };

static volatile sig_atomic_t broken_off; /* by which */

static void note(int signal) {
    broken_off = signal;
}

/* What is typed is not shown. */
typedef struct Hush {
    bool terminal;
    struct termios was;
    struct sigaction before[ENDS_COUNT];
} Hush;

/* Without SA_RESTART: whoever waits for a line goes on when a signal comes. */
static void hush_begin(Hush *hush) {
    struct sigaction noted = {.sa_handler = note};
    broken_off = 0;
    for (int i = 0; i < ENDS_COUNT; i++)
        sigaction(ENDS[i], &noted, &hush->before[i]);
    hush->terminal = tcgetattr(STDIN_FILENO, &hush->was) == 0;
    if (!hush->terminal)
        return;
    struct termios hushed = hush->was;
    hushed.c_lflag &= ~(tcflag_t)ECHO;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hushed);
}

static void hush_end(const Hush *hush) {
    if (hush->terminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hush->was);
    fputs("\n", stderr);
    for (int i = 0; i < ENDS_COUNT; i++)
        sigaction(ENDS[i], &hush->before[i], NULL);
    if (broken_off)
        raise(broken_off);
}

static bool ask(const char *what, char password[PASSWORD], Error *error) {
    Hush hush;
    fputs(what, stderr);
    hush_begin(&hush);
    bool said = !broken_off && fgets(password, PASSWORD, stdin) && !broken_off;
    hush_end(&hush);
    if (said)
        password[strcspn(password, "\r\n")] = 0;
    return (said && password[0]) || error_set(error, "aucun mot de passe n’est donné");
}

static bool ask_twice(char password[PASSWORD], Error *error) {
    char again[PASSWORD] = {0};
    bool good = ask(message("Mot de passe de la nouvelle clé : "), password, error) &&
                ask(message("Encore une fois : "), again, error);
    if (good && strcmp(password, again) != 0)
        good = error_set(error, "les deux mots de passe ne sont pas les mêmes");
    sodium_memzero(again, sizeof again);
    return good;
}

static void put_number(unsigned char at[8], uint64_t number) {
    for (int i = 0; i < 8; i++)
        at[i] = (unsigned char)(number >> 8 * i);
}

static uint64_t get_number(const unsigned char at[8]) {
    uint64_t number = 0;
    for (int i = 7; i >= 0; i--)
        number = number << 8 | at[i];
    return number;
}

/* Covers the secret, or uncovers it: the same stream of bytes over it. */
static bool cover(KeyFile *file, const char *password, Error *error) {
    unsigned char stream[sizeof file->secret], *at = (unsigned char *)&file->secret;
    if (crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, password, strlen(password),
                                           file->salt, get_number(file->work),
                                           (size_t)get_number(file->memory)) != 0)
        return error_set(error, "pas assez de mémoire pour ce mot de passe (il en faut %llu Mo)",
                         (unsigned long long)get_number(file->memory) >> 20);
    for (size_t i = 0; i < sizeof stream; i++)
        at[i] ^= stream[i];
    sodium_memzero(stream, sizeof stream);
    return true;
}

static void sum_of(const KeyFile *file, unsigned char sum[32]) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, 32);
    crypto_generichash_update(&state, (const unsigned char *)file->kind, sizeof file->kind);
    crypto_generichash_update(&state, (const unsigned char *)&file->secret.key,
                              sizeof file->secret.key);
    crypto_generichash_final(&state, sum, 32);
}

/* ---- making ---------------------------------------------------------------------------------- */

static bool put(const char *path, const char *text, mode_t mode, Error *error) {
    size_t length = strlen(text);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0 && errno == EEXIST)
        return error_set(error, "%.200s : existe déjà, et reste tel quel", path);
    bool good = fd >= 0 && write(fd, text, length) == (ssize_t)length && fsync(fd) == 0;
    int why = errno;
    if (fd >= 0)
        close(fd);
    if (fd >= 0 && !good)
        unlink(path);
    return good || error_set(error, "%.200s : ne s’écrit pas : %s", path, error_why(why));
}

static bool put_secret(const char *path, const KeyFile *file, Error *error) {
    char text[sizeof SECRET_COMMENT + KEY_FILE_TEXT + 2] = SECRET_COMMENT;
    char *line = text + strlen(text);
    sodium_bin2base64(line, KEY_FILE_TEXT, (const unsigned char *)file, sizeof *file,
                      sodium_base64_VARIANT_ORIGINAL);
    strcat(line, "\n");
    bool good = put(path, text, 0600, error);
    sodium_memzero(text, sizeof text);
    return good;
}

static bool put_public(const char *path, const SecretKey *secret, Error *error) {
    char name[PATH_BYTES], text[256], *line;
    PublicKey key = {.kind = {'E', 'd'}};
    memcpy(key.id, secret->id, sizeof key.id);
    crypto_sign_ed25519_sk_to_pk(key.key, secret->key);
    snprintf(name, sizeof name, "%.4000s.pub", path);
    snprintf(text, sizeof text, PUBLIC_COMMENT, (unsigned long long)get_number(secret->id));
    line = text + strlen(text);
    sodium_bin2base64(line, sizeof text - (size_t)(line - text) - 1, (const unsigned char *)&key,
                      sizeof key, sodium_base64_VARIANT_ORIGINAL);
    strcat(line, "\n");
    return put(name, text, 0644, error);
}

static bool protect(KeyFile *file, Error *error) {
    char password[PASSWORD] = {0};
    memcpy(file->kdf, "Sc", 2);
    randombytes_buf(file->salt, sizeof file->salt);
    put_number(file->work, crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE);
    put_number(file->memory, crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE);
    sum_of(file, file->secret.sum);
    bool good = ask_twice(password, error) && cover(file, password, error);
    sodium_memzero(password, sizeof password);
    return good;
}

bool secret_key_make(const char *path, bool bare, Error *error) {
    unsigned char public[crypto_sign_PUBLICKEYBYTES];
    KeyFile file = {.kind = {'E', 'd'}, .sum_kind = {'B', '2'}};
    SecretKey key;
    crypto_sign_keypair(public, key.key);
    randombytes_buf(key.id, sizeof key.id);
    file.secret.key = key;
    bool good = (bare || protect(&file, error)) && put_public(path, &key, error);
    if (good && !put_secret(path, &file, error)) {
        char name[PATH_BYTES];
        snprintf(name, sizeof name, "%.4000s.pub", path);
        unlink(name);
        good = false;
    }
    sodium_memzero(&file, sizeof file);
    sodium_memzero(&key, sizeof key);
    return good;
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool parse(const char *path, KeyFile *file, Error *error) {
    char text[MINISIGN_TEXT] = {0};
    FILE *in = fopen(path, "re");
    if (!in)
        return error_set(error, "%.200s : ne s’ouvre pas : %s", path, error_why(errno));
    size_t length = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    if (length == 0)
        return error_set(error, "%.200s : le fichier de la clé est vide", path);
    char *line = strchr(text, '\n');
    int count = line ? (int)strcspn(line + 1, "\r\n") : 0;
    bool good = line && minisign_bytes(line + 1, count, file, sizeof *file) &&
                memcmp(file->kind, "Ed", 2) == 0;
    sodium_memzero(text, sizeof text);
    return good || error_set(error, "%.200s : n’est pas une clé secrète de minisign", path);
}

static bool uncover(KeyFile *file, Error *error) {
    char password[PASSWORD] = {0};
    unsigned char sum[32];
    bool good =
        ask(message("Mot de passe de la clé : "), password, error) && cover(file, password, error);
    sodium_memzero(password, sizeof password);
    if (!good)
        return false;
    sum_of(file, sum);
    return sodium_memcmp(sum, file->secret.sum, sizeof sum) == 0 ||
           error_set(error, "ce n’est pas le mot de passe de cette clé");
}

bool secret_key_read(const char *path, SecretKey *key, Error *error) {
    KeyFile file;
    bool good = parse(path, &file, error);
    if (good && memcmp(file.kdf, "Sc", 2) == 0)
        good = uncover(&file, error);
    if (good)
        *key = file.secret.key;
    sodium_memzero(&file, sizeof file);
    return good;
}
