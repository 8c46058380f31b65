#include "tools/studio/server.h"

#include "tools/studio/router.h"

#include "tools/studio/style.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HTTP_PORT = 80 }; /* of which browsers say nothing */
enum { POST_BYTES = 1 << 16, CONNECTIONS_MOST = 32, PATIENCE_S = 600, PARAMS_MOST = 20000 };

struct Server {
    struct MHD_Daemon *daemon;
};

/* One question, from its first header to the last byte of its answer. */
typedef struct Exchange {
    Studio *studio;
    Arena arena;
    struct MHD_PostProcessor *post;
    Request request;
    char *body; /* of a form alone, which is taken apart once it is whole */
    size_t body_len, body_room;
    FILE *upload; /* of the value that is being read */
    char *value;  /* likewise */
    size_t value_len, value_room;
    bool begun; /* a value, of which nothing is there yet */
    bool files; /* the body may have some */
    int64_t taken, most;
    int refused; /* status; 0: all is well so far */
} Exchange;

/* ---- who may ask ----------------------------------------------------------------------------- */

bool server_is_host(const char *host, int port) {
    char name[64];
    static const char *const NAMES[] = {"127.0.0.1", "localhost"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        snprintf(name, sizeof name, "%s:%d", NAMES[i], port);
        bool bare = port == HTTP_PORT && host && strcmp(host, NAMES[i]) == 0;
        if (bare || (host && strcmp(host, name) == 0))
            return true;
    }
    return false;
}

/* A browser says from which page a form was sent. */
static bool is_origin(const char *origin, int port) {
    return !origin || (strncmp(origin, "http://", 7) == 0 && server_is_host(origin + 7, port));
}

static bool has_token(const Studio *studio, const char *part) {
    return strlen(part) == STUDIO_TOKEN - 1 &&
           sodium_memcmp(part, studio->token, STUDIO_TOKEN - 1) == 0;
}

bool server_path(const Studio *studio, Arena *arena, const char *url, Lang *lang,
                 Request *request) {
    char *rest = (char *)(uintptr_t)arena_copy(arena, slice_from(url)).at, *save = NULL;
    char *part = strtok_r(rest, "/", &save);
    *lang = -1;
    if (!part || !has_token(studio, part))
        return false;
    part = strtok_r(NULL, "/", &save);
    if (part)
        *lang = langs_find(langs(), slice_from(part));
    if (part && *lang < 0) /* the style and the script have no language */
        request->part[request->parts++] = slice_from(part);
    while ((part = strtok_r(NULL, "/", &save)) && request->parts < STUDIO_PARTS)
        request->part[request->parts++] = slice_from(part);
    if (part) /* no page lies so deep, and none has such a name */
        request->part[0] = arena_printf(arena, SLICE_FMT "/…", SLICE_ARG(request->part[0]));
    return true;
}

static bool may_ask(struct MHD_Connection *c, const Studio *studio) {
    const char *host = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Host");
    const char *origin = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Origin");
    return server_is_host(host, studio->port) && is_origin(origin, studio->port);
}

/* ---- what a form brings ---------------------------------------------------------------------- */

/* It may be the password of a key. */
static void forget(char *memory, size_t len) {
    if (memory)
        sodium_memzero(memory, len);
    free(memory);
}

static void end_value(Exchange *e) {
    Request *q = &e->request;
    if (e->upload && fclose(e->upload) != 0)
        e->refused = MHD_HTTP_INSUFFICIENT_STORAGE;
    if (e->value)
        q->param[q->param_count - 1].value =
            arena_copy(&e->arena, (Slice){e->value, (int)e->value_len});
    forget(e->value, e->value_len);
    e->upload = NULL;
    e->value = NULL;
    e->value_len = e->value_room = 0;
    e->begun = false;
}

static void begin_upload(Exchange *e, Param *param, const char *filename) {
    char *path = arena_alloc(&e->arena, PATH_MAX);
    snprintf(path, PATH_MAX, "%.4000s/upload-XXXXXX", e->studio->work);
    int fd = mkostemp(path, O_CLOEXEC);
    e->upload = fd >= 0 ? fdopen(fd, "wb") : NULL;
    if (!e->upload)
        e->refused = MHD_HTTP_INSUFFICIENT_STORAGE;
    param->value = arena_copy(&e->arena, slice_from(filename));
    param->file = path;
}

