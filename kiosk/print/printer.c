#include "print/printer.h"

#include "base/log.h"
#include "base/steady.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LOOK_MS 45000 /* no sooner after the last time */
#define STAGED_MS 1000
#define MS_PER_SECOND ((int64_t)1000)
#define ROUND_S 1 /* between two looks at a job */

/* ---- a sheet, from the first byte to the paper ----------------------------------------------- */

static void erase(PrinterSheet *sheet) {
    uint8_t *grey = (uint8_t *)(uintptr_t)sheet->pixels.grey;
    if (grey)
        explicit_bzero(grey, (size_t)sheet->pixels.width * (size_t)sheet->pixels.height);
    free(grey);
    *sheet = (PrinterSheet){0};
}

static Lp lp_of(Printer *p) {
    return (Lp){p->spec.name, &p->ending};
}

/* What the end of the program breaks off is no fault. */
static bool fail(const Printer *p, const char *why) {
    if (!atomic_load(&p->ending))
        log_line("printer", "%s", why);
    return false;
}

/* Until the next look at a job, or the end of the program. */
static void pause_a_round(Printer *p) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += ROUND_S;
    pthread_mutex_lock(&p->lock);
    if (!atomic_load(&p->ending))
        pthread_cond_timedwait(&p->news, &p->lock, &until);
    pthread_mutex_unlock(&p->lock);
}

/* That what was printed is kept nowhere is promised on the sheet itself. */
static void look_what_is_kept(const Lp *lp, const char *job) {
    if (lp_keeps(lp, job))
        log_line("printer", "CUPS keeps what was printed: cupsctl PreserveJobHistory=No "
                            "PreserveJobFiles=No AccessLogLevel=config");
}

/* A job that waits is taken back: its paper would come out in somebody else's visit. */
static bool follow(Printer *p, const char *job) {
    Lp lp = lp_of(p);
    char why[LP_WHY] = "a sheet was not printed in time";
    int seconds = p->spec.patience_s ? p->spec.patience_s : PRINTER_PATIENCE_S;
    int64_t until = steady_ms() + seconds * MS_PER_SECOND;
    for (LpJob state = lp_look(&lp, job); steady_ms() < until && !atomic_load(&p->ending);
         state = lp_look(&lp, job)) {
        bool ready = state == LP_JOB_UNKNOWN || lp_is_ready(&lp, why);
        if (state == LP_JOB_OVER && ready) {
            look_what_is_kept(&lp, job);
            return true;
        }
        if (state == LP_JOB_OVER)
            return fail(p, why);
        if (!ready)
            break;
        snprintf(why, sizeof why, "a sheet was not printed in time");
        pause_a_round(p);
    }
    lp_cancel(job);
    return fail(p, why);
}

static bool print(Printer *p, const PrinterSheet *sheet) {
    Lp lp = lp_of(p);
    char job[LP_NAME], why[LP_WHY];
    size_t bytes;
    uint8_t *pdf = pdf_of(&sheet->pixels, &bytes);
    bool sent = lp_send(&lp, pdf, bytes, job, why);
    explicit_bzero(pdf, bytes);
    free(pdf);
    return sent ? follow(p, job) : fail(p, why);
}

/* ---- the thread ------------------------------------------------------------------------------ */

/* Said when it changes: a printer that is switched off every evening is nobody's problem. */
static void note_presence(Printer *p, bool there, const char *why) {
    if (there)
        why = "takes jobs";
    if (strcmp(why, p->told) != 0 && !atomic_load(&p->ending))
        log_note("printer", "%s: %s", p->spec.name, why);
    snprintf(p->told, sizeof p->told, "%s", why);
    p->view.there = there;
}

