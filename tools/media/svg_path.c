/* The language of a path's `d` (SVG 2, 9.3), arcs included. */
#include "tools/media/svg_colour.h"
#include "tools/media/svg_outline.h"

#include <math.h>
#include <string.h>

#define QUARTER 1.5707963267948966

typedef struct PathReading {
    Arena *arena;
    SvgOutline *outline;
    Slice rest;
    AffinePoint at, begin, control; /* of the pen; of its path; the last control point */
    char before;                    /* the command before, as a capital letter */
} PathReading;

static AffinePoint point(double x, double y) {
    return (AffinePoint){x, y};
}

static void add(PathReading *r, char kind, AffinePoint a, AffinePoint b, AffinePoint c) {
    SvgSegment *segment = LIST_ADD(r->arena, r->outline->segment, r->outline->count);
    *segment = (SvgSegment){kind, {a, b, c}};
}

static void line_to(PathReading *r, AffinePoint to) {
    add(r, 'L', to, to, to);
    r->at = to;
}

static void curve_to(PathReading *r, AffinePoint a, AffinePoint b, AffinePoint to) {
    add(r, 'C', a, b, to);
    r->at = to;
}

/* A curve with one control point, as one with two. */
static void quadratic_to(PathReading *r, AffinePoint a, AffinePoint to) {
    AffinePoint from = r->at;
    r->control = a;
    curve_to(r, point(from.x + (a.x - from.x) * 2 / 3, from.y + (a.y - from.y) * 2 / 3),
             point(to.x + (a.x - to.x) * 2 / 3, to.y + (a.y - to.y) * 2 / 3), to);
}

/* The last control point on the other side of the pen, when the command before had one. */
static AffinePoint mirrored(const PathReading *r, const char *kin) {
    bool kindred = r->before && strchr(kin, r->before);
    return kindred ? point(2 * r->at.x - r->control.x, 2 * r->at.y - r->control.y) : r->at;
}

/* ---- arcs ------------------------------------------------------------------------------------ */

typedef struct Arc {
    AffinePoint middle;
    double rx, ry, cos, sin, from, sweep;
} Arc;

/* From two ends to a middle (SVG 2, appendix B.2.4). */
static Arc arc_between(AffinePoint from, AffinePoint to, const double *a) {
    double turn = a[2] * QUARTER / 90;
    Arc arc = {.rx = fabs(a[0]), .ry = fabs(a[1]), .cos = cos(turn), .sin = sin(turn)};
    double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    double x = arc.cos * dx + arc.sin * dy, y = arc.cos * dy - arc.sin * dx;
    double wide = x * x / (arc.rx * arc.rx) + y * y / (arc.ry * arc.ry),
           grown = sqrt(fmax(wide, 1));
    arc.rx *= grown;
    arc.ry *= grown;
    double in = fmax(1 / fmax(wide / (grown * grown), 1e-300) - 1, 0);
    double side = sqrt(in) * (a[3] == a[4] ? -1 : 1);
    double cx = side * arc.rx * y / arc.ry, cy = -side * arc.ry * x / arc.rx;
    arc.middle = point(arc.cos * cx - arc.sin * cy + (from.x + to.x) / 2,
                       arc.sin * cx + arc.cos * cy + (from.y + to.y) / 2);
    arc.from = atan2((y - cy) / arc.ry, (x - cx) / arc.rx);
    arc.sweep = atan2((-y - cy) / arc.ry, (-x - cx) / arc.rx) - arc.from;
    if (a[4] != 0 && arc.sweep < 0)
        arc.sweep += 4 * QUARTER;
    if (a[4] == 0 && arc.sweep > 0)
        arc.sweep -= 4 * QUARTER;
    return arc;
}

static AffinePoint on_arc(const Arc *arc, double x, double y) {
    return point(arc->middle.x + arc->cos * arc->rx * x - arc->sin * arc->ry * y,
                 arc->middle.y + arc->sin * arc->rx * x + arc->cos * arc->ry * y);
}

