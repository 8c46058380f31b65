#include "base/near.h"

#include <string.h>
#include <unistd.h>

#define PLACE_BYTES 64

bool near_program(const char *const *places, char path[NEAR_BYTES]) {
    ssize_t len = readlink("/proc/self/exe", path, NEAR_BYTES - PLACE_BYTES);
    path[len > 0 ? len : 0] = 0;
    char *slash = strrchr(path, '/');
    for (int i = 0; slash && places[i]; i++) {
        strcpy(slash, places[i]);
        if (access(path, R_OK) == 0)
            return true;
    }
    return false;
}
