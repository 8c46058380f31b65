#include "edit/watch.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEEPEST 12
#define LOOK_AGAIN_MS 1000
#define SAVED                                                                                      \
    (IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB |            \
     IN_DELETE_SELF | IN_MOVE_SELF)

/* What an editor keeps for itself. */
static bool is_private(const char *name) {
    size_t length = strlen(name);
    return name[0] == '.' || name[0] == '#' || (length && name[length - 1] == '~');
}

static bool is_folder(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static void add_folder(Watch *watch, const char *path, int depth);

static void add_below(Watch *watch, const char *path, int depth) {
    char below[WATCH_PATH];
    DIR *open = opendir(path);
    for (struct dirent *entry; open && (entry = readdir(open));) {
        int length = snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        if (!is_private(entry->d_name) && length < (int)sizeof below && is_folder(below))
            add_folder(watch, below, depth);
    }
    if (open)
        closedir(open);
}

/* One that is watched already stays so. */
static void add_folder(Watch *watch, const char *path, int depth) {
    if (inotify_add_watch(watch->events, path, SAVED | IN_ONLYDIR | IN_DONT_FOLLOW) < 0)
        watch->blind |= errno == ENOSPC;
    if (depth < DEEPEST)
        add_below(watch, path, depth + 1);
}

/* The folder itself may be named by a link: that is how its author calls it. */
static bool add_all(Watch *watch) {
    int root = inotify_add_watch(watch->events, watch->folder, SAVED | IN_ONLYDIR);
    watch->there = root >= 0;
    watch->blind = watch->events < 0 || (root < 0 && errno == ENOSPC);
    if (watch->there)
        add_below(watch, watch->folder, 1);
    return watch->there;
}

void watch_begin(Watch *watch, const char *folder) {
    *watch = (Watch){.events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    snprintf(watch->folder, sizeof watch->folder, "%s", folder);
    add_all(watch);
}

void watch_end(Watch *watch) {
    if (watch->events >= 0)
        close(watch->events);
    watch->events = -1;
}

/* Is it about something that an author saved? */
static bool counts(const struct inotify_event *event) {
    if (event->mask & IN_IGNORED)
        return false;
    return !event->len || !is_private(event->name);
}

bool watch_stirred(Watch *watch) {
    _Alignas(struct inotify_event) char events[16384];
    bool stirred = false, folders = false;
    for (ssize_t got; (got = read(watch->events, events, sizeof events)) > 0;)
        for (char *at = events; at < events + got;) {
            const struct inotify_event *event = (const void *)at;
            stirred |= counts(event);
            folders |= event->mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW);
            at += sizeof *event + event->len;
        }
    bool was = watch->there;
    if (folders || !was)
        add_all(watch);
    return stirred || watch->there != was;
}

bool watch_wait(Watch *watch, int other, int ms) {
    struct pollfd waits[] = {{watch->events, POLLIN, 0}, {other, POLLIN, 0}};
    bool looks = !watch->there && (ms < 0 || ms > LOOK_AGAIN_MS);
    return poll(waits, 2, looks ? LOOK_AGAIN_MS : ms) != 0 || looks;
}