/* In pieces of a quarter at most; the last ends where the author said. */
static void arc_to(PathReading *r, const double *a, AffinePoint to) {
    if (a[0] == 0 || a[1] == 0 || (r->at.x == to.x && r->at.y == to.y)) {
        line_to(r, to);
        return;
    }
    Arc arc = arc_between(r->at, to, a);
    int pieces = (int)ceil(fabs(arc.sweep) / QUARTER - 1e-9);
    pieces = pieces < 1 ? 1 : pieces;
    double step = arc.sweep / pieces, pull = tan(step / 4) * 4 / 3;
    for (int i = 0; i < pieces; i++) {
        double u = arc.from + i * step, v = u + step;
        AffinePoint end = i + 1 < pieces ? on_arc(&arc, cos(v), sin(v)) : to;
        curve_to(r, on_arc(&arc, cos(u) - pull * sin(u), sin(u) + pull * cos(u)),
                 on_arc(&arc, cos(v) + pull * sin(v), sin(v) - pull * cos(v)), end);
    }
}

/* ---- commands -------------------------------------------------------------------------------- */

static int numbers_of(char command) {
    static const char COMMANDS[] = "MLHVCSQTAZ";
    static const int NUMBERS[] = {2, 2, 1, 1, 6, 4, 4, 2, 7, 0};
    const char *found = strchr(COMMANDS, command);
    return command && found ? NUMBERS[found - COMMANDS] : -1;
}

/* A flag of an arc is one sign, and what follows may stand right behind it. */
static bool take_flag(Slice *rest, double *flag) {
    if (!rest->len || (rest->at[0] != '0' && rest->at[0] != '1'))
        return false;
    *flag = rest->at[0] - '0';
    *rest = slice_cut(*rest, 1, rest->len);
    return true;
}

static bool take_numbers(PathReading *r, char command, double *number) {
    int count = numbers_of(command);
    for (int i = 0; i < count; i++) {
        bool flag = command == 'A' && (i == 3 || i == 4);
        if (!(flag ? take_flag : svg_take_number)(&r->rest, &number[i]))
            return false;
        svg_skip_blanks(&r->rest);
    }
    return true;
}

/* Relative numbers made absolute: an arc's radii and flags are neither. */
static void make_absolute(const PathReading *r, char command, double *number) {
    int count = numbers_of(command);
    if (command == 'H')
        number[0] += r->at.x;
    else if (command == 'V')
        number[0] += r->at.y;
    for (int i = command == 'A' ? 5 : 0; count > 1 && i < count; i += 2) {
        number[i] += r->at.x;
        number[i + 1] += r->at.y;
    }
}

static void obey(PathReading *r, char command, const double *n) {
    AffinePoint a = point(n[0], n[1]), b = point(n[2], n[3]), c = point(n[4], n[5]);
    switch (command) {
    case 'M':
        add(r, 'M', a, a, a);
        r->at = r->begin = a;
        break;
    case 'L':
        line_to(r, a);
        break;
    case 'H':
        line_to(r, point(n[0], r->at.y));
        break;
    case 'V':
        line_to(r, point(r->at.x, n[0]));
        break;
    case 'C':
        curve_to(r, a, b, c);
        r->control = b;
        break;
    case 'S':
        curve_to(r, mirrored(r, "CS"), a, b);
        r->control = a;
        break;
    case 'Q':
        quadratic_to(r, a, b);
        break;
    case 'T':
        quadratic_to(r, mirrored(r, "QT"), a);
        break;
    case 'A':
        arc_to(r, n, point(n[5], n[6]));
        break;
    default:
        add(r, 'Z', r->begin, r->begin, r->begin);
        r->at = r->begin;
    }
    r->before = command;
}

/* A path begins with a move; after one, more points are lines. */
static bool take_command(PathReading *r, char *command) {
    char sign = r->rest.at[0];
    bool letter = (sign | 0x20) >= 'a' && (sign | 0x20) <= 'z';
    if (letter) {
        *command = sign;
        r->rest = slice_cut(r->rest, 1, r->rest.len);
        svg_skip_blanks(&r->rest);
    } else if (*command == 'M' || *command == 'm') {
        *command = *command == 'M' ? 'L' : 'l';
    }
    char capital = (char)(*command & ~0x20);
    bool known = numbers_of(capital) > 0 || (letter && capital == 'Z');
    return known && (r->before || capital == 'M');
}

bool svg_path(Arena *arena, Slice d, SvgOutline *outline, Slice *rest) {
    PathReading r = {.arena = arena, .outline = outline, .rest = slice_trim(d)};
    char command = 0;
    bool good = true;
    while (good && r.rest.len) {
        double number[7] = {0};
        *rest = r.rest;
        good = take_command(&r, &command) && take_numbers(&r, (char)(command & ~0x20), number);
        if (good && (command & 0x20))
            make_absolute(&r, (char)(command & ~0x20), number);
        if (good)
            obey(&r, (char)(command & ~0x20), number);
    }
    return good;
}
