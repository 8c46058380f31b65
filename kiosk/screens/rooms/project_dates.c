/* What came when, and the plan as it stood then. */
#include "screens/rooms/project_parts.h"

#include "map/directions_text.h"

#define LONG_MS (550 * CIVIL_DAY) /* between two dates: the axis is broken there */

/* ---- the plan -------------------------------------------------------------------------------- */

/* The first milestone at which it opens; -1: none tells of it. */
static int opened_by(const Pack *pack, int zone) {
    for (int m = 0; m < pack->milestone_count; m++)
        for (int i = 0; i < pack->milestone[m].zones.count; i++)
            if (pack->milestone[m].zones.at[i] == zone)
                return m;
    return -1;
}

static ZoneLook look_at(int opens, int date) {
    if (opens < 0)
        return ZONE_BY_DATE;
    return opens < date ? ZONE_OPEN : opens == date ? ZONE_OPENS : ZONE_SHUT;
}

static const unsigned char *looks_of(ProjectPage p) {
    int count = p.k->plan->zone_count;
    unsigned char *look = arena_array(p.page->arena, unsigned char, count + 1);
    for (int z = 0; z < count; z++)
        look[z] = (unsigned char)look_at(opened_by(p.k->pack, z), p.s->date);
    return look;
}

/* The floor on which most of what opens lies; else that of the kiosk. */
static int level_of(ProjectPage p, const unsigned char *look) {
    const Plan *plan = p.k->plan;
    int here = p.k->here, best = here == PLAN_NONE ? 0 : plan->kiosk[here].level, most = 0;
    for (int level = 0; level < plan->level_count; level++) {
        int count = 0;
        for (int i = 0; i < plan->space_count; i++)
            count += plan->space[i].level == level && plan->space[i].zone != PLAN_NONE &&
                     look[plan->space[i].zone] == ZONE_OPENS;
        if (count > most) {
            most = count;
            best = level;
        }
    }
    return best;
}

static void add_key(Page *page, Node *row, Paint paint, Slice words) {
    Node *key = widget_line(page, row, SPACE_8);
    Node *square = widget_square(page, key, paint, SPACE_28, 0);
    square->border = PAINT_LINE;
    widget_quiet(page, key, TYPE_SMALL, words);
}

static void add_legend(ProjectPage p, Node *parent, int level) {
    bool below = p.page->form.narrow || (p.whole && !p.page->form.side_by_side);
    Node *row =
        below ? widget_column(p.page, parent, SPACE_4) : widget_line(p.page, parent, SPACE_28);
    row->drop_rank = 2;
    widget_text(p.page, row, TYPE_LABEL, tr_text(p.page, p.k->plan->level[level].name.plain));
    add_key(p.page, row, PAINT_SURFACE, tr(p.page, STR_ZONE_OPEN));
    add_key(p.page, row, PAINT_ACCENT, tr(p.page, STR_ZONE_OPENS));
}

void project_plan(ProjectPage p, Node *parent) {
    if (!p.k->plan)
        return;
    MapView *view = arena_new(p.page->arena, MapView);
    const unsigned char *look = looks_of(p);
    int level = level_of(p, look);
    *view = (MapView){.plan = p.k->plan,
                      .level = level,
                      .when = p.k->today,
                      .kiosk = PLAN_NONE,
                      .chosen = PLAN_NONE,
                      .frame = p.k->plan->box,
                      .zone = look,
                      .lang = p.k->settings.lang,
                      .here = tr(p.page, STR_HERE)};
    Node *map =
        widget_map(p.page, parent, view, tr_text(p.page, p.k->plan->level[level].name.plain));
    map->min_h = MAP_LOW;
    map->drop_rank = 3;
    add_legend(p, parent, level);
}

/* ---- the axis -------------------------------------------------------------------------------- */

static bool is_broken(const Pack *pack, int m) {
    return m + 1 < pack->milestone_count &&
           pack->milestone[m + 1].begins - pack->milestone[m].begins > LONG_MS;
}

