#include "health/machine.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#define PATH_BYTES 512
#define LINE_BYTES 256
#define DEGREES_MOST 150 /* what says more is no sensor */

static FILE *open_below(const char *root, const char *path) {
    char name[PATH_BYTES];
    snprintf(name, sizeof name, "%s%s", root, path);
    return fopen(name, "re");
}

int machine_uptime_hours(const char *root) {
    double seconds = -1;
    FILE *in = open_below(root, "/proc/uptime");
    bool told = in && fscanf(in, "%lf", &seconds) == 1;
    if (in)
        fclose(in);
    return told && seconds >= 0 && seconds < 1e9 ? (int)(seconds / 3600) : HEALTH_UNKNOWN;
}

int machine_disk_percent(const char *path) {
    struct statvfs disk;
    if (statvfs(path, &disk) != 0 || !disk.f_blocks)
        return HEALTH_UNKNOWN;
    uint64_t used = disk.f_blocks - disk.f_bfree, all = used + disk.f_bavail;
    return all ? (int)((100 * used + all - 1) / all) : 100;
}

/* ---- temperature ----------------------------------------------------------------------------- */

/* Thousandths of a degree, in a file of its own. */
static int degrees_in(const char *path) {
    int thousandths = 0;
    FILE *in = fopen(path, "re");
    bool told = in && fscanf(in, "%d", &thousandths) == 1;
    if (in)
        fclose(in);
    int degrees = thousandths / 1000;
    return told && degrees > 0 && degrees < DEGREES_MOST ? degrees : HEALTH_UNKNOWN;
}

static int hottest_of(const char *root, const char *sensors) {
    char pattern[PATH_BYTES];
    glob_t found = {0};
    int most = HEALTH_UNKNOWN;
    snprintf(pattern, sizeof pattern, "%s%s", root, sensors);
    if (glob(pattern, GLOB_NOSORT, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++) {
            int degrees = degrees_in(found.gl_pathv[i]);
            most = degrees > most ? degrees : most;
        }
    globfree(&found);
    return most;
}

int machine_temperature(const char *root) {
    int zones = hottest_of(root, "/sys/class/thermal/thermal_zone*/temp");
    int chips = hottest_of(root, "/sys/class/hwmon/hwmon*/temp*_input");
    return zones > chips ? zones : chips;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* The rest of the line that begins so, without quotes. */
static void word_after(FILE *in, const char *beginning, char word[HEALTH_TEXT]) {
    char line[LINE_BYTES];
    size_t begins = strlen(beginning);
    *word = 0;
    while (in && fgets(line, sizeof line, in))
        if (strncmp(line, beginning, begins) == 0) {
            char *value = line + begins + (line[begins] == '"');
            value[strcspn(value, "\"\n")] = 0;
            snprintf(word, HEALTH_TEXT, "%.*s", HEALTH_TEXT - 1, value);
            break;
        }
    if (in)
        fclose(in);
}

void machine_system(const char *root, char name[HEALTH_TEXT]) {
    word_after(open_below(root, "/etc/os-release"), "PRETTY_NAME=", name);
}

void machine_disk_health(const char *root, char word[HEALTH_TEXT]) {
    word_after(open_below(root, "/run/azimut/disk-health"), "", word);
}