static void begin_value(Exchange *e, const char *key, const char *filename) {
    Request *q = &e->request;
    end_value(e);
    if (q->param_count == PARAMS_MOST) {
        e->refused = MHD_HTTP_CONTENT_TOO_LARGE;
        return;
    }
    Param *param = LIST_ADD(&e->arena, q->param, q->param_count);
    *param = (Param){.name = arena_copy(&e->arena, slice_from(key)), .value = LIT("")};
    e->begun = true;
    if (filename && filename[0])
        begin_upload(e, param, filename);
}

/* What was begun and is empty so far may be begun once more by the library, when what came first
   was cut in the wrong place: it is the same one. */
static bool goes_on(const Exchange *e, const char *key, const char *filename) {
    const Request *q = &e->request;
    if (!e->begun)
        return false;
    const Param *last = &q->param[q->param_count - 1];
    bool upload = filename && filename[0];
    return slice_is(last->name, key) && upload == (last->file != NULL) &&
           (!upload || slice_is(last->value, filename));
}

static char *grown(char *memory, size_t len, size_t more, size_t *room) {
    if (len + more <= *room)
        return memory;
    *room = 2 * (len + more) + 64;
    char *larger = malloc(*room);
    if (!larger)
        abort();
    if (len)
        memcpy(larger, memory, len);
    forget(memory, len);
    return larger;
}

static void add_bytes(Exchange *e, const char *data, size_t size) {
    e->begun = false;
    if (e->upload) {
        if (fwrite(data, 1, size, e->upload) != size)
            e->refused = MHD_HTTP_INSUFFICIENT_STORAGE;
        return;
    }
    if (e->value_len + size > SERVER_FORM_MOST) {
        e->refused = MHD_HTTP_CONTENT_TOO_LARGE;
        return;
    }
    e->value = grown(e->value, e->value_len, size, &e->value_room);
    memcpy(e->value + e->value_len, data, size);
    e->value_len += size;
}

static enum MHD_Result take_part(void *self, enum MHD_ValueKind kind, const char *key,
                                 const char *filename, const char *type, const char *coding,
                                 const char *data, uint64_t off, size_t size) {
    Exchange *e = self;
    (void)kind;
    (void)type;
    (void)coding;
    key = key ? key : "";
    if (off == 0 && !goes_on(e, key, filename))
        begin_value(e, key, filename);
    if (!e->refused && size)
        add_bytes(e, data, size);
    return e->refused ? MHD_NO : MHD_YES;
}

static enum MHD_Result take_argument(void *self, enum MHD_ValueKind kind, const char *key,
                                     const char *value) {
    Exchange *e = self;
    (void)kind;
    *LIST_ADD(&e->arena, e->request.param, e->request.param_count) =
        (Param){.name = arena_copy(&e->arena, slice_from(key)),
                .value = arena_copy(&e->arena, slice_from(value))};
    return e->request.param_count < PARAMS_MOST ? MHD_YES : MHD_NO;
}

/* A form alone is short; one with a file may be long. */
static void begin_body(Exchange *e, struct MHD_Connection *c) {
    const char *type = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Content-Type");
    const char *length = MHD_lookup_connection_value(c, MHD_HEADER_KIND, "Content-Length");
    e->files = type && strncasecmp(type, "multipart/form-data", 19) == 0;
    e->most = e->files ? SERVER_UPLOAD_MOST : SERVER_FORM_MOST;
    if (length && strtoll(length, NULL, 10) > e->most)
        e->refused = MHD_HTTP_CONTENT_TOO_LARGE;
    else
        e->post = MHD_create_post_processor(c, POST_BYTES, take_part, e);
    if (!e->refused && !e->post)
        e->refused = MHD_HTTP_BAD_REQUEST;
}

