#include "replay/script.h"

#include "content/target.h"
#include "replay/transcript.h"
#include "ui/strings.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LINE_MAX_BYTES 512
#define TAP_MS 80     /* from press to release */
#define PAGES_MOST 12 /* of a list that are turned to find something */
#define DRAG_STEPS 8
#define LISTEN_MS 1000
#define KEYS_MOST 120 /* to get round any page */
#define LISTEN_MOST_MS (20 * CIVIL_MINUTE)

typedef struct Script {
    ScriptRun *run;
    int line;
    Error *error;
    unsigned last_said;
    uint64_t last_page; /* so that a page is written down only when it differs */
} Script;

static bool fail(Script *s, const char *what, const char *about) {
    return error_set(s->error, "%s:%d: %s%s", s->run->file, s->line, what, about);
}

/* ---- the page as it stands ------------------------------------------------------------------- */

static uint64_t page_hash(const Page *page) {
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    transcript_page(memory, page);
    fclose(memory);
    uint64_t hash = slice_hash((Slice){text, (int)size}, 0);
    free(text);
    return hash;
}

/* What is said is written down when it begins. */
static void hear(Script *s) {
    SpeechWish wish = app_speech_wish(s->run->app);
    if (wish.serial && wish.serial != s->last_said && s->run->transcript)
        transcript_speech(s->run->transcript, s->run->app->visit.settings.lang, wish);
    s->last_said = wish.serial;
    display_speak(s->run->display, wish);
    app_speech(s->run->app, display_speech(s->run->display));
}

/* Shows the page; a video that it declares may change it at once. */
static const Page *show(Script *s) {
    const Page *page = app_page(s->run->app);
    display_show(s->run->display, companion_dresses(s->run->beside, page),
                 app_take_motion(s->run->app));
    app_video(s->run->app, display_video(s->run->display));
    hear(s);
    return page;
}

static void settle(Script *s) {
    const Page *page = show(s);
    if (page != app_page(s->run->app))
        page = show(s);
    if (!s->run->transcript)
        return;
    page = companion_dresses(s->run->beside, page);
    uint64_t hash = page_hash(page);
    if (hash != s->last_page)
        transcript_page(s->run->transcript, page);
    s->last_page = hash;
}

static void move_clock(Script *s, Millis now) {
    Millis civil = *s->run->civil + now;
    display_set_time(s->run->display, now);
    app_time(s->run->app, now, (int)(civil / CIVIL_MINUTE % (24 * 60)));
    app_video(s->run->app, display_video(s->run->display));
    app_speech(s->run->app, display_speech(s->run->display));
}

/* Lets time pass and everything happen at the moment it is due. */
static void pass(Script *s, Millis ms) {
    App *app = s->run->app;
    Millis until = app->now + ms;
    for (;;) {
        settle(s);
        Millis due = app_wake_at(app);
        if (!due || due > until)
            break;
        move_clock(s, due > app->now ? due : app->now + 1);
    }
    move_clock(s, until);
    settle(s);
}

/* A person sees a page before touching it; the kiosk drops what comes sooner (guard.h). */
static void look(Script *s) {
    Millis deaf = app_deaf_for(s->run->app);
    if (deaf)
        pass(s, deaf);
}

static void tap(Script *s, Point at) {
    app_touch(s->run->app, (Touch){TOUCH_PRESS, at});
    pass(s, TAP_MS);
    app_touch(s->run->app, (Touch){TOUCH_RELEASE, at});
    settle(s);
}

/* A finger that takes its time: it moves in steps, as a real one does. */
static void drag(Script *s, Point from, Point to) {
    app_touch(s->run->app, (Touch){TOUCH_PRESS, from});
    for (int i = 1; i <= DRAG_STEPS; i++) {
        pass(s, TAP_MS / DRAG_STEPS);
        app_touch(s->run->app, (Touch){TOUCH_MOVE,
                                       {from.x + (to.x - from.x) * i / DRAG_STEPS,
                                        from.y + (to.y - from.y) * i / DRAG_STEPS}});
    }
    app_touch(s->run->app, (Touch){TOUCH_RELEASE, to});
    settle(s);
}

static Point middle_of(const Node *node) {
    return (Point){node->box.x + node->box.w / 2, node->box.y + node->box.h / 2};
}

/* The control whose label is the text, else the first that contains it. What a drawer covers, such
   as the middle of the page behind it, is not in sight there. */
