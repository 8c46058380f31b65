/* A folder on a USB stick that appears whole or not at all, whenever the stick is pulled. Knows
 * nothing of what is in it. */
#pragma once

#include "base/error.h"

enum { USB_STICK_PATH = 512 };

/* The first place where a stick is mounted that can be used so: W_OK or R_OK. `mounts` is
   /proc/mounts, or a test's; `below` the folder in which sticks are mounted, NULL for those of
   Debian's own tools. False: none is there. */
bool usb_stick_find(const char *mounts, const char *below, int use, char place[USB_STICK_PATH]);

typedef struct UsbFolder {
    char place[USB_STICK_PATH], part[USB_STICK_PATH + 64], name[USB_STICK_PATH + 64];
} UsbFolder;

/* A new folder with a name nobody has yet: `title`, or `title (2)`… */
bool usb_stick_begin(UsbFolder *folder, const char *place, const char *title, Error *error);

/* Everything on the stick, then the folder gets its name. */
bool usb_stick_finish(const UsbFolder *folder, Error *error);

void usb_stick_abandon(
    const UsbFolder *folder); /* removes what was begun, as far as it is still there */
