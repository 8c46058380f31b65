/* The files of the faces, found through fontconfig and mapped. */
#pragma once

#include "ui/theme.h"

enum {
    FACE_LAST_NAMED = FACE_COUNT - 1, /* those of the theme come first */
#define FACE(...)
#define BEHIND(name, ...) FACE_##name,
#include "platform/paint/faces.def"
#undef FACE
#undef BEHIND
    FACES
};

enum {
    FACE_FILE_MAX = 512,
    FACES_BEHIND = (FACES - FACE_COUNT) / 2,
    FACES_ASKED = 2 + FACES_BEHIND
};

typedef struct FaceFile {
    char path[FACE_FILE_MAX];
    Slice data; /* mapped: FreeType seeks and reads for every glyph, which costs two system calls in
                   a file; empty: there is none */
} FaceFile;

/* False when not one is there; one that is missing is replaced by the nearest and logged. */
bool faces_find(FaceFile file[FACES]);
void faces_unmap(FaceFile file[FACES]);

/* The faces that are asked for a sign one after the other: the face itself, then those behind it.
   Answers how many. */
int faces_behind(Face face, int list[FACES_ASKED]);

bool faces_is_arabic(int face);
