/* HTTP on the loopback: who may ask, what a form brings, what an answer says of itself. Knows no
   page. */
#pragma once

#include "tools/studio/studio.h"

enum { SERVER_FORM_MOST = 4 << 20 };
#define SERVER_UPLOAD_MOST ((int64_t)1 << 30)

typedef struct Server Server;

/* On 127.0.0.1 alone; `port` 0: a free one. Fills studio->port. */
bool server_begin(Server **server, Studio *studio, int port, Error *error);
void server_end(Server *server);

/* Is "127.0.0.1:8080" or "localhost:8080" what a browser calls this server? Every other name is
   that of somebody who has made it lead here. */
bool server_is_host(const char *host, int port);

/* The parts of "/token/fr/record/trade", without the first two. False: that is none of ours.
   `lang`: -1 when it says none. */
bool server_path(const Studio *studio, Arena *arena, const char *url, Lang *lang, Request *request);