/* These two are called with the lock, and give it back while they wait for others. */
static void look(Printer *p, bool again) {
    Lp lp = lp_of(p);
    char why[LP_WHY] = "";
    p->looks = false;
    pthread_mutex_unlock(&p->lock);
    bool there = lp_is_ready(&lp, why);
    pthread_mutex_lock(&p->lock);
    note_presence(p, there, why);
    if (again && there && p->view.state == PRINT_FAILED)
        p->view.state = PRINT_NOTHING;
}

static void print_next(Printer *p) {
    PrinterSheet sheet = p->sheet[0];
    pthread_mutex_unlock(&p->lock);
    bool good = print(p, &sheet);
    pthread_mutex_lock(&p->lock);
    p->waiting--;
    memmove(p->sheet, p->sheet + 1, sizeof *p->sheet * (PRINTER_QUEUE - 1));
    if (sheet.visit == p->visit) {
        p->view.state = good ? PRINT_DONE : PRINT_FAILED;
        p->view.made -= !good;
    }
    erase(&sheet);
    if (!good)
        look(p, false);
}

static void *work(void *self) {
    Printer *p = self;
    pthread_mutex_lock(&p->lock);
    while (!atomic_load(&p->ending)) {
        if (p->waiting)
            print_next(p);
        else if (p->looks)
            look(p, true);
        else
            pthread_cond_wait(&p->news, &p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

/* ---- the door -------------------------------------------------------------------------------- */

void printer_begin(Printer *p, PrinterSpec spec) {
    *p = (Printer){.spec = spec};
    if (!spec.name)
        return;
    lp_begin();
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->news, NULL);
    p->running = !spec.staged && pthread_create(&p->thread, NULL, work, p) == 0;
    p->looked_at = *spec.now - LOOK_MS;
    printer_look(p);
}

void printer_end(Printer *p) {
    if (!p->spec.name)
        return;
    pthread_mutex_lock(&p->lock);
    atomic_store(&p->ending, true);
    pthread_cond_signal(&p->news);
    pthread_mutex_unlock(&p->lock);
    if (p->running)
        pthread_join(p->thread, NULL);
    for (int i = 0; i < p->waiting; i++)
        erase(&p->sheet[i]);
    pthread_cond_destroy(&p->news);
    pthread_mutex_destroy(&p->lock);
    *p = (Printer){0};
}

static bool is_due(const Printer *p) {
    return p->spec.staged && p->waiting && *p->spec.now >= p->asked_at + STAGED_MS;
}

PrintView printer_view(Printer *p) {
    if (!p->spec.name)
        return (PrintView){0};
    pthread_mutex_lock(&p->lock);
    while (is_due(p))
        print_next(p);
    PrintView view = p->view;
    pthread_mutex_unlock(&p->lock);
    return view;
}

void printer_look(Printer *p) {
    if (!p->spec.name || *p->spec.now < p->looked_at + LOOK_MS)
        return;
    pthread_mutex_lock(&p->lock);
    p->looked_at = *p->spec.now;
    p->looks = true;
    if (p->spec.staged)
        look(p, true);
    pthread_cond_signal(&p->news);
    pthread_mutex_unlock(&p->lock);
}

void printer_forget(Printer *p) {
    if (!p->spec.name)
        return;
    pthread_mutex_lock(&p->lock);
    p->visit++;
    p->view = (PrintView){.there = p->view.there};
    pthread_mutex_unlock(&p->lock);
}

void printer_print(Printer *p, PdfSheet pixels) {
    PrinterSheet sheet = {pixels, p->visit};
    if (!p->spec.name) {
        erase(&sheet);
        return;
    }
    pthread_mutex_lock(&p->lock);
    bool takes = pixels.grey && p->waiting < PRINTER_QUEUE && p->view.made < PRINT_SHEETS;
    if (takes) {
        p->sheet[p->waiting++] = sheet;
        p->view.made++;
        p->asked_at = *p->spec.now;
        pthread_cond_signal(&p->news);
    } else {
        erase(&sheet);
    }
    p->view.state = takes ? PRINT_BUSY : PRINT_FAILED;
    pthread_mutex_unlock(&p->lock);
}
