#include "tools/pack/meter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { CELLS = 20, LINE_BYTES = 1024, USUAL_COLUMNS = 80, NAME_SIGNS = 200 };

void meter_open(MeterLine *meter) {
    const char *kind = getenv("TERM");
    *meter = (MeterLine){.shows = isatty(STDERR_FILENO) == 1 && kind && strcmp(kind, "dumb") != 0};
}

/* Back to the beginning of the line, and what stood there goes. */
static void wipe(const MeterLine *meter) {
    if (meter->stands)
        fputs("\r\033[K", stderr);
}

void meter_close(MeterLine *meter) {
    if (!meter)
        return;
    wipe(meter);
    fflush(stderr);
    meter->stands = false;
}

void meter_at(MeterLine *meter, const char *what, int at, int all) {
    if (!meter)
        return;
    meter->what = what;
    meter->at = at;
    meter->all = all;
}

/* ---- the line -------------------------------------------------------------------------------- */

static int columns(void) {
    struct winsize size;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : USUAL_COLUMNS;
}

static Slice name_of(Slice path) {
    int from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return slice_cut(path, from, path.len);
}

/* A name may hold anything; a line that is wider than the terminal could not be taken away. */
static int put_signs(char *line, int len, Slice text, int room) {
    for (int signs = 0; text.len && signs < room; signs++) {
        Slice before = text;
        uint32_t code = utf8_next(&text);
        int bytes = before.len - text.len;
        bool plain = code >= ' ' && code != 0x7F && !(code >= 0x80 && code < 0xA0);
        if (len + bytes + 1 > LINE_BYTES)
            break;
        memcpy(line + len, plain ? before.at : "?", plain ? (size_t)bytes : 1);
        len += plain ? bytes : 1;
    }
    return len;
}

static int filled_of(const MeterLine *meter, int percent) {
    int64_t hundredths = (int64_t)(meter->at - 1) * 100 + (percent > 0 ? percent : 0);
    return meter->all > 0 ? (int)(hundredths * CELLS / 100 / meter->all) : 0;
}

void meter_show(MeterLine *meter, Slice file, int percent) {
    char head[128], line[LINE_BYTES], part[16] = "";
    if (!meter || !meter->shows)
        return;
    int filled = filled_of(meter, percent);
    if (percent != METER_NO_PART)
        snprintf(part, sizeof part, "%d %% ", percent);
    int len = snprintf(head, sizeof head, "[%.*s%*s] %s %d/%d %s", filled, "####################",
                       CELLS - filled, "", meter->what, meter->at, meter->all, part);
    int room = columns() - 1, all = put_signs(line, 0, (Slice){head, len}, room);
    if (room > len)
        all =
            put_signs(line, all, name_of(file), room - len < NAME_SIGNS ? room - len : NAME_SIGNS);
    wipe(meter);
    fwrite(line, 1, (size_t)all, stderr);
    fflush(stderr);
    meter->stands = true;
}
