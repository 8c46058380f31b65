/* Turns a storyboard into pictures: all its frames for an encoder, or one still.
   usage: storyboard FILE frames > RAW (BGRA, 1280x720, 25 a second) · storyboard FILE still SECONDS
   WIDTH OUT.png storyboard FILE length · storyboard FILE poster (the settings, in seconds) */
#include "tools/clips/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FRAMES_A_SECOND 25

static cairo_surface_t *sheet(int width) {
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, width,
                                      width * STAGE_HEIGHT / STAGE_WIDTH);
}

static void draw(Stage *stage, cairo_surface_t *surface, double seconds) {
    cairo_t *cairo = cairo_create(surface);
    double scale = (double)cairo_image_surface_get_width(surface) / STAGE_WIDTH;
    cairo_scale(cairo, scale, scale);
    stage_play(stage, cairo, seconds);
    cairo_destroy(cairo);
    cairo_surface_flush(surface);
}

static int write_frames(Stage *stage) {
    cairo_surface_t *surface = sheet(STAGE_WIDTH);
    size_t bytes = (size_t)cairo_image_surface_get_stride(surface) * STAGE_HEIGHT;
    int count = (int)(stage_setting(stage->board, "length") * FRAMES_A_SECOND + 0.5), written = 0;
    for (; written < count; written++) {
        draw(stage, surface, (double)written / FRAMES_A_SECOND);
        if (fwrite(cairo_image_surface_get_data(surface), 1, bytes, stdout) != bytes)
            break;
    }
    cairo_surface_destroy(surface);
    return written == count ? 0 : 1;
}

static int write_still(Stage *stage, double seconds, int width, const char *out) {
    cairo_surface_t *surface = sheet(width);
    draw(stage, surface, seconds);
    cairo_status_t status = cairo_surface_write_to_png(surface, out);
    if (status)
        fprintf(stderr, "%s: %s\n", out, cairo_status_to_string(status));
    cairo_surface_destroy(surface);
    return status ? 1 : 0;
}

static int refuse(void) {
    fputs("usage: storyboard FILE frames | still SECONDS WIDTH OUT.png | length | poster\n",
          stderr);
    return 2;
}

static int run(Stage *stage, int argc, char **argv) {
    if (!strcmp(argv[0], "frames"))
        return write_frames(stage);
    if (!strcmp(argv[0], "still") && argc == 4)
        return write_still(stage, atof(argv[1]), atoi(argv[2]), argv[3]);
    if (!strcmp(argv[0], "length") || !strcmp(argv[0], "poster"))
        return printf("%g\n", stage_setting(stage->board, argv[0])) < 0;
    return refuse();
}

int main(int argc, char **argv) {
    if (argc < 3)
        return refuse();
    Arena arena = {0};
    Board board = board_read(&arena, argv[1]);
    Stage stage = {.board = &board};
    int status = run(&stage, argc - 2, argv + 2);
    arena_free(&arena);
    return status;
}
