#include "program/program.h"

#include "app/keys.h"
#include "base/version.h"
#include "health/machine.h"
#include "replay/transcript.h"

#include <sodium.h>
#include <unistd.h>

/* ---- facts ----------------------------------------------------------------------------------- */

static uint32_t draw_below(void *self, uint32_t bound) {
    (void)self;
    return randombytes_uniform(bound);
}

void program_open_stats(Program *p) {
    StatsKeys keys = keys_from(&p->pack, p->wayfinder.here, p->options.calibrate, &p->pack_memory);
    p->stats = stats_open((StatsSpec){p->options.stats,
                                      keys,
                                      {draw_below, NULL},
                                      program_now(p),
                                      .own_thread = !p->options.script});
    (void)sodium_mlock(&p->counts,
                       sizeof p->counts); /* not into the swap, where the system allows it */
    visit_counts_begin(&p->counts);
}

void program_end_visit(void *self, EndReason reason, Settings settings, bool counted) {
    Program *p = self;
    if (counted)
        stats_count(p->stats, &p->counts, reason, settings.lang, program_now(p));
    sodium_memzero(&p->counts, sizeof p->counts);
    visit_counts_begin(&p->counts);
}

void program_note(void *self, Fact fact) {
    Program *p = self;
    visit_counts_note(&p->counts, keys_fact(&p->pack, fact));
    if (p->transcript)
        transcript_fact(p->transcript, p->has_pack ? &p->pack : NULL, fact);
}

/* ---- the machine ----------------------------------------------------------------------------- */

static HealthNow health_now(Program *p) {
    StatsState state = stats_state(p->stats);
    return (HealthNow){.local = program_now(p),
                       .clock_trusted = p->clock.trusted,
                       .content_in_trial = p->options.packs && store_on_trial(&p->store),
                       .storage_writable = state == STATS_WELL || state == STATS_CLOCK_AHEAD};
}

static const char *kiosk_name(const Program *p) {
    static char host[HEALTH_TEXT];
    if (p->options.kiosk)
        return p->options.kiosk;
    return gethostname(host, sizeof host - 1) == 0 ? host : "";
}

void program_begin_health(Program *p) {
    HealthReport *known = &p->nightly.known;
    p->nightly.beside = p->options.stats;
    p->nightly.folder = p->options.stats ? p->options.health : NULL;
    health_name(kiosk_name(p), known->kiosk);
    snprintf(known->program, sizeof known->program, "%s", AZIMUT_VERSION);
    known->content_version = p->has_pack ? p->pack.campus.version : HEALTH_UNKNOWN;
    if (p->has_pack)
        snprintf(known->content_dated, sizeof known->content_dated, SLICE_FMT,
                 SLICE_ARG(p->pack.campus.dated));
    if (p->nightly.folder)
        nightly_begin(&p->nightly, program_now(p));
}

void program_look_at_health(void *self) {
    Program *p = self;
    p->exported = health_now(p);
}

bool program_put_health(void *self, const char *folder, Error *error) {
    Program *p = self;
    return nightly_write(&p->nightly, folder, p->exported, error);
}

bool program_storage_is_full(void *self) {
    const Program *p = self;
    return nightly_disk_percent(&p->nightly) >= MACHINE_FULL_PERCENT;
}

void program_hour(void *self) {
    Program *p = self;
    nightly_look(&p->nightly, health_now(p));
    stats_tick(p->stats, program_now(p));
}
