/* Draws keys. Knows nothing of what is typed. */
#include "screens/common/keyboard.h"

#include "screens/common/common.h"

/* AZERTY, as on every keyboard that a French visitor has touched; digits first: rooms are called by
 * number. */
static const char *const ROWS[] = {"1234567890", "AZERTYUIOP", "QSDFGHJKLM", "WXCVBN'-"};
enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static const struct {
    const char *capital;
    int sign;
} ACCENTS[] = {{"É", 0xE9}, {"È", 0xE8}, {"Ê", 0xEA}, {"À", 0xE0}, {"Â", 0xE2},
               {"Ç", 0xE7}, {"Î", 0xEE}, {"Ô", 0xF4}, {"Ù", 0xF9}, {"Û", 0xFB}};

static int key_height(const Page *page, Keyboard keyboard) {
    return keyboard.accents ? page->form.key_of_five : page->form.key;
}

static Node *add_key(Page *page, Node *row, Keyboard keyboard, Slice label, int sign) {
    Node *key = widget_plate(page, row, BUTTON_PLAIN, (Action){keyboard.key, sign});
    key->grow = 2;
    key->min_w = 0;
    key->justify = ALIGN_CENTER;
    key->min_h = key_height(page, keyboard);
    key->least = KEY_LEAST;
    widget_label(page, key, TYPE_H3, key->ink, label)->align = ALIGN_CENTER;
    return key;
}

static Node *add_wide_key(Page *page, Node *row, Keyboard keyboard, Icon icon, StringId word,
                          Action action) {
    Node *key = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    key->grow = 3;
    key->min_w = 0;
    key->pad_x = SPACE_4;
    key->min_h = key_height(page, keyboard);
    key->least = KEY_LEAST;
    key->spoken = tr(page, word);
    return key;
}

static char typed_by(char sign) {
    return sign >= 'A' && sign <= 'Z' ? (char)(sign - 'A' + 'a') : sign;
}

static void add_accents(Page *page, Node *board, Keyboard keyboard) {
    Node *row = widget_row(page, board, TARGET_GAP);
    for (size_t i = 0; i < sizeof ACCENTS / sizeof *ACCENTS; i++)
        add_key(page, row, keyboard, slice_from(ACCENTS[i].capital), ACCENTS[i].sign);
}

void keyboard_add(Page *page, Node *parent, Keyboard keyboard) {
    Node *board = widget_column(page, parent, TARGET_GAP);
    if (keyboard.accents)
        add_accents(page, board, keyboard);
    for (int r = 0; r < ROW_COUNT; r++) {
        Node *row = widget_row(page, board, TARGET_GAP);
        for (const char *sign = ROWS[r]; *sign; sign++)
            add_key(page, row, keyboard, (Slice){sign, 1}, typed_by(*sign))->key = typed_by(*sign);
        if (r + 1 < ROW_COUNT)
            continue;
        add_wide_key(page, row, keyboard, ICON_space_bar, STR_SPACE_KEY,
                     (Action){keyboard.key, ' '})
            ->key = ' ';
        add_wide_key(page, row, keyboard, ICON_backspace, STR_ERASE_LETTER,
                     (Action){keyboard.erase, 0});
    }
}
