#include "platform/voice/jack.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CARDS_MAX = 8 };

struct Jack {
    void (*plugged)(void *self, JackNews news);
    void *self;
    snd_ctl_t *card[CARDS_MAX];
    int count;
    int stop[2]; /* a pipe: closing its second end ends the thread */
    pthread_t thread;
    bool running;
};

/* "Headphone Jack", "Front Headphone Front Jack": as the drivers call it. */
static bool is_headphones(const char *name) {
    return strstr(name, "Headphone") && strstr(name, "Jack");
}

static bool is_in(snd_ctl_t *card, const snd_ctl_elem_id_t *id) {
    snd_ctl_elem_value_t *value;
    snd_ctl_elem_value_alloca(&value);
    snd_ctl_elem_value_set_id(value, id);
    return snd_ctl_elem_read(card, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0);
}

static void take_event(Jack *jack, snd_ctl_t *card) {
    snd_ctl_event_t *event;
    snd_ctl_elem_id_t *id;
    snd_ctl_event_alloca(&event);
    snd_ctl_elem_id_alloca(&id);
    if (snd_ctl_read(card, event) <= 0 || snd_ctl_event_get_type(event) != SND_CTL_EVENT_ELEM ||
        !(snd_ctl_event_elem_get_mask(event) & SND_CTL_EVENT_MASK_VALUE))
        return;
    snd_ctl_event_elem_get_id(event, id);
    if (is_headphones(snd_ctl_elem_id_get_name(id)))
        jack->plugged(jack->self, is_in(card, id) ? JACK_IN : JACK_OUT);
}

/* A card that is pulled out is not looked at any more. */
static bool wait_for_one(Jack *jack) {
    struct pollfd wait[CARDS_MAX + 1] = {{.fd = jack->stop[0], .events = POLLIN}};
    for (int i = 0; i < jack->count; i++)
        snd_ctl_poll_descriptors(jack->card[i], &wait[i + 1], 1);
    if (poll(wait, (nfds_t)jack->count + 1, -1) < 0)
        return errno == EINTR;
    if (wait[0].revents)
        return false;
    for (int i = jack->count - 1; i >= 0; i--) {
        if (wait[i + 1].revents & (POLLERR | POLLHUP | POLLNVAL)) {
            snd_ctl_close(jack->card[i]);
            jack->card[i] = jack->card[--jack->count];
        } else if (wait[i + 1].revents & POLLIN) {
            take_event(jack, jack->card[i]);
        }
    }
    return true;
}

static bool has_some_in(snd_ctl_t *card) {
    snd_ctl_elem_list_t *list;
    snd_ctl_elem_id_t *id;
    snd_ctl_elem_list_alloca(&list);
    snd_ctl_elem_id_alloca(&id);
    bool in = false,
         listed = snd_ctl_elem_list(card, list) == 0 &&
                  snd_ctl_elem_list_alloc_space(list, snd_ctl_elem_list_get_count(list)) == 0;
    listed = listed && snd_ctl_elem_list(card, list) == 0;
    for (unsigned i = 0; listed && i < snd_ctl_elem_list_get_used(list); i++) {
        snd_ctl_elem_list_get_id(list, i, id);
        in |= is_headphones(snd_ctl_elem_list_get_name(list, i)) && is_in(card, id);
    }
    snd_ctl_elem_list_free_space(list);
    return in;
}

static void tell_first(Jack *jack) {
    bool in = false;
    for (int i = 0; i < jack->count; i++)
        in |= has_some_in(jack->card[i]);
    if (in)
        jack->plugged(jack->self, JACK_WAS_IN);
}

static void *watch(void *self) {
    tell_first(self);
    while (wait_for_one(self))
        ;
    return NULL;
}

static void open_card(Jack *jack, int number) {
    char name[16];
    snd_ctl_t *card;
    snprintf(name, sizeof name, "hw:%d", number);
    if (snd_ctl_open(&card, name, SND_CTL_READONLY) < 0)
        return;
    if (snd_ctl_subscribe_events(card, 1) < 0)
        snd_ctl_close(card);
    else
        jack->card[jack->count++] = card;
}

Jack *jack_open(void (*plugged)(void *self, JackNews news), void *self) {
    Jack *jack = calloc(1, sizeof *jack);
    if (!jack)
        abort();
    if (pipe2(jack->stop, O_CLOEXEC) != 0) { /* nobody needs it who has no headset */
        free(jack);
        return NULL;
    }
    jack->plugged = plugged;
    jack->self = self;
    for (int card = -1; snd_card_next(&card) == 0 && card >= 0 && jack->count < CARDS_MAX;)
        open_card(jack, card);
    if (jack->count)
        jack->running = pthread_create(&jack->thread, NULL, watch, jack) == 0;
    return jack;
}

void jack_close(Jack *jack) {
    if (!jack)
        return;
    close(jack->stop[1]); /* which the other end is told of, whatever else happens */
    if (jack->running)
        pthread_join(jack->thread, NULL);
    for (int i = 0; i < jack->count; i++)
        snd_ctl_close(jack->card[i]);
    close(jack->stop[0]);
    free(jack);
}