static void take_apart(Exchange *e, const char *data, size_t size) {
    if (MHD_post_process(e->post, data, size) != MHD_YES && !e->refused)
        e->refused = MHD_HTTP_BAD_REQUEST;
}

/* The rest of a body that is refused is read and dropped, so that the browser hears why. */
static void take_body(Exchange *e, const char *data, size_t size) {
    e->taken += (int64_t)size;
    if (e->taken > e->most)
        e->refused = e->refused ? e->refused : MHD_HTTP_CONTENT_TOO_LARGE;
    if (e->refused)
        return;
    if (e->files) {
        take_apart(e, data, size);
        return;
    }
    e->body = grown(e->body, e->body_len, size, &e->body_room);
    memcpy(e->body + e->body_len, data, size);
    e->body_len += size;
}

static void end_body(Exchange *e) {
    if (!e->refused && e->body_len)
        take_apart(e, e->body, e->body_len);
    if (e->post)
        MHD_destroy_post_processor(e->post);
    e->post = NULL;
    end_value(e);
    forget(e->body, e->body_len);
    e->body = NULL;
}

static bool is_text(const Request *q) {
    for (int i = 0; i < q->param_count; i++)
        if (!utf8_valid(q->param[i].name) || !utf8_valid(q->param[i].value) ||
            memchr(q->param[i].value.at, 0, (size_t)q->param[i].value.len))
            return false;
    for (int i = 0; i < q->parts; i++)
        if (!utf8_valid(q->part[i]))
            return false;
    return true;
}

/* ---- answers --------------------------------------------------------------------------------- */

static const char *const HEADERS[][2] = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; frame-src "
     "'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};

static enum MHD_Result send_answer(struct MHD_Connection *c, const Answer *a, Arena *arena) {
    struct MHD_Response *r =
        MHD_create_response_from_buffer(a->size, a->bytes, MHD_RESPMEM_MUST_FREE);
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++)
        MHD_add_response_header(r, HEADERS[i][0], HEADERS[i][1]);
    if (a->type)
        MHD_add_response_header(r, "Content-Type", a->type);
    if (a->location.len)
        MHD_add_response_header(r, "Location", arena_copy(arena, a->location).at);
    if (a->refresh_s)
        MHD_add_response_header(r, "Refresh", arena_printf(arena, "%d", a->refresh_s).at);
    if (a->download.len)
        MHD_add_response_header(
            r, "Content-Disposition",
            arena_printf(arena, "attachment; filename=\"" SLICE_FMT "\"", SLICE_ARG(a->download))
                .at);
    enum MHD_Result result = MHD_queue_response(c, (unsigned)a->status, r);
    MHD_destroy_response(r);
    return result;
}

static enum MHD_Result send_text(struct MHD_Connection *c, Arena *arena, int status,
                                 const char *type, const char *text) {
    Answer a = {.status = status, .type = type, .bytes = strdup(text), .size = strlen(text)};
    return send_answer(c, &a, arena);
}

static enum MHD_Result send_word(struct MHD_Connection *c, Exchange *e, int status,
                                 StudioWord word) {
    Slice text = studio_word(LANG_FIRST, word);
    return send_text(c, &e->arena, status, "text/plain; charset=utf-8",
                     arena_copy(&e->arena, text).at);
}

static StudioWord why_refused(int status) {
    if (status == MHD_HTTP_CONTENT_TOO_LARGE)
        return STUDIO_TOO_LARGE;
    return status == MHD_HTTP_INSUFFICIENT_STORAGE ? STUDIO_NO_ROOM : STUDIO_BAD_REQUEST;
}

static enum MHD_Result send_page(struct MHD_Connection *c, Exchange *e, Lang lang) {
    Answer answer = {0};
    Desk d = {e->studio, &e->arena, lang, &e->request, &answer, NULL};
    if (!is_text(&e->request))
        return send_word(c, e, MHD_HTTP_BAD_REQUEST, STUDIO_BAD_REQUEST);
    router_answer(&d);
    return send_answer(c, &answer, &e->arena);
}

