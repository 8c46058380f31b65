#include "platform/paint/easel.h"

#include "base/log.h"
#include "base/look.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define KEPT_FD 3 /* the keeper's end; it has nothing else open but what is below */

struct Easel {
    const Pack *pack;
    Sheet *sheet;
    pthread_mutex_t lock; /* guards what follows */
    pid_t keeper;         /* 0: none */
    int fd;               /* wishes go out, answers come in; -1: no keeper */
};

/* What goes to the keeper; the bytes of the picture lie in the sheet. It was there before the pack
   that brings the colours. */
typedef struct EaselOrder {
    PictureWish wish;
    PictureSource source;
    uint32_t colour, accent; /* of the campus */
} EaselOrder;

typedef struct Answer {
    bool good;
    Error error;
} Answer;

/* ---- the keeper ------------------------------------------------------------------------------ */

static void serve(const Easel *easel, int fd) {
    EaselOrder order;
    while (recv(fd, &order, sizeof order, 0) == (ssize_t)sizeof order) {
        Answer answer = {0};
        look_use((Look){order.colour, order.accent, {0}});
        answer.good = sheet_draw(easel->sheet, &order.source, &order.wish, &answer.error);
        if (send(fd, &answer, sizeof answer, MSG_NOSIGNAL) != (ssize_t)sizeof answer)
            break;
    }
}

/* It ends when the kiosk's end of the line does, whatever is said to both of them by a signal. */
static void keep(const Easel *easel, int fd, int other_end) {
    static const int DEAF[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGUSR1, SIGUSR2};
    for (size_t i = 0; i < sizeof DEAF / sizeof *DEAF; i++)
        signal(DEAF[i], SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
    prctl(PR_SET_NAME, "azimut-pictures");
    close(other_end);
    if (fd != KEPT_FD)
        dup2(fd, KEPT_FD);
    close_range(KEPT_FD + 1, ~0u, 0);
    serve(easel, KEPT_FD);
    _exit(EXIT_SUCCESS);
}

/* A keeper that hangs is no keeper: it was forked while other threads held who knows what. */
static void be_patient(int fd) {
    struct timeval most = {.tv_sec = sheet_patience_ms() / 1000 * 2};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
}

static void start_keeper(Easel *easel) {
    int pair[2];
    if (!easel->sheet || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return;
    be_patient(pair[0]);
    easel->keeper = fork();
    if (easel->keeper == 0)
        keep(easel, pair[1], pair[0]);
    close(pair[1]);
    if (easel->keeper > 0) {
        easel->fd = pair[0];
        return;
    }
    log_line("pictures", "no process to draw them: %s", strerror(errno));
    close(pair[0]);
    easel->keeper = 0;
}

static void end_keeper(Easel *easel) {
    if (easel->fd >= 0)
        close(easel->fd);
    if (easel->keeper > 0) {
        kill(easel->keeper, SIGKILL);
        waitpid(easel->keeper, NULL, 0);
    }
    easel->fd = -1;
    easel->keeper = 0;
}

/* ---- the kiosk ------------------------------------------------------------------------------- */

Easel *easel_open(const Pack *pack) {
    Easel *easel = calloc(1, sizeof *easel);
    if (!easel)
        abort();
    easel->pack = pack;
    easel->fd = -1;
    easel->sheet = sheet_new();
    pthread_mutex_init(&easel->lock, NULL);
    start_keeper(easel);
    return easel;
}

void easel_close(Easel *easel) {
    if (!easel)
        return;
    end_keeper(easel);
    sheet_free(easel->sheet);
    pthread_mutex_destroy(&easel->lock);
    free(easel);
}

static bool source_of(const Pack *pack, int picture, PictureSource *source) {
    if (picture == PICTURE_EMBLEM && pack && pack->campus.emblem >= 0 &&
        pack->campus.emblem < pack->picture_count)
        picture = pack->campus.emblem;
    if (picture == PICTURE_EMBLEM)
        *source = picture_emblem();
    else if (pack && picture >= 0 && picture < pack->picture_count)
        *source = (PictureSource){pack->picture[picture].data, pack->picture[picture].width,
                                  pack->picture[picture].height};
    else
        return false;
    return true;
}

Slice easel_name(const Easel *easel, int picture) {
    if (picture == PICTURE_EMBLEM)
        return LIT("the emblem");
    bool there = easel->pack && picture >= 0 && picture < easel->pack->picture_count;
    return there ? easel->pack->picture[picture].id : LIT("nothing");
}

static ssize_t receive(int fd, Answer *answer) {
    ssize_t got;
    do
        got = recv(fd, answer, sizeof *answer, 0);
    while (got < 0 && errno == EINTR);
    return got;
}

/* The keeper itself is gone only if somebody ended it. */
static EaselEnd ask(Easel *easel, EaselOrder order, Answer *answer) {
    bool there = easel->fd >= 0;
    if (there)
        order.source = sheet_take(easel->sheet, order.source);
    if (there && send(easel->fd, &order, sizeof order, MSG_NOSIGNAL) == (ssize_t)sizeof order &&
        receive(easel->fd, answer) == (ssize_t)sizeof *answer)
        return answer->good ? EASEL_DRAWN : EASEL_REFUSED;
    end_keeper(easel);
    error_set(&answer->error, "the process that draws pictures %s",
              there ? "ended; it starts again when nobody is here" : "is not there");
    return EASEL_NOBODY;
}

static bool may_ask(const Easel *easel, EaselOrder *order, Error *error) {
    if (!picture_fits(&order->wish))
        return error_set(error, "wished for at %d x %d", order->wish.w, order->wish.h);
    if (!source_of(easel->pack, order->wish.picture, &order->source))
        return error_set(error, "there is no such picture");
    if (order->source.data.len > PICTURE_BYTES_MAX)
        return error_set(error, "its file is larger than a picture may be");
    return true;
}

EaselEnd easel_draw(Easel *easel, const PictureWish *wish, uint32_t *pixels, Error *error) {
    Answer answer = {0};
    Look look = look_now();
    EaselOrder order = {.wish = *wish, .colour = look.colour, .accent = look.accent};
    if (!may_ask(easel, &order, error))
        return EASEL_REFUSED;
    pthread_mutex_lock(&easel->lock);
    EaselEnd end = ask(easel, order, &answer);
    size_t bytes = (size_t)wish->w * (size_t)wish->h * sizeof *pixels;
    if (end == EASEL_DRAWN)
        memcpy(pixels, sheet_pixels(easel->sheet), bytes);
    if (easel->sheet)
        sheet_clear(easel->sheet);
    pthread_mutex_unlock(&easel->lock);
    *error = answer.error;
    return end;
}

bool easel_mend(Easel *easel) {
    if (pthread_mutex_trylock(&easel->lock) != 0) /* it is drawing: there is a keeper */
        return false;
    bool gone = easel->fd < 0;
    if (gone)
        start_keeper(easel);
    gone = gone && easel->fd >= 0;
    pthread_mutex_unlock(&easel->lock);
    return gone;
}
