/* A day and a few words about it, typed by a counselor: they stand beside the figures. Keeps
 * nothing itself. */
#include "screens/common/keyboard.h"
#include "screens/common/common.h"

#include <unicase.h>

enum { TAP_KEY = 1, TAP_ERASE, TAP_DAY, TAP_SAVE };

#define NOTE_LETTERS 48
#define WORD_LETTERS 18 /* a longer word would not fit on a line of the largest text */
#define DAYS_BACK_MOST 370

typedef struct NoteState {
    int back;               /* days before today */
    int len, letters, word; /* word: letters of the last one */
    char text[NOTE_LETTERS * 4];
} NoteState;

static void enter(void *state, const Kiosk *k, int arg) {
    (void)k, (void)arg;
    *(NoteState *)state = (NoteState){0};
}

/* The first letter is a capital. */
static uint32_t as_written(const NoteState *s, int sign) {
    return s->len == 0 ? uc_toupper((uint32_t)sign) : (uint32_t)sign;
}

static void type_sign(NoteState *s, int sign) {
    bool space = sign == ' ';
    if (s->letters == NOTE_LETTERS || (space && s->word == 0) ||
        (!space && s->word == WORD_LETTERS))
        return;
    uint32_t code = sign == '\'' ? 0x2019 : as_written(s, sign);
    s->len += utf8_encode(code, s->text + s->len);
    s->letters++;
    s->word = space ? 0 : s->word + 1;
}

static void erase_sign(NoteState *s) {
    if (s->len == 0)
        return;
    s->len = utf8_start((Slice){s->text, s->len}, s->len - 1);
    s->letters--;
    int word = s->len;
    while (word > 0 && s->text[word - 1] != ' ')
        word--;
    s->word = utf8_count((Slice){s->text + word, s->len - word});
}

static Step act(void *state, const Kiosk *k, Action action) {
    NoteState *s = state;
    if (!k->staff || !k->staff->open)
        return (Step){.go = GO_BACK};
    switch (action.token) {
    case TAP_KEY:
        type_sign(s, action.arg);
        return (Step){0};
    case TAP_ERASE:
        erase_sign(s);
        return (Step){0};
    case TAP_DAY:
        s->back = action.arg;
        return (Step){0};
    case TAP_SAVE:
        return (Step){
            .go = GO_BACK, .ask = ASK_NOTE, .ask_arg = s->back, .ask_text = {s->text, s->len}};
    default:
        return (Step){0};
    }
}

/* ---- the page -------------------------------------------------------------------------------- */

static Slice day_name(const NoteState *s, const Kiosk *k, Page *page) {
    Civil day = civil_from(k->today - s->back * CIVIL_DAY);
    return arena_printf(page->arena, "%02d/%02d/%d", day.day, day.month, day.year);
}

static Node *add_turn(Page *page, Node *row, Icon icon, StringId word, int back) {
    Node *turn = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, (Action){TAP_DAY, back});
    turn->spoken = tr(page, word);
    turn->disabled = back < 0 || back > DAYS_BACK_MOST;
    return turn;
}

static void add_day(const NoteState *s, const Kiosk *k, Page *page, Node *parent) {
    Node *row = widget_line(page, parent, TARGET_GAP);
    add_turn(page, row, ICON_chevron_left, STR_STAFF_DAY_BEFORE, s->back + 1);
    Node *day = widget_text(page, row, TYPE_H3, day_name(s, k, page));
    day->align = ALIGN_CENTER;
    add_turn(page, row, ICON_chevron_right, STR_STAFF_DAY_AFTER, s->back - 1);
    Node *save = widget_button(page, row, BUTTON_PRIMARY, ICON_check, tr(page, STR_STAFF_NOTE_SAVE),
                               (Action){TAP_SAVE, 0});
    save->grow = 1;
}

static void add_field(const NoteState *s, Page *page, Node *parent) {
    Node *field = widget_field(page, parent, ICON_edit);
    if (s->len)
        widget_text(page, field, TYPE_BODY, arena_copy(page->arena, (Slice){s->text, s->len}))
            ->grow = 1;
    else
        widget_quiet(page, field, TYPE_BODY, tr(page, STR_STAFF_NOTE_HINT))->grow = 1;
}

static void view(const void *state, const Kiosk *k, Page *page) {
    const NoteState *s = state;
    Frame frame = common_frame(page, k, tr(page, STR_STAFF_NOTE));
    frame.controls->gap = TARGET_GAP;
    frame.controls->pad_y = 0;
    if (page->form.room_above)
        widget_heading(page, frame.reading, TYPE_H1, tr(page, STR_STAFF_NOTE));
    if (!page->form.side_by_side)
        widget_text(page, frame.reading, TYPE_BODY, tr(page, STR_STAFF_NOTE_LEAD))->drop_rank = 1;
    bool low = page->form.low; /* no accents fit */
    add_field(s, page, page->form.room_above ? frame.reading : frame.controls);
    add_day(s, k, page, frame.controls);
    if (!low)
        widget_stretch(page, frame.controls);
    keyboard_add(page, frame.controls,
                 (Keyboard){.key = TAP_KEY, .erase = TAP_ERASE, .accents = !low, .latin = true});
    if (!low)
        widget_gap(page, frame.controls, SPACE_4);
}

const Screen screen_staff_note = {
    .name = "staff-note",
    .state_size = sizeof(NoteState),
    .wait = WAIT_READING,
    .enter = enter,
    .act = act,
    .view = view,
};