/* A mark on the axis and the way to the next; where much time lies between, it is broken. */
static void add_axis(ProjectPage p, Node *card, int m) {
    Page *page = p.page;
    bool past = m < p.s->date, now = m == p.s->date;
    Node *row = widget_line(page, card, SPACE_4);
    row->drop_rank = 3;
    row->min_h = page_lines(page, TYPE_LABEL, 1); /* broken or not */
    Node *mark = widget_disc(page, row, SPACE_28,
                             past  ? PAINT_PRIMARY
                             : now ? PAINT_ACCENT
                                   : PAINT_BG);
    mark->border = PAINT_PRIMARY;
    Paint line = past ? PAINT_PRIMARY : PAINT_LINE;
    bool last = m + 1 == p.k->pack->milestone_count;
    if (last)
        return;
    widget_block(page, row, 0, past ? SPACE_8 : SPACE_4, line)->grow = 1;
    if (!is_broken(p.k->pack, m))
        return;
    widget_label(page, row, TYPE_LABEL, PAINT_INK2, LIT("//"));
    widget_block(page, row, 0, past ? SPACE_8 : SPACE_4, line)->grow = 1;
}

static void add_milestone(ProjectPage p, Node *grid, int m) {
    Page *page = p.page;
    const Milestone *milestone = &p.k->pack->milestone[m];
    Node *card = widget_column(page, grid, SPACE_8);
    add_axis(p, card, m);
    Node *plate = widget_plate(page, card, widget_look(m == p.s->date), (Action){TAP_DATE, m});
    plate->role = ROLE_CHOICE;
    plate->pad_x = plate->pad_y = SPACE_12;
    plate->grow = 1;
    widget_label(page, plate, TYPE_UI, plate->ink, tr_text(page, milestone->shown));
    widget_label(page, plate, TYPE_SMALL, plate->ink, tr_text(page, milestone->title));
    plate->spoken = tr_list(page, tr_text(page, milestone->shown), tr_text(page, milestone->title));
}

Node *project_timeline(ProjectPage p, Node *parent, int columns) {
    CardGrid cards = {columns, TARGET_GAP, ROW_RELATED, 0};
    Node *grid = widget_cards(p.page, parent, cards, p.s->page);
    for (int m = 0; m < p.k->pack->milestone_count; m++)
        add_milestone(p, grid, m);
    return grid;
}

void project_told(ProjectPage p, Node *parent) {
    if (p.s->date < 0)
        return;
    const Milestone *milestone = &p.k->pack->milestone[p.s->date];
    Slice text = tr_text(p.page, milestone->text);
    if (text.len && !p.page->form.tight)
        widget_text(p.page, parent, TYPE_SMALL, text)->drop_rank = 2;
}

/* ---- the page -------------------------------------------------------------------------------- */

Node *project_dates(ProjectPage p) {
    Page *page = p.page;
    const Form *form = &page->form;
    if (!form->side_by_side) {
        Node *above = widget_share(page, p.frame.reading, 1, SPACE_12);
        project_plan(p, above);
        Node *grid = project_timeline(p, p.frame.controls, form->narrow ? 1 : 2);
        project_told(p, p.frame.controls);
        return grid;
    }
    Node *row = widget_halves(page, p.frame.controls, GUTTER);
    Node *left = widget_share(page, row, 5, SPACE_12),
         *right = widget_share(page, row, 4, SPACE_12);
    left->justify = ALIGN_END;
    if (form->roomy)
        widget_quiet(page, left, TYPE_SMALL, tr_text(page, p.k->pack->project_told[0].lead))
            ->drop_rank = 1;
    Node *grid = project_timeline(p, left, form->enlarged ? 1 : 2);
    project_told(p, left);
    if (!form->tight)
        widget_quiet(page, left, TYPE_SMALL, tr(page, STR_PROJECT_TOUCH))->drop_rank = 1;
    project_plan(p, right);
    return grid;
}