static const Node *labelled(const Page *page, Slice label) {
    const Node *partly = NULL;
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (!page_can_act(node) || page_hit(page, middle_of(node)) != node)
            continue;
        Slice own = page_label(page, node);
        if (slice_equal(own, label))
            return node;
        if (!partly && slice_find(own, label) >= 0)
            partly = node;
    }
    return partly;
}

static bool page_says(const Page *page, Slice text) {
    for (int i = 0; i < page->shown_count; i++) {
        const Node *node = page->shown[i];
        if (!node->inert &&
            (slice_find(node->text, text) >= 0 || slice_find(node->spoken, text) >= 0))
            return true;
    }
    return false;
}

/* ---- commands -------------------------------------------------------------------------------- */

static bool quoted(Slice arg, Slice *text) {
    if (arg.len < 2 || arg.at[0] != '"' || arg.at[arg.len - 1] != '"')
        return false;
    *text = slice_cut(arg, 1, arg.len - 1);
    return true;
}

/* Turns pages of a list, one way, until what is looked for is there; NULL if it is not. */
static const Node *turn_pages(Script *s, Slice label, StringId way) {
    Slice turn = string_in(s->run->app->visit.settings.lang, way);
    for (int pages = 0; pages < PAGES_MOST; pages++) {
        look(s);
        const Page *page = app_page(s->run->app);
        const Node *node = labelled(page, label), *next = labelled(page, turn);
        if (node || !next)
            return node;
        tap(s, middle_of(next));
    }
    return NULL;
}

/* A list may go on on further pages: a person turns them. */
static const Node *look_for(Script *s, Slice label) {
    const Node *node = turn_pages(s, label, STR_PAGE_AFTER);
    return node ? node : turn_pages(s, label, STR_PAGE_BEFORE);
}

static bool do_tap(Script *s, Slice arg) {
    Slice label;
    int x, y;
    char plain[64];
    look(s);
    if (quoted(arg, &label)) {
        const Node *node = look_for(s, label);
        if (!node)
            return fail(s, "nothing to touch is called ", arg.at);
        tap(s, middle_of(node));
        return true;
    }
    snprintf(plain, sizeof plain, SLICE_FMT, SLICE_ARG(arg));
    if (sscanf(plain, "%d,%d", &x, &y) != 2)
        return fail(s, "tap wants X,Y or \"Label\", not ", plain);
    tap(s, (Point){x, y});
    return true;
}

/* Two quick touches: how somebody who listens chooses. */
static bool do_choose(Script *s, Slice arg) {
    bool twice = app_listens(s->run->app);
    return (!twice || do_tap(s, arg)) && do_tap(s, arg);
}

/* From control to control until one is said that begins so, as somebody does who sees nothing. */
static bool do_hear(Script *s, Slice arg) {
    Slice label;
    if (!quoted(arg, &label))
        return fail(s, "hear wants a text in quotes", "");
    look(s);
    for (int keys = 0; keys < KEYS_MOST; keys++) {
        if (slice_has_prefix(app_speech_wish(s->run->app).text, label))
            return true;
        app_key(s->run->app, KEY_NEXT);
        settle(s);
    }
    return fail(s, "no control is said to be ", arg.at);
}

/* Until all is said. */
static bool do_listen(Script *s, Slice arg) {
    (void)arg;
    settle(s);
    for (Millis most = s->run->app->now + LISTEN_MOST_MS; s->run->app->now < most;) {
        if (!app_speech_wish(s->run->app).serial)
            return true;
        pass(s, LISTEN_MS);
    }
    return fail(s, "it does not stop speaking", "");
}

static bool do_drag(Script *s, Slice arg) {
    Point from, to;
    char plain[64];
    snprintf(plain, sizeof plain, SLICE_FMT, SLICE_ARG(arg));
    if (sscanf(plain, "%d,%d %d,%d", &from.x, &from.y, &to.x, &to.y) != 4)
        return fail(s, "drag wants X,Y X,Y, not ", plain);
    look(s);
    drag(s, from, to);
    return true;
}

static bool do_key(Script *s, Slice arg) {
    KeyName key = key_named(arg);
    Input function = {.kind = INPUT_FUNCTION, .function = key_function(arg)};
    if (function.function && companion_hears(s->run->beside, &function)) {
        settle(s);
        return true;
    }
    if (!key)
        return fail(s, "no key is called ", arg.at);
    app_key(s->run->app, key);
    settle(s);
    return true;
}

