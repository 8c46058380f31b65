/* Watches a program from outside, as a visitor does: how long until something stands on the glass,
   how long from a press to a pixel, what it weighs, and at rest how often any of its threads wakes
   and how often it paints. An X client that reads single pixels; needs a display of its own. usage:
   outside PROGRAM [ARG…]   with "X,Y" in AZIMUT_BENCH_GO (touched first), AZIMUT_BENCH_PRESS and
   AZIMUT_BENCH_WATCH (the pixel that a press there changes) */
#include "tools/bench/took.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PRESSES 60
#define PATIENCE_MS 1500.0
#define REST_S 10

static unsigned long pixel(Display *display, int x, int y) {
    XImage *image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    unsigned long value = image ? XGetPixel(image, 0, 0) & 0xFFFFFF : 0;
    if (image)
        XDestroyImage(image);
    return value;
}

/* Milliseconds until the pixel is no longer `was`; below 0 when it never changes. */
static double until_change(Display *display, int x, int y, unsigned long was, double since) {
    while (ms_of(CLOCK_MONOTONIC) - since < PATIENCE_MS)
        if (pixel(display, x, y) != was)
            return ms_of(CLOCK_MONOTONIC) - since;
    return -1;
}

static pid_t start(char **command) {
    pid_t pid = fork();
    if (pid == 0) {
        execv(command[0], command);
        _exit(127);
    }
    return pid;
}

static long from_proc(pid_t pid, const char *file, const char *key) {
    char path[64], line[256];
    long value = -1;
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    FILE *in = fopen(path, "r");
    while (in && fgets(line, sizeof line, in))
        if (strncmp(line, key, strlen(key)) == 0)
            value = atol(line + strlen(key));
    if (in)
        fclose(in);
    return value;
}

/* How often any thread of the process has waited for something. */
static long switches(pid_t pid) {
    char path[64];
    long sum = 0;
    snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
    DIR *tasks = opendir(path);
    for (struct dirent *task; tasks && (task = readdir(tasks));)
        if (task->d_name[0] != '.')
            sum += from_proc(atoi(task->d_name), "status", "voluntary_ctxt_switches:");
    if (tasks)
        closedir(tasks);
    return sum;
}

/* Children count too: a picture may be drawn by one. */
static long all_switches(pid_t pid) {
    char path[96];
    int child;
    long sum = switches(pid);
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    FILE *in = fopen(path, "r");
    while (in && fscanf(in, "%d", &child) == 1)
        sum += all_switches(child);
    if (in)
        fclose(in);
    return sum;
}

static void rest(Display *display, pid_t pid) {
    int first_event, first_error, repaints = 0;
    XEvent event;
    if (!XDamageQueryExtension(display, &first_event, &first_error))
        exit(2);
    Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
    XSync(display, 1);
    long before = all_switches(pid);
    sleep(REST_S);
    printf("wakeups_hz %.2f\n", (double)(all_switches(pid) - before) / REST_S);
    XSync(display, 0);
    while (XPending(display)) {
        XNextEvent(display, &event);
        repaints += event.type == first_event + XDamageNotify;
    }
    printf("repaints_n %d\n", repaints);
    XDamageDestroy(display, damage);
}

static void click(Display *display, int down) {
    XTestFakeButtonEvent(display, 1, down, 0);
    XFlush(display);
}

static double press_to_pixel(Display *display, int press_x, int press_y, int x, int y) {
    double took[PRESSES];
    XTestFakeMotionEvent(display, 0, press_x, press_y, 0);
    XSync(display, 0);
    for (int i = 0; i < PRESSES; i++) {
        usleep(30000);
        unsigned long was = pixel(display, x, y);
        double since = ms_of(CLOCK_MONOTONIC);
        click(display, 1);
        took[i] = until_change(display, x, y, was, since);
        XTestFakeMotionEvent(display, 0, 960, 20, 0); /* slide off: a press that is not meant */
        click(display, 0);
        usleep(20000);
        XTestFakeMotionEvent(display, 0, press_x, press_y, 0);
        XSync(display, 0);
    }
    took_sort(took, PRESSES);
    return took[PRESSES / 2];
}

static void at_place(const char *name, int *x, int *y) {
    const char *text = getenv(name);
    if (!text || sscanf(text, "%d,%d", x, y) != 2)
        *x = *y = 0;
}

/* SDL may sleep through a signal that another thread has taken. */
static void end(pid_t pid) {
    kill(pid, SIGTERM);
    for (int i = 0; i < 100 && waitpid(pid, NULL, WNOHANG) == 0; i++)
        usleep(20000);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

int main(int argc, char **argv) {
    Display *display = XOpenDisplay(NULL);
    int go_x, go_y, press_x, press_y, watch_x, watch_y;
    at_place("AZIMUT_BENCH_GO", &go_x,
             &go_y); /* a control to touch first, to come where the press is measured */
    at_place("AZIMUT_BENCH_PRESS", &press_x, &press_y);
    at_place("AZIMUT_BENCH_WATCH", &watch_x, &watch_y);
    if (!display || argc < 2)
        return 2;
    unsigned long empty = pixel(display, 1000, 150);
    double since = ms_of(CLOCK_MONOTONIC);
    pid_t pid = start(argv + 1);
    printf("first_picture_ms %.2f\n", until_change(display, 1000, 150, empty, since));
    usleep(700000);
    if (go_x) {
        XTestFakeMotionEvent(display, 0, go_x, go_y, 0);
        click(display, 1);
        usleep(60000);
        click(display, 0);
        usleep(900000);
    }
    long pss = from_proc(pid, "smaps_rollup", "Pss:");
    rest(display, pid);
    printf("pss_mb %.2f\n", (double)pss / 1024.0);
    printf("press_to_pixel_ms %.2f\n", press_to_pixel(display, press_x, press_y, watch_x, watch_y));
    end(pid);
    return 0;
}
