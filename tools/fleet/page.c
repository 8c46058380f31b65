#include "tools/fleet/page.h"

#include "report/palette.h"
#include "report/svg.h"

#include <string.h>

__asm__(".section .rodata\n"
        ".global azimut_fleet_style\n"
        "azimut_fleet_style:\n.incbin \"assets/fleet.css\"\n.byte 0\n.previous\n");
extern const char azimut_fleet_style[];

static const char *const CLASS[LEVEL_COUNT] = {"green", "amber", "red"};

typedef struct PageWriting {
    FILE *out;
    const FleetView *view;
} PageWriting;

static void put_in(const PageWriting *w, const char *tag, Slice text) {
    fprintf(w->out, "<%s>", tag);
    html_escape(w->out, text);
    fprintf(w->out, "</%.*s>", (int)strcspn(tag, " "), tag);
}

static Slice word(const PageWriting *w, FleetWord which) {
    return fleet_word(w->view->lang, which);
}

static void put_head(const PageWriting *w) {
    fprintf(w->out, "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">",
            langs()->code[w->view->lang]);
    put_in(w, "title", word(w, FLEET_TITLE));
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<link rel=\"icon\" href=\"data:,\"><style>",
          w->out);
    palette_write(w->out);
    fputs(azimut_fleet_style, w->out);
    fputs("</style></head>\n<body><main>", w->out);
    put_in(w, "h1", word(w, FLEET_TITLE));
    put_in(w, "p class=\"summary\"", fleet_summary(w->view));
}

static void put_table(const PageWriting *w, const char *class, FleetWord caption,
                      const FleetWord *heads, int count) {
    fprintf(w->out, "<div class=\"scroll\" tabindex=\"0\"><table class=\"%s\">", class);
    put_in(w, "caption", word(w, caption));
    fputs("<thead><tr>", w->out);
    for (int i = 0; i < count; i++)
        put_in(w, "th scope=\"col\"", word(w, heads[i]));
    fputs("</tr></thead>\n", w->out);
}

/* ---- kiosks ---------------------------------------------------------------------------------- */

static void put_state(const PageWriting *w, const Diagnosis *diagnosis) {
    fprintf(w->out, "<span class=\"state %s\">", CLASS[diagnosis->level]);
    html_escape(w->out, fleet_level(w->view, diagnosis->level));
    fputs("</span>", w->out);
}

/* Name and state stand beside all the rows of their kiosk. */
static void put_name(const PageWriting *w, const Diagnosis *diagnosis) {
    int rows = diagnosis->finding_count ? diagnosis->finding_count : 1;
    rows += !diagnosis->kiosk->missing;
    fprintf(w->out, "<th scope=\"rowgroup\" rowspan=\"%d\">", rows);
    html_escape(w->out, slice_from(diagnosis->kiosk->last.report.kiosk));
    fprintf(w->out, "</th><td rowspan=\"%d\">", rows);
    put_state(w, diagnosis);
    fputs("</td>", w->out);
}

static void put_finding(const PageWriting *w, const Diagnosis *diagnosis, int i) {
    const Finding *finding = &diagnosis->finding[i];
    put_in(w, "td", fleet_says(w->view, diagnosis, finding->says));
    put_in(w, "td", fleet_says(w->view, diagnosis, finding->todo));
}

static void put_machine(const PageWriting *w, const Diagnosis *diagnosis) {
    fputs(diagnosis->finding_count ? "<tr>" : "</tr><tr>", w->out);
    put_in(w, "td colspan=\"2\" class=\"machine\"", fleet_says(w->view, diagnosis, FLEET_MACHINE));
    fputs("</tr>", w->out);
}

static void put_kiosk(const PageWriting *w, const Diagnosis *diagnosis) {
    fputs("<tbody><tr>", w->out);
    put_name(w, diagnosis);
    if (!diagnosis->finding_count)
        put_in(w, "td colspan=\"2\"", word(w, FLEET_NOTHING_TO_DO));
    for (int i = 0; i < diagnosis->finding_count; i++) {
        if (i)
            fputs("<tr>", w->out);
        put_finding(w, diagnosis, i);
        fputs("</tr>", w->out);
    }
    if (!diagnosis->kiosk->missing)
        put_machine(w, diagnosis);
    fputs("</tbody>\n", w->out);
}

static void put_kiosks(const PageWriting *w) {
    static const FleetWord HEADS[] = {FLEET_COLUMN_KIOSK, FLEET_COLUMN_STATE, FLEET_COLUMN_FOUND,
                                      FLEET_COLUMN_DO};
    put_table(w, "kiosks", FLEET_CAPTION, HEADS, 4);
    for (int i = 0; i < w->view->fleet->kiosk_count; i++)
        put_kiosk(w, &w->view->diagnosis[i]);
    fputs("</table></div>\n", w->out);
}

/* ---- files ----------------------------------------------------------------------------------- */

static void put_files(const PageWriting *w) {
    static const FleetWord HEADS[] = {FLEET_COLUMN_FILE, FLEET_COLUMN_WHY};
    const Fleet *fleet = w->view->fleet;
    if (!fleet->left_out_count)
        return;
    put_in(w, "h2", word(w, FLEET_FILES));
    put_table(w, "files", FLEET_FILES_CAPTION, HEADS, 2);
    fputs("<tbody>", w->out);
    for (int i = 0; i < fleet->left_out_count; i++) {
        fputs("<tr>", w->out);
        put_in(w, "th scope=\"row\"", fleet->left_out[i].path);
        put_in(w, "td", fleet_fault(w->view, fleet->left_out[i].fault));
        fputs("</tr>", w->out);
    }
    fputs("</tbody></table></div>\n", w->out);
}

void fleet_page(FILE *out, const FleetView *view) {
    PageWriting w = {out, view};
    put_head(&w);
    put_kiosks(&w);
    put_files(&w);
    fputs("</main></body></html>\n", out);
}