static bool do_type(Script *s, Slice arg) {
    Slice text;
    if (!quoted(arg, &text))
        return fail(s, "type wants a text in quotes", "");
    for (int i = 0; i < text.len; i++) {
        Input input = {.kind = INPUT_TYPE, .sign = text.at[i]};
        if (!companion_hears(s->run->beside, &input))
            app_type(s->run->app, input.sign);
        settle(s);
    }
    return true;
}

static bool do_wait(Script *s, Slice arg) {
    char plain[32], *end;
    snprintf(plain, sizeof plain, SLICE_FMT, SLICE_ARG(arg));
    long ms = strtol(plain, &end, 10);
    if (end == plain || *end || ms < 0)
        return fail(s, "wait wants milliseconds, not ", plain);
    pass(s, ms);
    companion_turns(s->run->beside);
    settle(s);
    return true;
}

/* Makes the folder and those above it; what stands in the way is told by the picture that cannot be
 * written. */
static void make_folder(const char *path) {
    char part[LINE_MAX_BYTES * 2];
    snprintf(part, sizeof part, "%s", path);
    for (char *slash = strchr(part + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(part, 0777);
        *slash = '/';
    }
    mkdir(part, 0777);
}

static bool do_shot(Script *s, Slice arg) {
    if (!s->run->shots)
        return true;
    char path[LINE_MAX_BYTES * 2];
    make_folder(s->run->shots);
    settle(s);
    snprintf(path, sizeof path, "%s/" SLICE_FMT ".png", s->run->shots, SLICE_ARG(arg));
    Error error;
    return display_save(s->run->display, path, &error) || fail(s, error.text, "");
}

/* Straight to a page, as a button of the content leads there: whoever writes it wants to see it. */
static bool do_open(Script *s, Slice arg) {
    Slice text, id;
    const Pack *pack = s->run->app->setup.pack;
    if (!quoted(arg, &text) || !pack)
        return fail(s, "open wants a page in quotes, such as \"trade/soudage\", not ", arg.at);
    Target target = target_read(text, &id);
    if (target.kind > TARGET_LEVEL)
        target.arg = target_find(pack, target.kind, id);
    if (!target_has_page(pack, target.kind) || target.arg < 0)
        return fail(s, "there is no page ", arg.at);
    app_open(s->run->app, target);
    settle(s);
    return true;
}

static bool do_expect(Script *s, Slice arg, bool wanted) {
    Slice text;
    if (!quoted(arg, &text))
        return fail(s, "expect wants a text in quotes", "");
    const Page *page = companion_dresses(s->run->beside, app_page(s->run->app));
    if (page_says(page, text) == wanted)
        return true;
    return fail(s, wanted ? "the page does not say " : "the page says ", arg.at);
}

static bool do_expect_there(Script *s, Slice arg) {
    return do_expect(s, arg, true);
}

static bool do_expect_not(Script *s, Slice arg) {
    return do_expect(s, arg, false);
}

static bool do_screen(Script *s, Slice arg) {
    app_page(s->run->app);
    const char *name = app_screen_name(s->run->app);
    return slice_is(arg, name) || fail(s, "the screen is ", name);
}

static const struct {
    const char *name;
    bool (*run)(Script *, Slice);
} COMMANDS[] = {
    {"choose", do_choose}, {"hear", do_hear},           {"listen", do_listen},
    {"drag", do_drag},     {"open", do_open},           {"tap", do_tap},
    {"key", do_key},       {"type", do_type},           {"wait", do_wait},
    {"shot", do_shot},     {"expect", do_expect_there}, {"expect-not", do_expect_not},
    {"screen", do_screen},
};

static bool run_line(Script *s, const char *text) {
    Slice line = slice_trim(slice_from(text));
    if (!line.len || line.at[0] == '#')
        return true;
    int blank = slice_find(line, LIT(" "));
    Slice name = slice_cut(line, 0, blank < 0 ? line.len : blank);
    Slice arg = slice_trim(slice_cut(line, name.len, line.len));
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (slice_is(name, COMMANDS[i].name))
            return COMMANDS[i].run(s, arg);
    return fail(s, "no such command: ", text);
}

bool script_run(ScriptRun *run, Error *error) {
    Script s = {.run = run, .error = error};
    FILE *file = fopen(run->file, "r");
    if (!file)
        return error_set(error, "%s: cannot be read", run->file);
    char line[LINE_MAX_BYTES];
    bool good = true;
    move_clock(&s, run->app->now);
    companion_turns(run->beside);
    settle(&s);
    while (good && fgets(line, sizeof line, file)) {
        s.line++;
        line[strcspn(line, "\r\n")] = 0;
        good = run_line(&s, line);
    }
    fclose(file);
    return good;
}