static enum MHD_Result answer(struct MHD_Connection *c, Exchange *e, Lang lang) {
    const Request *q = &e->request;
    if (lang >= 0)
        return send_page(c, e, lang);
    if (q->parts == 1 && slice_is(q->part[0], "studio.css"))
        return send_text(c, &e->arena, MHD_HTTP_OK, "text/css; charset=utf-8",
                         style_sheet(&e->arena).at);
    if (q->parts == 1 && slice_is(q->part[0], "studio.js"))
        return send_text(c, &e->arena, MHD_HTTP_OK, "text/javascript; charset=utf-8",
                         style_script());
    if (q->parts)
        return send_word(c, e, MHD_HTTP_NOT_FOUND, STUDIO_NO_PAGE);
    Answer home = {.status = MHD_HTTP_SEE_OTHER, .bytes = strdup(""), .size = 0};
    home.location = arena_printf(&e->arena, "/%s/%s/", e->studio->token, langs()->code[LANG_FIRST]);
    return send_answer(c, &home, &e->arena);
}

/* ---- the library's calls --------------------------------------------------------------------- */

static Exchange *begin(struct MHD_Connection *c, Studio *studio, bool post) {
    Exchange *e = calloc(1, sizeof *e);
    if (!e)
        abort();
    e->studio = studio;
    e->request.post = post;
    if (!may_ask(c, studio))
        e->refused = MHD_HTTP_FORBIDDEN;
    else
        MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, take_argument, e);
    return e;
}

static enum MHD_Result handle(void *self, struct MHD_Connection *c, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state) {
    Exchange *e = *state;
    Lang lang;
    bool post = strcmp(method, "POST") == 0, first = !e;
    (void)version;
    if (first)
        *state = e = begin(c, self, post);
    if (first && (e->refused || !server_path(e->studio, &e->arena, url, &lang, &e->request)))
        return send_word(c, e, MHD_HTTP_FORBIDDEN, STUDIO_NO_TOKEN);
    if (!post && strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return send_word(c, e, MHD_HTTP_METHOD_NOT_ALLOWED, STUDIO_BAD_REQUEST);
    if (first && post)
        begin_body(e, c);
    if (first) /* an answer now would leave a browser that is still sending without one */
        return MHD_YES;
    if (*size) {
        take_body(e, data, *size);
        *size = 0;
        return MHD_YES;
    }
    end_body(e);
    if (e->refused)
        return send_word(c, e, e->refused, why_refused(e->refused));
    Request again = {0};
    server_path(e->studio, &e->arena, url, &lang, &again);
    return answer(c, e, lang);
}

static void done(void *self, struct MHD_Connection *c, void **state,
                 enum MHD_RequestTerminationCode how) {
    Exchange *e = *state;
    (void)self;
    (void)c;
    (void)how;
    if (!e)
        return;
    e->refused = MHD_HTTP_BAD_REQUEST; /* broken off, or answered */
    end_body(e);
    for (int i = 0; i < e->request.param_count; i++)
        if (e->request.param[i].file)
            unlink(e->request.param[i].file);
    arena_wipe(&e->arena);
    arena_free(&e->arena);
    free(e);
    *state = NULL;
}

bool server_begin(Server **server, Studio *studio, int port, Error *error) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    *server = calloc(1, sizeof **server);
    if (!*server)
        abort();
    (*server)->daemon = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION, (uint16_t)port, NULL, NULL,
        handle, studio, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&here, MHD_OPTION_NOTIFY_COMPLETED,
        done, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)PATIENCE_S, MHD_OPTION_END);
    if ((*server)->daemon) {
        studio->port = MHD_get_daemon_info((*server)->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
        return true;
    }
    Arena arena = {0};
    Slice told = arena_printf(&arena, "%d", port);
    error_set(error, SLICE_FMT,
              SLICE_ARG(studio_sentence(&arena, LANG_FIRST, STUDIO_NO_PORT, told,
                                        slice_from(error_why(errno)))));
    arena_free(&arena);
    free(*server);
    return false;
}

void server_end(Server *server) {
    MHD_stop_daemon(server->daemon);
    free(server);
}
