/* Reads the tables of the map into a Plan. */
#include "content/plan_columns.h"
#include "content/reading.h"

#define MM_MAX 100000000  /* 100 km: nothing that is added up of such lengths leaves an int64 */
#define MS_MAX 3600000    /* an hour at a lift */
#define DATE_MAX 99991231 /* yyyymmdd */

/* clang-format off: each table begins and ends a text */
#define PLAN_TABLE(table) static const char SELECT_##table[] = "SELECT ord"
#define COLUMN(table, column, type) ", " #column
#define UNIQUE(table, column) ", " #column
#define PLAN_END(table) " FROM " #table " ORDER BY ord";
#include "content/plan.def"
/* clang-format on */

/* ---- columns --------------------------------------------------------------------------------- */

/* Of the row that is being read. */
static LocalText words_at(PackReading *r, const char *field) {
    return texts_take(r, arena_printf(&r->scratch, "%s/%d", r->table, r->at), field);
}

static PlanName name_at(PackReading *r) {
    return (PlanName){words_at(r, "name"), words_at(r, "the"), words_at(r, "of"), words_at(r, "to"),
                      words_at(r, "at")};
}

static PlanPoint point_at(PackReading *r, int column) {
    return (PlanPoint){int_at(r, column, -MM_MAX, MM_MAX), int_at(r, column + 1, -MM_MAX, MM_MAX)};
}

static PlanBox box_at(PackReading *r, int column) {
    return (PlanBox){point_at(r, column), point_at(r, column + 2)};
}

/* An index below `count`, or none. */
static int index_at(PackReading *r, int column, int count) {
    return int_at(r, column, PLAN_NONE, count - 1);
}

static int some_index_at(PackReading *r, int column, int count) {
    if (count)
        return int_at(r, column, 0, count - 1);
    fail(r, "a reference to something that is not there", LIT(""));
    return 0;
}

static Millis time_at(PackReading *r, int column, Millis when_empty) {
    Slice text = text_at(r, column);
    Millis when = when_empty;
    if (text.len && !civil_parse(text.at, &when))
        fail(r, "no such date:", text);
    return when;
}

