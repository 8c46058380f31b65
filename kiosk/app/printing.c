#include "app/app_parts.h"

#include "ui/paper.h"

static PrintView view_now(const App *app) {
    const PrintDesk *desk = &app->setup.printer;
    return desk->view ? desk->view(desk->self) : (PrintView){0};
}

static bool is_over(PrintView print) {
    return print.state == PRINT_FAILED || (print.state == PRINT_DONE && print.made < PRINT_SHEETS);
}

/* On another page, what became of the sheet of the last one would be read as its own. */
PrintView app_print_view(const App *app) {
    PrintView print = view_now(app);
    if (app->visit.print_told && is_over(print))
        print.state = PRINT_NOTHING;
    return print;
}

void app_go_on_from_print(App *app) {
    app->visit.print_told |= is_over(view_now(app));
}

void app_look_for_printer(App *app) {
    const PrintDesk *desk = &app->setup.printer;
    if (desk->view && app->visit.begun)
        desk->look(desk->self);
}

void app_forget_printed(App *app) {
    const PrintDesk *desk = &app->setup.printer;
    if (desk->view)
        desk->forget(desk->self);
}

static bool is_whole(const Page *page) {
    return page_fits(page) && !page->left_out;
}

static void build(App *app, Arena *arena, Page *page, TextStep step) {
    const Screen *screen = screen_get(app->visit.at);
    Kiosk k = app_kiosk(app);
    arena_wipe(arena);
    paper_begin(page, arena, &app->setup.typeface, app->visit.settings, step);
    page->screen = screen->name;
    screen->sheet(visit_state(&app->visit, app->visit.at), &k, page);
    page_layout(page);
}

/* In letters as large as the visitor reads here, as long as all has room. */
static void build_largest(App *app, Arena *arena, Page *page) {
    TextStep step = app->visit.settings.step;
    build(app, arena, page, step);
    while (step > STEP_NORMAL && !is_whole(page))
        build(app, arena, page, --step);
}

void app_print(App *app) {
    const PrintDesk *desk = &app->setup.printer;
    if (!desk->view || !screen_get(app->visit.at)->sheet)
        return;
    Arena arena = {.locked = true};
    Page page;
    app->visit.print_told = false;
    build_largest(app, &arena, &page);
    desk->print(desk->self, &page);
    arena_wipe(&arena);
    arena_free(&arena);
}
