#include "setup/zones.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define HOURS_WEST 12
#define HOURS_EAST 14

static const char *const FRENCH[] = {
#define ZONE(name, word) name,
#include "setup/zones.def"
#undef ZONE
};

/* Names go into paths: no more than tzdata's own letters. */
static bool is_name(const char *zone) {
    static const char LETTERS[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    return *zone && *zone != '/' && zone[strspn(zone, LETTERS)] == 0;
}

bool zones_has(const char *folder, const char *zone) {
    char path[512];
    struct stat info;
    int len = snprintf(path, sizeof path, "%s/%s", folder, zone);
    return is_name(zone) && len < (int)sizeof path && stat(path, &info) == 0 &&
           S_ISREG(info.st_mode);
}

bool zones_hours(const char *zone, int *hours) {
    char end;
    if (sscanf(zone, "Etc/GMT%d%c", hours, &end) != 1)
        return false;
    *hours = -*hours;
    return true;
}

static bool is_listed(char zone[SETUP_ZONES][SETUP_ZONE], int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (strcmp(zone[i], name) == 0)
            return true;
    return false;
}

int zones_list(const char *folder, const char *also, char zone[SETUP_ZONES][SETUP_ZONE]) {
    int count = 0;
    for (size_t i = 0; i < sizeof FRENCH / sizeof *FRENCH; i++)
        if (zones_has(folder, FRENCH[i]))
            snprintf(zone[count++], SETUP_ZONE, "%s", FRENCH[i]);
    for (int hours = -HOURS_WEST; hours <= HOURS_EAST; hours++) {
        snprintf(zone[count], SETUP_ZONE, "Etc/GMT%+d", -hours);
        count += zones_has(folder, zone[count]);
    }
    if (*also && !is_listed(zone, count, also))
        snprintf(zone[count++], SETUP_ZONE, "%s", also);
    return count;
}
