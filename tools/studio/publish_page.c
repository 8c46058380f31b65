/* "Publier": what is asked before, and what is told while it goes on. */
#include "tools/studio/pages.h"

#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/publish.h"
#include "tools/studio/sticks.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- asked ----------------------------------------------------------------------------------- */

static void put_place(Desk *d, const char *value, bool chosen) {
    html_format(d, "<label class=\"tick\"><input type=\"radio\" name=\"stick\" value=\"");
    html_text(d, slice_from(value));
    html_format(d, "\"%s> ", chosen ? " checked" : "");
    html_text(d, value[0] ? slice_from(value) : studio_word(d->lang, STUDIO_PUBLISH_FOLDER));
    html_format(d, "</label>");
}

/* A stick that is plugged in, the last one if it is; or what was typed the last time. */
static void put_places(Desk *d) {
    Slice *place;
    const Studio *s = d->studio;
    int count = sticks_find(d->arena, "/proc/mounts", &place), chosen = s->target[0] ? count : 0;
    for (int i = 0; i < count; i++)
        if (slice_is(place[i], s->stick))
            chosen = i;
    html_format(d, "<fieldset><legend>");
    html_word(d, STUDIO_PUBLISH_WHERE);
    html_format(d, "</legend>");
    if (!count)
        html_word_in(d, "p class=\"hint\"", STUDIO_PUBLISH_NO_STICK);
    for (int i = 0; i < count; i++)
        put_place(d, place[i].at, i == chosen);
    put_place(d, "", chosen >= count);
    html_format(d, "<input type=\"text\" id=\"target\" name=\"target\" aria-label=\"");
    html_word(d, STUDIO_PUBLISH_FOLDER);
    html_format(d, "\" value=\"");
    html_text(d, slice_from(s->target));
    html_format(d, "\"></fieldset>");
}

static void put_key(Desk *d, Slice key) {
    html_format(d, "<div class=\"field\"><label for=\"key\">");
    html_word(d, STUDIO_PUBLISH_KEY);
    html_format(d, "</label><p class=\"hint\">");
    html_word(d, STUDIO_PUBLISH_KEY_HELP);
    html_format(d, "</p><input type=\"text\" id=\"key\" name=\"key\" required value=\"");
    html_text(d, key);
    html_format(d, "\"></div><div class=\"field\"><label for=\"password\">");
    html_word(d, STUDIO_PUBLISH_PASSWORD);
    html_format(d, "</label><input type=\"password\" id=\"password\" name=\"password\" "
                   "autocomplete=\"off\"></div>");
}

/* For who has none yet. */
static void put_new_key(Desk *d) {
    if (d->studio->key[0])
        return;
    html_form(d, LIT("key"), false);
    html_word_in(d, "p class=\"hint\"", STUDIO_PUBLISH_NO_KEY_YET);
    html_button(d, "", "do", LIT("key"), studio_word(d->lang, STUDIO_PUBLISH_NEW_KEY));
    html_format(d, "</form>");
}

static void show_publish(Desk *d, const char *class, Slice notice) {
    html_begin(d, studio_word(d->lang, STUDIO_PUBLISH));
    if (notice.len)
        html_notice(d, class, notice);
    html_word_in(d, "p class=\"lead\"", STUDIO_PUBLISH_HELP);
    put_new_key(d);
    html_form(d, LIT("publish"), false);
    put_key(d, slice_from(d->studio->key));
    put_places(d);
    html_format(d, "<label class=\"tick\"><input type=\"checkbox\" name=\"raise\" value=\"1\" "
                   "checked> ");
    html_word(d, STUDIO_PUBLISH_RAISE);
    html_format(d, "</label><div class=\"bar\">");
    html_button(d, "primary", "do", LIT("publish"), studio_word(d->lang, STUDIO_PUBLISH_DO));
    html_format(d, "</div></form>");
    html_end(d);
}

/* ---- done ------------------------------------------------------------------------------------ */

