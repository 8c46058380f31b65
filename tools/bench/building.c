/* Prints the plan of a made-up building as an OSM file, for figures that need one of a given size.
   usage: building ROOMS FLOORS: rooms of 6 x 7 m in rows along corridors that a wide corridor
   joins, two lifts, stairs, one kiosk. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define LAT 45.78
#define LON 3.09
#define ROW_ROOMS 22 /* on one side of a corridor */
#define ROOM_X 6.0
#define ROOM_Y 7.0
#define ROW_Y 17.0 /* two rooms deep, and a corridor of 3 m */
#define SPINE_X 4.0

static int next_id = 1;

static int node(double x, double y, const char *tags, int level) {
    const double metres_per_degree = 111132.0;
    printf("<node id=\"%d\" lat=\"%.9f\" lon=\"%.9f\">", next_id, LAT + y / metres_per_degree,
           LON + x / (metres_per_degree * cos(LAT * 3.14159265358979 / 180)));
    if (*tags)
        printf("%s<tag k=\"level\" v=\"%d\"/>", tags, level);
    puts("</node>");
    return next_id++;
}

static void rect(double x0, double y0, double x1, double y1, const char *tags, const char *level) {
    int corner[] = {node(x0, y0, "", 0), node(x1, y0, "", 0), node(x1, y1, "", 0),
                    node(x0, y1, "", 0)};
    printf("<way id=\"%d\">", next_id++);
    for (int i = 0; i < 5; i++)
        printf("<nd ref=\"%d\"/>", corner[i % 4]);
    printf("%s<tag k=\"level\" v=\"%s\"/></way>\n", tags, level);
}

/* A room on one side of its corridor, with its door. */
static void room(double x, double y, int above, int level, int number) {
    char tags[200], on[12];
    double door_y = above ? y : y + ROOM_Y;
    snprintf(tags, sizeof tags,
             "<tag k=\"indoor\" v=\"room\"/><tag k=\"room\" v=\"classroom\"/><tag k=\"ref\" "
             "v=\"%d-%d\"/>",
             level, number);
    snprintf(on, sizeof on, "%d", level);
    rect(x, y, x + ROOM_X, y + ROOM_Y, tags, on);
    node(x + 1.2, door_y, "<tag k=\"door\" v=\"hinged\"/><tag k=\"width\" v=\"0.93\"/>", level);
}

static void corridor(double x0, double y0, double x1, double y1, int level) {
    char on[12];
    snprintf(on, sizeof on, "%d", level);
    rect(x0, y0, x1, y1, "<tag k=\"indoor\" v=\"corridor\"/>", on);
}

static void floor_of(int level, int rooms) {
    int rows = (rooms + 2 * ROW_ROOMS - 1) / (2 * ROW_ROOMS), number = 0;
    corridor(-SPINE_X, 0, 0, rows * ROW_Y, level);
    for (int row = 0; row < rows; row++) {
        double y = row * ROW_Y;
        corridor(0, y + ROOM_Y, ROW_ROOMS * ROOM_X, y + ROOM_Y + 3, level);
        for (int i = 0; i < 2 * ROW_ROOMS && number < rooms; i++, number++) {
            int column = i / 2;
            room(column * ROOM_X, i % 2 ? y + ROOM_Y + 3 : y, i % 2, level, number);
        }
    }
    for (int shaft = 0; shaft < 3; shaft++)
        node(-SPINE_X, 2 + 4 * shaft,
             shaft < 2 ? "<tag k=\"door\" v=\"sliding\"/><tag k=\"automatic_door\" v=\"yes\"/>"
                       : "<tag k=\"door\" v=\"no\"/>",
             level);
}

int main(int argc, char **argv) {
    int rooms = argc > 1 ? atoi(argv[1]) : 0, floors = argc > 2 ? atoi(argv[2]) : 0;
    char levels[24];
    if (rooms < 1 || floors < 1 || rooms > 20000 || floors > 60) {
        fputs("usage: building ROOMS FLOORS\n", stderr);
        return 2;
    }
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">");
    for (int level = 0; level < floors; level++)
        floor_of(level, rooms / floors + (level < rooms % floors));
    snprintf(levels, sizeof levels, "0-%d", floors - 1);
    for (int shaft = 0; shaft < 3; shaft++)
        rect(-SPINE_X - 3, 1 + 4 * shaft, -SPINE_X, 3 + 4 * shaft,
             shaft < 2 ? "<tag k=\"indoor\" v=\"room\"/><tag k=\"room\" v=\"elevator\"/>"
                       : "<tag k=\"indoor\" v=\"room\"/><tag k=\"room\" v=\"stairs\"/>",
             levels);
    node(-SPINE_X / 2, 1, "<tag k=\"kiosk:id\" v=\"hall\"/><tag k=\"kiosk:bearing\" v=\"0\"/>", 0);
    puts("</osm>");
    return 0;
}
