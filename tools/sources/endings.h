/* Endings of the files that a campus has, each list ending with NULL. */
#pragma once

extern const char *const ENDINGS_OF_PICTURES[]; /* that are read */
extern const char *const ENDINGS_OF_FILMS[];    /* that are read, or made into such as are */