static bool is_folder(const char *path) {
    struct stat info;
    return path[0] == '/' && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool keep(Desk *d, char to[PATH_MAX], Slice text, Error *error) {
    if (text.len >= PATH_MAX)
        return studio_refuse(d, error, STUDIO_BAD_NAME, slice_cut(text, 0, 80), "");
    snprintf(to, PATH_MAX, SLICE_FMT, SLICE_ARG(text));
    return true;
}

/* Where to, of what was chosen and what was typed: what is typed anew is meant, too, where no
   script has chosen it. */
static bool take_target(Desk *d, PublishOrder *order, Error *error) {
    Slice folder = slice_trim(studio_value(d, "target")), stick = studio_value(d, "stick");
    Studio *s = d->studio;
    bool typed = !stick.len || (folder.len && !slice_is(folder, s->target));
    if (!keep(d, order->target, typed ? folder : stick, error))
        return false;
    snprintf(s->stick, sizeof s->stick, SLICE_FMT, SLICE_ARG(typed ? LIT("") : stick));
    if (typed)
        memcpy(s->target, order->target, sizeof s->target);
    return is_folder(order->target) ||
           studio_refuse(d, error, STUDIO_PUBLISH_NO_FOLDER, slice_from(order->target), "");
}

static bool take_order(Desk *d, PublishOrder *order, Error *error) {
    Studio *s = d->studio;
    Slice password = studio_value(d, "password");
    if (job_is_busy(d))
        return studio_refuse(d, error, STUDIO_JOB_BUSY, LIT(""), "");
    if (!keep(d, s->key, slice_trim(studio_value(d, "key")), error) ||
        !take_target(d, order, error))
        return false;
    memcpy(order->key, s->key, sizeof order->key);
    if (password.len >= (int)sizeof order->password)
        return studio_refuse(d, error, STUDIO_PASSWORD_LONG, LIT(""), "");
    snprintf(order->password, sizeof order->password, SLICE_FMT, SLICE_ARG(password));
    return access(s->key, R_OK) == 0 ||
           studio_refuse(d, error, STUDIO_PUBLISH_NO_KEY, slice_from(s->key), "");
}

void page_publish(Desk *d) {
    Error error;
    if (!d->request->post) {
        show_publish(d, "", LIT(""));
        return;
    }
    PublishOrder *order = calloc(1, sizeof *order);
    if (!order)
        abort();
    order->raises = studio_has(d, "raise");
    if (!take_order(d, order, &error)) {
        publish_forget(order);
        d->answer->status = 409;
        show_publish(d, "bad", slice_from(error.text));
        return;
    }
    job_begin(d, publish_work, order, publish_forget);
    studio_go(d, "job");
}

/* ---- a first key ----------------------------------------------------------------------------- */

/* Not in the campus's folder, which is copied and given away: where the user's programs keep what
   is theirs (XDG Base Directory Specification). */
static Slice place_of_keys(Desk *d) {
    const char *own = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    Slice base = LIT("");
    if (own && own[0] == '/')
        base = slice_from(own);
    else if (home && home[0] == '/')
        base = arena_printf(d->arena, "%s/.config", home);
    base = arena_copy(d->arena, base);
    Slice place = arena_printf(d->arena, SLICE_FMT "/azimut", SLICE_ARG(base));
    mkdir(base.at, 0700);
    mkdir(place.at, 0700);
    return place;
}

/* Called as the folder of the campus is; one that is there already stays as it is. */
static bool make_key(Desk *d, Slice *path, Slice *why) {
    const char *name = strrchr(d->studio->folder, '/') + 1;
    *path = arena_printf(d->arena, SLICE_FMT "/%s.key", SLICE_ARG(place_of_keys(d)), name);
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut-pack"), "keygen",
                                     "-W", path->at, NULL};
    if (access(path->at, F_OK) == 0)
        return true;
    Child child = child_run(d->arena, NULL, LIT(""), arguments);
    *why = slice_trim(child.wrong);
    return child.status == 0;
}

void page_new_key(Desk *d) {
    Slice path, why = LIT("");
    if (!make_key(d, &path, &why) || path.len >= PATH_MAX) {
        d->answer->status = 409;
        show_publish(d, "bad", why);
        return;
    }
    snprintf(d->studio->key, sizeof d->studio->key, SLICE_FMT, SLICE_ARG(path));
    show_publish(d, "good",
                 studio_sentence(d->arena, d->lang, STUDIO_PUBLISH_KEY_MADE, path, LIT("")));
}

/* ---- while it goes on ------------------------------------------------------------------------ */

/* While it goes on the page comes again by itself. */
void page_job(Desk *d) {
    JobReport job = job_report(d);
    d->answer->refresh_s = job.running ? 2 : 0;
    html_begin(d, studio_word(d->lang, STUDIO_JOB));
    html_format(d, "<ol class=\"job\">");
    for (int i = 0; i < job.count; i++)
        html_in(d, "li", job.line[i]);
    html_format(d, "</ol>");
    if (job.running)
        html_notice(d, "soft", studio_word(d->lang, STUDIO_JOB_RUNS));
    else if (job.begun)
        html_notice(d, job.good ? "good" : "bad",
                    studio_word(d->lang, job.good ? STUDIO_JOB_GOOD : STUDIO_JOB_BAD));
    else
        html_notice(d, "soft", studio_word(d->lang, STUDIO_JOB_NONE));
    html_format(d, "<p>");
    html_link(d, "", LIT("faults"), studio_word(d->lang, STUDIO_SEE_FAULTS));
    html_format(d, "</p>");
    html_end(d);
}
