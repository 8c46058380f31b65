#include "platform/window/stop.h"

#include <SDL2/SDL.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_bool wished, wakes;
static pthread_t thread;
static bool running;
static Uint32 wake;

static sigset_t stopping(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

/* Not to be cut short: pushing wakes the X server's connection, and a thread that is cancelled
   while it writes there keeps the lock that closing it waits for. */
static void wish(void) {
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    atomic_store(&wished, true);
    if (atomic_load(&wakes))
        SDL_PushEvent(&(SDL_Event){.type = wake});
    pthread_setcancelstate(before, NULL);
}

/* A thread that waits for them, because a handler could neither wake SDL's wait nor be sure to come
   before it. */
static void *listen(void *self) {
    sigset_t set = stopping();
    int signal;
    for (;;)
        if (sigwait(&set, &signal) == 0)
            wish();
    return self;
}

void stop_begin(void) {
    sigset_t set = stopping();
    wake = SDL_RegisterEvents(1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    running = pthread_create(&thread, NULL, listen, NULL) == 0;
    if (!running) /* then they end it as they always did */
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void stop_wakes(void) {
    atomic_store(&wakes, true);
}

bool stop_wished(void) {
    return atomic_load(&wished);
}

void stop_end(void) {
    if (!running)
        return;
    pthread_cancel(thread);
    pthread_join(thread, NULL);
    running = false;
}
