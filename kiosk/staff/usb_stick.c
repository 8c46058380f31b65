#include "staff/usb_stick.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAMES 1000

/* Where Debian's own tools mount what is plugged in. */
static const char *const BELOW[] = {"/media/", "/run/media/", "/mnt/"};

static bool lies_below(const char *place, const char *below) {
    return strncmp(place, below, strlen(below)) == 0;
}

static bool is_stick(const struct mntent *mount, const char *below) {
    bool there = below && lies_below(mount->mnt_dir, below);
    for (int i = 0; !below && i < 3; i++)
        there |= lies_below(mount->mnt_dir, BELOW[i]);
    return there && lies_below(mount->mnt_fsname, "/dev/");
}

bool usb_stick_find(const char *mounts, const char *below, int use, char place[USB_STICK_PATH]) {
    FILE *list = setmntent(mounts, "r");
    bool found = false;
    for (struct mntent *mount; list && !found && (mount = getmntent(list));)
        if (is_stick(mount, below) && strlen(mount->mnt_dir) < USB_STICK_PATH &&
            access(mount->mnt_dir, use) == 0) {
            snprintf(place, USB_STICK_PATH, "%s", mount->mnt_dir);
            found = true;
        }
    if (list)
        endmntent(list);
    return found;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *walk) {
    (void)info, (void)kind, (void)walk;
    return remove(path);
}

void usb_stick_abandon(const UsbFolder *folder) {
    nftw(folder->part, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

bool usb_stick_begin(UsbFolder *folder, const char *place, const char *title, Error *error) {
    snprintf(folder->place, sizeof folder->place, "%s", place);
    snprintf(folder->part, sizeof folder->part, "%s/.azimut.part", place);
    usb_stick_abandon(folder); /* of a stick that was pulled the last time */
    if (mkdir(folder->part, 0755) != 0)
        return error_set(error, "%.200s : ne s’écrit pas : %s", place, error_why(errno));
    for (int n = 1; n < NAMES; n++) {
        int len =
            n == 1 ? snprintf(folder->name, sizeof folder->name, "%s/%.48s", place, title)
                   : snprintf(folder->name, sizeof folder->name, "%s/%.48s (%d)", place, title, n);
        if (len < (int)sizeof folder->name && access(folder->name, F_OK) != 0 && errno == ENOENT)
            return true;
    }
    return error_set(error, "%.200s : trop d’exports du même jour", place);
}

/* syncfs reaches every file of the stick, and the names as well. */
static bool sync_stick(const char *place) {
    int fd = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && syncfs(fd) == 0;
    if (fd >= 0)
        close(fd);
    return good;
}

bool usb_stick_finish(const UsbFolder *folder, Error *error) {
    if (sync_stick(folder->place) && rename(folder->part, folder->name) == 0 &&
        sync_stick(folder->place))
        return true;
    return error_set(error, "%.200s : ne s’écrit plus : %s", folder->place, error_why(errno));
}
