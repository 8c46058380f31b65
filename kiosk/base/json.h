/* Writes JSON (RFC 8259) to a file as it is told, with the commas and the escapes. Keeps nothing
 * and knows no one's data. */
#pragma once

#include "base/slice.h"

#include <stdio.h>

#define JSON_DEPTH_MAX 16

/* Begins as {out}. A value follows json_name in an object, stands by itself in an array. */
typedef struct Json {
    FILE *out;
    int depth;
    char close[JSON_DEPTH_MAX]; /* what ends each that is open */
    bool more[JSON_DEPTH_MAX];  /* and whether something stands in it */
    bool named;                 /* a name waits for its value */
} Json;

void json_object(Json *j);
void json_array(Json *j);
void json_end(Json *j); /* of the innermost that is open */
void json_name(Json *j, const char *name);
void json_text(Json *j, Slice text); /* UTF-8; "<" is escaped too: no text ends a script element */
void json_integer(Json *j, int64_t n);
void json_number(Json *j, double n, int decimals);
void json_bool(Json *j, bool is);
void json_null(Json *j);
void json_line(Json *j); /* what comes next begins a line: for people, and for tools that compare */
