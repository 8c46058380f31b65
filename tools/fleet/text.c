#include "tools/fleet/text.h"

/* Bytes of a terminal's control, whoever wrote them into a file, are not for the terminal. */
static void put(FILE *out, Slice text) {
    for (int i = 0; i < text.len; i++)
        putc((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7f ? '?' : text.at[i], out);
}

static void put_line(FILE *out, const char *before, Slice text) {
    fputs(before, out);
    put(out, text);
    putc('\n', out);
}

static void put_kiosk(FILE *out, const FleetView *v, const Diagnosis *diagnosis) {
    put(out, slice_from(diagnosis->kiosk->last.report.kiosk));
    put_line(out, " · ", fleet_level(v, diagnosis->level));
    for (int i = 0; i < diagnosis->finding_count; i++) {
        put_line(out, "  ", fleet_says(v, diagnosis, diagnosis->finding[i].says));
        put_line(out, "  → ", fleet_says(v, diagnosis, diagnosis->finding[i].todo));
    }
    if (!diagnosis->kiosk->missing)
        put_line(out, "  ", fleet_says(v, diagnosis, FLEET_MACHINE));
}

void fleet_text(FILE *out, const FleetView *v) {
    put_line(out, "", fleet_summary(v));
    for (int i = 0; i < v->fleet->kiosk_count; i++)
        put_kiosk(out, v, &v->diagnosis[i]);
    for (int i = 0; i < v->fleet->left_out_count; i++) {
        put_line(out, "", v->fleet->left_out[i].path);
        put_line(out, "  ", fleet_fault(v, v->fleet->left_out[i].fault));
    }
}