/* A blob of 32-bit integers, the lowest byte first; `group` of them belong together. */
static int32_t *numbers_at(PackReading *r, int column, int group, int *count) {
    const unsigned char *byte = sqlite3_column_blob(r->row, column);
    int bytes = sqlite3_column_bytes(r->row, column);
    *count = bytes / 4;
    if (bytes % (4 * group)) {
        fail(r, "a list of numbers that is cut off", LIT(""));
        *count = 0;
    }
    int32_t *number = arena_array(r->arena, int32_t, *count + 1);
    for (int i = 0; i < *count; i++) {
        const unsigned char *b = byte + 4 * i;
        number[i] = (int32_t)((uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
                              (uint32_t)b[3] << 24);
    }
    return number;
}

static bool in_range(PackReading *r, const int32_t *number, int count, int least, int most) {
    for (int i = 0; i < count; i++)
        if (number[i] < least || number[i] > most)
            return fail(r, "a number out of range", LIT(""));
    return true;
}

static PlanPoint *points_at(PackReading *r, int column, int *count) {
    int numbers;
    int32_t *number = numbers_at(r, column, 2, &numbers);
    if (!in_range(r, number, numbers, -MM_MAX, MM_MAX))
        numbers = 0;
    *count = numbers / 2;
    PlanPoint *point = arena_array(r->arena, PlanPoint, *count + 1);
    for (int i = 0; i < *count; i++)
        point[i] = (PlanPoint){number[2 * i], number[2 * i + 1]};
    return point;
}

/* ---- floors ---------------------------------------------------------------------------------- */

static void lines_at(PackReading *r, int column) {
    int numbers;
    const int32_t *number = numbers_at(r, column, 5, &numbers);
    Plan *p = &r->pack->plan;
    p->line = arena_array(r->arena, PlanLine, numbers / 5 + 1);
    for (; p->line_count < numbers / 5; number += 5) {
        in_range(r, number, 1, 0, LINE_KIND_COUNT - 1);
        in_range(r, number + 1, 4, -MM_MAX, MM_MAX);
        p->line[p->line_count++] =
            (PlanLine){(PlanLineKind)number[0], {number[1], number[2]}, {number[3], number[4]}};
    }
}

/* The one row of the whole; answers whether there is a map. */
static bool read_whole(PackReading *r) {
    Plan *p = &r->pack->plan;
    bool found = false;
    if (!begin_rows(r, "plan", SELECT_plan))
        return false;
    if (next_row(r)) {
        found = true;
        r->at = 0;
        p->name = words_at(r, "name");
        p->illustrative = int_at(r, COL_plan_illustrative, 0, 1);
        p->box = box_at(r, COL_plan_x0);
        p->point = points_at(r, COL_plan_points, &p->point_count);
        lines_at(r, COL_plan_lines);
    }
    end_rows(r);
    return found && !r->failed;
}

/* Two columns: the first of a list's elements, and how many; both within the list. */
static int run_at(PackReading *r, int column, int length, int *count) {
    int first = int_at(r, column, 0, length);
    *count = int_at(r, column + 1, 0, length - first);
    return first;
}

static PlanLevel level_row(PackReading *r) {
    PlanLevel level = {.hundredths = int_at(r, COL_level_hundredths, -100000, 100000),
                       .ref = words_at(r, "ref"),
                       .name = name_at(r)};
    level.height_mm = int_at(r, COL_level_height_mm, -MM_MAX, MM_MAX);
    level.box = box_at(r, COL_level_x0);
    level.vertex = points_at(r, COL_level_vertices, &level.vertex_count);
    level.corner = numbers_at(r, COL_level_corners, 3, &level.corner_count);
    level.ground_corners = int_at(r, COL_level_ground_corners, 0, level.corner_count);
    in_range(r, level.corner, level.corner_count, 0, level.vertex_count - 1);
    level.first_line = run_at(r, COL_level_first_line, r->pack->plan.line_count, &level.line_count);
    return level;
}

static PlanZone zone_row(PackReading *r) {
    return (PlanZone){text_at(r, COL_zone_id), words_at(r, "name"),
                      time_at(r, COL_zone_opens, PLAN_ALWAYS),
                      time_at(r, COL_zone_closes, PLAN_NEVER)};
}

static PlanConnector connector_row(PackReading *r) {
    return (PlanConnector){text_at(r, COL_connector_id),
                           (PlanEdgeKind)int_at(r, COL_connector_kind, 0, EDGE_KIND_COUNT - 1),
                           name_at(r)};
}

/* ---- places ---------------------------------------------------------------------------------- */

static SpaceKind kind_at(PackReading *r, int column) {
    Slice tag = text_at(r, column);
    for (int kind = 0; kind < SPACE_KIND_COUNT; kind++)
        if (slice_is(tag, plan_kind_tag((SpaceKind)kind)))
            return (SpaceKind)kind;
    fail(r, "no such kind:", tag);
    return SPACE_OTHER;
}

static PlanSpace space_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    PlanSpace s = {.id = text_at(r, COL_space_id),
                   .ref = text_at(r, COL_space_ref),
                   .kind = kind_at(r, COL_space_kind),
                   .name = name_at(r)};
    s.access = (PlanAccess)int_at(r, COL_space_access, 0, ACCESS_COUNT - 1);
    s.level = some_index_at(r, COL_space_level, p->level_count);
    s.zone = index_at(r, COL_space_zone, p->zone_count);
    s.connector = index_at(r, COL_space_connector, p->connector_count);
    s.step_free = int_at(r, COL_space_step_free, 0, 1);
    s.place = int_at(r, COL_space_place, 0, 1);
    s.priority = int_at(r, COL_space_priority, 1, 5);
    s.area_dm2 = int_at(r, COL_space_area_dm2, 0, INT32_MAX);
    s.anchor = point_at(r, COL_space_x);
    s.radius_mm = int_at(r, COL_space_radius_mm, 0, MM_MAX);
    s.box = box_at(r, COL_space_x0);
    s.node = int_at(r, COL_space_node, PLAN_NONE,
                    limits_rows("node")); /* looked at again when there are nodes */
    int corners = p->level_count ? p->level[s.level].corner_count : 0;
    s.first_corner = run_at(r, COL_space_first_corner, corners, &s.corner_count);
    s.hours = words_at(r, "hours");
    return s;
}

/* Outlines come space by space: a space has a run of them. */
static PlanRing ring_row(PackReading *r) {
    Plan *p = &r->pack->plan;
    int space = some_index_at(r, COL_ring_space, p->space_count), at = r->at;
    PlanRing ring = {.hole = int_at(r, COL_ring_hole, 0, 1)};
    ring.first_point = run_at(r, COL_ring_first_point, p->point_count, &ring.point_count);
    if (r->failed)
        return ring;
    PlanSpace *s = &p->space[space];
    if (!s->ring_count++)
        s->first_ring = at;
    else if (s->first_ring + s->ring_count - 1 != at)
        fail(r, "the outlines of a space do not stand together:", s->id);
    return ring;
}

