#include "tools/studio/job.h"

#include <stdlib.h>

typedef struct Job {
    pthread_t thread;
    pthread_mutex_t lock;
    bool begun, running, good;
    Arena arena;
    Slice *line;
    int count;
    Studio *studio;
    Lang lang;
    JobWork *work;
    void *order;
    void (*done)(void *order);
} Job;

void job_open(Studio *studio) {
    studio->job = calloc(1, sizeof *studio->job);
    if (!studio->job)
        abort();
    pthread_mutex_init(&studio->job->lock, NULL);
    studio->job->studio = studio;
}

static void join(Job *job) {
    if (job->begun)
        pthread_join(job->thread, NULL);
    job->begun = false;
}

void job_close(Studio *studio) {
    join(studio->job);
    arena_free(&studio->job->arena);
    pthread_mutex_destroy(&studio->job->lock);
    free(studio->job);
    studio->job = NULL;
}

static void *run(void *self) {
    Job *job = self;
    Arena arena = {0};
    Request request = {0};
    Answer answer = {0};
    Desk d = {job->studio, &arena, job->lang, &request, &answer, NULL};
    bool good = job->work(&d, job->order);
    job->done(job->order);
    arena_free(&arena);
    pthread_mutex_lock(&job->lock);
    job->good = good;
    job->running = false;
    pthread_mutex_unlock(&job->lock);
    return NULL;
}

bool job_is_busy(Desk *d) {
    Job *job = d->studio->job;
    pthread_mutex_lock(&job->lock);
    bool busy = job->running;
    pthread_mutex_unlock(&job->lock);
    return busy;
}

/* The one before has ended, and nobody else begins one meanwhile. */
static void set(Job *job, const Desk *d, JobWork *work, void *order, void (*done)(void *order)) {
    arena_reset(&job->arena);
    job->line = NULL;
    job->count = 0;
    job->running = job->begun = true;
    job->good = false;
    job->lang = d->lang;
    job->work = work;
    job->order = order;
    job->done = done;
}

bool job_begin(Desk *d, JobWork *work, void *order, void (*done)(void *order)) {
    Job *job = d->studio->job;
    if (!job_is_busy(d)) {
        join(job);
        set(job, d, work, order, done);
        if (pthread_create(&job->thread, NULL, run, job) == 0)
            return true;
        job->running = job->begun = false;
    }
    done(order);
    return false;
}

void job_say(Desk *d, Slice line) {
    Job *job = d->studio->job;
    pthread_mutex_lock(&job->lock);
    *LIST_ADD(&job->arena, job->line, job->count) = arena_copy(&job->arena, line);
    pthread_mutex_unlock(&job->lock);
}

JobReport job_report(Desk *d) {
    Job *job = d->studio->job;
    pthread_mutex_lock(&job->lock);
    JobReport report = {NULL, job->count, job->begun, job->running, job->good};
    report.line = arena_array(d->arena, Slice, job->count + 1);
    for (int i = 0; i < job->count; i++)
        report.line[i] = arena_copy(d->arena, job->line[i]);
    pthread_mutex_unlock(&job->lock);
    return report;
}
