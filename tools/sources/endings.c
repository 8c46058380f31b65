#include "tools/sources/endings.h"

#include <stddef.h>

const char *const ENDINGS_OF_PICTURES[] = {".svg", ".png", ".jpg", ".jpeg", ".webp", NULL};
const char *const ENDINGS_OF_FILMS[] = {".mp4", ".webm", ".mov", ".m4v", ".mkv", ".avi",
                                        ".mts", ".m2ts", ".3gp", ".mpg", ".wmv", NULL};