/* ---- ways ------------------------------------------------------------------------------------ */

static PlanNode node_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    return (PlanNode){(PlanNodeKind)int_at(r, COL_node_kind, 0, NODE_KIND_COUNT - 1),
                      some_index_at(r, COL_node_level, p->level_count),
                      index_at(r, COL_node_space, p->space_count), point_at(r, COL_node_x)};
}

static PlanEdge edge_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    PlanEdge e = {.kind = (PlanEdgeKind)int_at(r, COL_edge_kind, 0, EDGE_KIND_COUNT - 1),
                  .a = some_index_at(r, COL_edge_a, p->node_count),
                  .b = some_index_at(r, COL_edge_b, p->node_count),
                  .length_mm = int_at(r, COL_edge_length_mm, 0, MM_MAX),
                  .up_mm = int_at(r, COL_edge_up_mm, -MM_MAX, MM_MAX),
                  .width_mm = int_at(r, COL_edge_width_mm, 0, MM_MAX),
                  .incline_pm = int_at(r, COL_edge_incline_pm, -1000, 1000),
                  .fixed_ms = int_at(r, COL_edge_fixed_ms, 0, MS_MAX),
                  .flags = int_at(r, COL_edge_flags, 0, EDGE_FLAGS),
                  .space = index_at(r, COL_edge_space, p->space_count),
                  .connector = index_at(r, COL_edge_connector, p->connector_count)};
    e.first_point = run_at(r, COL_edge_first_point, p->point_count, &e.point_count);
    return e;
}

static int target_count(const Plan *p, PlanTarget target) {
    const int COUNTS[PLAN_TARGET_COUNT] = {[TARGET_OF_EDGE] = p->edge_count,
                                           [TARGET_OF_SPACE] = p->space_count,
                                           [TARGET_OF_ZONE] = p->zone_count,
                                           [TARGET_OF_CONNECTOR] = p->connector_count};
    return COUNTS[target];
}

static PlanClosure closure_row(PackReading *r) {
    PlanTarget target = (PlanTarget)int_at(r, COL_closure_target, 0, PLAN_TARGET_COUNT - 1);
    return (PlanClosure){target,
                         some_index_at(r, COL_closure_what, target_count(&r->pack->plan, target)),
                         time_at(r, COL_closure_begins, PLAN_ALWAYS),
                         time_at(r, COL_closure_ends, PLAN_NEVER), words_at(r, "reason")};
}

/* ---- what stands and happens there ----------------------------------------------------------- */

static PlanLandmark landmark_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    return (PlanLandmark){point_at(r, COL_landmark_x),
                          some_index_at(r, COL_landmark_level, p->level_count),
                          index_at(r, COL_landmark_space, p->space_count),
                          int_at(r, COL_landmark_salience, 1, 5), name_at(r)};
}

static PlanKiosk kiosk_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    return (PlanKiosk){text_at(r, COL_kiosk_id), some_index_at(r, COL_kiosk_level, p->level_count),
                       some_index_at(r, COL_kiosk_node, p->node_count), point_at(r, COL_kiosk_x),
                       int_at(r, COL_kiosk_bearing_cdeg, 0, 35999)};
}

static PlanEvent event_row(PackReading *r) {
    return (PlanEvent){.id = text_at(r, COL_event_id),
                       .space = some_index_at(r, COL_event_space, r->pack->plan.space_count),
                       .from = time_at(r, COL_event_begins, PLAN_ALWAYS),
                       .to = time_at(r, COL_event_ends, PLAN_NEVER),
                       .title = words_at(r, "title"),
                       .note = words_at(r, "note"),
                       .capacity = int_at(r, COL_event_capacity, 0, 100000)};
}

static PlanHours hours_row(PackReading *r) {
    const Plan *p = &r->pack->plan;
    PlanHours h = {.space = some_index_at(r, COL_hours_space, p->space_count),
                   .adds = int_at(r, COL_hours_adds, 0, 1)};
    h.days = int_at(r, COL_hours_days, 0, HOURS_DAYS);
    h.from = int_at(r, COL_hours_first, 0, DATE_MAX);
    h.to = int_at(r, COL_hours_last, 0, DATE_MAX);
    h.opens_min = int_at(r, COL_hours_opens_min, 0, CIVIL_DAY_MIN);
    h.closes_min = int_at(r, COL_hours_closes_min, h.opens_min, 2 * CIVIL_DAY_MIN);
    return h;
}

