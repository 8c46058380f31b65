#include "support/xserver.h"

#include <X11/Xlib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t server, manager;

static void become_server(int out, const char *screen) {
    char number[16];
    snprintf(number, sizeof number, "%d", out);
    if (!freopen("/dev/null", "w", stderr))
        _exit(1);
    execlp("Xvfb", "Xvfb", "-displayfd", number, "-noreset", "-screen", "0", screen, (char *)NULL);
    _exit(1);
}

/* It writes its number when it is ready, and closes the pipe when it fails. */
bool xserver_begin(const char *screen) {
    int ends[2];
    char display[16] = ":";
    if (pipe(ends) != 0 || (server = fork()) < 0)
        return false;
    if (server == 0)
        become_server(ends[1], screen);
    close(ends[1]);
    size_t length = 1;
    while (length < sizeof display - 1 && read(ends[0], display + length, 1) == 1 &&
           display[length] != '\n')
        length++;
    display[length] = 0;
    close(ends[0]);
    return length > 1 && setenv("DISPLAY", display, 1) == 0;
}

void xserver_end(void) {
    kill(server, SIGTERM);
    waitpid(server, NULL, 0);
}

Keyboard xserver_keyboard(void) {
    Display *own = XOpenDisplay(NULL);
    if (!own)
        return KEYBOARD_UNKNOWN;
    Window root = DefaultRootWindow(own);
    int answer = XGrabKeyboard(own, root, False, GrabModeAsync, GrabModeAsync, CurrentTime);
    XCloseDisplay(own); /* with it goes what was grabbed */
    if (answer == AlreadyGrabbed)
        return KEYBOARD_TAKEN;
    return answer == GrabSuccess ? KEYBOARD_FREE : KEYBOARD_UNKNOWN;
}

static void manage_late(int ready) {
    Display *own = XOpenDisplay(NULL);
    if (!own)
        _exit(1);
    XSelectInput(own, DefaultRootWindow(own), SubstructureRedirectMask);
    XSync(own, False);
    if (write(ready, "", 1) != 1)
        _exit(1);
    XEvent event;
    for (int asked = 0; XNextEvent(own, &event) == 0;)
        if (event.type == MapRequest && asked++)
            XMapWindow(own, event.xmaprequest.window);
    _exit(0);
}

bool xserver_manage_late(void) {
    int ends[2];
    char byte;
    if (pipe(ends) != 0 || (manager = fork()) < 0)
        return false;
    if (manager == 0)
        manage_late(ends[1]);
    close(ends[1]);
    bool ready = read(ends[0], &byte, 1) == 1;
    close(ends[0]);
    return ready;
}

void xserver_stop_managing(void) {
    kill(manager, SIGKILL);
    waitpid(manager, NULL, 0);
}
