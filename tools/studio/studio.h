/* The studio as a whole, and one question that a browser asks of it. */
#pragma once

#include "tools/studio/words.h"

#include "base/error.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>

enum { STUDIO_TOKEN = 33, STUDIO_PARTS = 5 };

typedef struct Studio {
    char folder[PATH_MAX]; /* of the campus, without links */
    char work[PATH_MAX];   /* of this studio alone, gone when it ends: packs, pictures, uploads */
    char tools[PATH_MAX];  /* where azimut-pack and azimut lie; empty: wherever they are found */
    char token[STUDIO_TOKEN];
    int port;
    pthread_mutex_t lock; /* of all that is not told to be otherwise: one question at a time */
    struct Faults *faults;
    struct Job *job;
    char key[PATH_MAX], stick[PATH_MAX], target[PATH_MAX]; /* as somebody last published */
    Error warning;                                         /* to be said on the next page */
} Studio;

/* A value of a form; of an upload `file` has the bytes, on the disk, and `value` what it was
   called. */
typedef struct Param {
    Slice name, value;
    const char *file;
} Param;

typedef struct Request {
    bool post;
    Slice part[STUDIO_PARTS]; /* of the path, behind the token and the language */
    int parts;
    Param *param;
    int param_count;
} Request;

typedef struct Answer {
    int status; /* of HTTP */
    const char *type;
    char *bytes; /* of malloc */
    size_t size;
    Slice location; /* go there instead */
    Slice download; /* to be kept under that name */
    int refresh_s;  /* ask again after so many seconds; 0: do not */
} Answer;

/* One question while it is answered. */
typedef struct Desk {
    Studio *studio;
    Arena *arena;
    Lang lang;
    const Request *request;
    Answer *answer;
    FILE *out; /* the page that is written */
} Desk;

Slice studio_value(const Desk *d, const char *name); /* of the form or the address; empty: none */
bool studio_has(const Desk *d, const char *name);

/* Sets the error to a sentence of the studio and answers false. */
bool studio_refuse(const Desk *d, Error *error, StudioWord word, Slice file, const char *why);

/* Something is done, and this is to be said of it on the page that comes next. */
void studio_warn(Desk *d, Slice sentence);

/* Answers with the path of a page below the language: "record/trade/soudage". */
bool studio_go(Desk *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
