#include "screens/sweep/sweep.h"

#include "support/world.h"

/* Whom one meets. */
void sweep_rooms(View v) {
    sweep_explore(v, SCREEN_desks, 0);
    for (int desk = 0; desk < world.pack.desk_count; desk++)
        sweep_explore(v, SCREEN_desk, desk);
    for (int lab = 0; lab < world.pack.lab_count; lab++)
        sweep_explore(v, SCREEN_lab, lab);
    for (int machine = 0; machine < world.pack.lab_machine_count; machine++)
        sweep_explore(v, SCREEN_machine, machine);
    for (int project = 0; project < world.pack.lab_project_count; project++)
        sweep_explore(v, SCREEN_lab_project, project);
    for (int event = 0; event < world.pack.campus_event_count; event++)
        sweep_explore(v, SCREEN_event, event);
    for (int partner = 0; partner < world.pack.partner_count; partner++)
        sweep_explore(v, SCREEN_partner, partner);
    if (world.pack.back_to_school_count)
        sweep_explore(v, SCREEN_back, 0);
    if (world.pack.project_told_count)
        sweep_explore(v, SCREEN_project, 0);
}
