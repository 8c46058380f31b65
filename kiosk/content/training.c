/* Reads what one can learn, do and meet at a campus: records that name each other, so all ids come
 * first. */
#include "content/reading.h"

/* Each list of content.def that is read here. */
static const RecordId LISTS[] = {
    RECORD_certification,   RECORD_skill_block,   RECORD_course,       RECORD_module,
    RECORD_pathway,         RECORD_partner,       RECORD_desk,         RECORD_internship,
    RECORD_internship_step, RECORD_lab,           RECORD_lab_machine,  RECORD_lab_project,
    RECORD_back_to_school,  RECORD_path_question, RECORD_path_card,    RECORD_campus_event,
    RECORD_project_told,    RECORD_committee,     RECORD_action_sheet, RECORD_funding,
    RECORD_milestone,       RECORD_glossary};

enum { LIST_COUNT = sizeof LISTS / sizeof *LISTS };

static void read_all_children(PackReading *r, RecordId owner) {
    for (int id = 0; id < RECORD_COUNT; id++)
        if (!r->failed && record_of((RecordId)id)->owner == owner)
            records_read_children(r, (RecordId)id);
}

static void index_blocks(PackReading *r) {
    Pack *p = r->pack;
    for (int b = 0; b < p->skill_block_count && !r->failed; b++) {
        Certification *owner = &p->certification[p->skill_block[b].certification];
        if (!owner->block_count++)
            owner->first_block = b;
        else if (owner->first_block + owner->block_count - 1 != b)
            fail(r, "the blocks of a certification do not stand together:", owner->id);
    }
}

/* In the order of time, as the others of the plan. */
static void join_event(Plan *plan, const CampusEvent *from) {
    int at = plan->event_count++;
    for (; at > 0 && plan->event[at - 1].from > from->begins; at--)
        plan->event[at] = plan->event[at - 1];
    plan->event[at] = (PlanEvent){.id = from->id,
                                  .space = from->place,
                                  .from = from->begins,
                                  .to = from->ends,
                                  .title = from->title,
                                  .note = from->note,
                                  .capacity = from->capacity};
}

/* The map shows them without knowing where they were written. */
static void join_events(PackReading *r) {
    Pack *p = r->pack;
    PlanEvent *all =
        arena_array(r->arena, PlanEvent, p->plan.event_count + p->campus_event_count + 1);
    if (p->plan.event_count)
        memcpy(all, p->plan.event, sizeof *all * (size_t)p->plan.event_count);
    p->plan.event = all;
    for (int i = 0; i < p->campus_event_count; i++)
        if (p->campus_event[i].place != PLAN_NONE)
            join_event(&p->plan, &p->campus_event[i]);
}

void training_read(PackReading *r) {
    const Pack *p = r->pack;
    for (int i = 0; i < LIST_COUNT && !r->failed; i++)
        records_read_ids(r, LISTS[i]);
    for (int i = 0; i < LIST_COUNT && !r->failed; i++)
        records_read_rows(r, LISTS[i]);
    for (int i = 0; i < LIST_COUNT && !r->failed; i++)
        if (record_count(record_of(LISTS[i]), r->pack))
            read_all_children(r, LISTS[i]);
    r->table = "skill_block";
    index_blocks(r);
    if (!r->failed && p->campus_event_count)
        join_events(r);
}