static PlanTerm term_row(PackReading *r) {
    Slice kind = text_at(r, COL_term_kind);
    PlanTerm term = {.word = words_at(r, "word"), .of_kind = kind.len > 0};
    term.index = term.of_kind ? (int)kind_at(r, COL_term_kind)
                              : some_index_at(r, COL_term_space, r->pack->plan.space_count);
    return term;
}

static PlanLink link_row(PackReading *r) {
    Slice trade = text_at(r, COL_space_trade_trade);
    return (PlanLink){some_index_at(r, COL_space_trade_space, r->pack->plan.space_count),
                      find(r, RECORD_trade, trade)};
}

static PlanMachine machine_row(PackReading *r) {
    return (PlanMachine){some_index_at(r, COL_machine_space, r->pack->plan.space_count),
                         words_at(r, "name")};
}

static PlanFinding finding_row(PackReading *r) {
    return (PlanFinding){text_at(r, COL_finding_subject), text_at(r, COL_finding_message)};
}

/* `element` of every row of a table, in order; the array is made for as many as there are. */
#define READ_TABLE(r, table, Type, array, number, element)                                         \
    do {                                                                                           \
        (number) = count_rows((r), #table, SELECT_##table);                                        \
        (array) = arena_array((r)->arena, Type, (number) + 1);                                     \
        (r)->at = 0;                                                                               \
        if (begin_rows((r), #table, SELECT_##table)) {                                             \
            for (; (r)->at < (number) && next_row(r); (r)->at++)                                   \
                (array)[(r)->at] = element(r);                                                     \
            end_rows(r);                                                                           \
        }                                                                                          \
    } while (0)

/* ---- the whole ------------------------------------------------------------------------------- */

static void read_floors_and_places(PackReading *r) {
    Plan *p = &r->pack->plan;
    READ_TABLE(r, level, PlanLevel, p->level, p->level_count, level_row);
    READ_TABLE(r, zone, PlanZone, p->zone, p->zone_count, zone_row);
    READ_TABLE(r, connector, PlanConnector, p->connector, p->connector_count, connector_row);
    READ_TABLE(r, space, PlanSpace, p->space, p->space_count, space_row);
    r->space = IDS_OF(r, p->space, p->space_count);
    READ_TABLE(r, ring, PlanRing, p->ring, p->ring_count, ring_row);
}

static void read_ways_and_events(PackReading *r) {
    Plan *p = &r->pack->plan;
    READ_TABLE(r, node, PlanNode, p->node, p->node_count, node_row);
    READ_TABLE(r, edge, PlanEdge, p->edge, p->edge_count, edge_row);
    READ_TABLE(r, closure, PlanClosure, p->closure, p->closure_count, closure_row);
    READ_TABLE(r, landmark, PlanLandmark, p->landmark, p->landmark_count, landmark_row);
    READ_TABLE(r, kiosk, PlanKiosk, p->kiosk, p->kiosk_count, kiosk_row);
    READ_TABLE(r, event, PlanEvent, p->event, p->event_count, event_row);
    READ_TABLE(r, hours, PlanHours, p->hours, p->hours_count, hours_row);
    READ_TABLE(r, term, PlanTerm, p->term, p->term_count, term_row);
    READ_TABLE(r, space_trade, PlanLink, p->link, p->link_count, link_row);
    READ_TABLE(r, machine, PlanMachine, p->machine, p->machine_count, machine_row);
    READ_TABLE(r, finding, PlanFinding, p->finding, p->finding_count, finding_row);
}

static void check_places(PackReading *r) {
    const Plan *p = &r->pack->plan;
    r->table = "space";
    for (int i = 0; i < p->space_count && !r->failed; i++)
        if (p->space[i].node >= p->node_count || !p->space[i].ring_count ||
            (p->space[i].place && p->space[i].node == PLAN_NONE))
            fail(r, "a place without an outline or without a node:", p->space[i].id);
    r->table = "hours";
    for (int i = 1; i < p->hours_count && !r->failed; i++)
        if (p->hours[i].space < p->hours[i - 1].space)
            fail(r, "hours that do not stand in the order of their places:",
                 p->space[p->hours[i].space].id);
    r->table = "level";
    for (int i = 1; i < p->level_count && !r->failed; i++)
        if (p->level[i].hundredths <= p->level[i - 1].hundredths)
            fail(r, "floors that do not rise:", p->level[i].name.plain.in[LANG_FIRST]);
}

void plan_rows_read(PackReading *r) {
    if (!read_whole(r))
        return;
    read_floors_and_places(r);
    read_ways_and_events(r);
    check_places(r);
}
