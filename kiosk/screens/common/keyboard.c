/* Draws keys. Knows nothing of what is typed. */
#include "screens/common/keyboard.h"

#include "screens/common/common.h"

#include <unicase.h>

/* First: rooms are called by number. The letters are ui/KEYBOARD of each language, row by row. */
#define DIGITS "1234567890"

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
    Node *sign_on = widget_label(page, key, TYPE_H3, key->ink, label);
    sign_on->align = ALIGN_CENTER;
    sign_on->least = LETTER_TYPE_LEAST; /* twelve in a row, at the largest */
    return key;
}

static Node *add_wide_key(Page *page, Node *row, Keyboard keyboard, Icon icon, StringId word,
                          Action action) {
    Node *key = widget_button(page, row, BUTTON_PLAIN, icon, (Slice){0}, action);
    key->min_w = 0;
    key->pad_x = SPACE_4;
    key->min_h = key_height(page, keyboard);
    key->least = KEY_LEAST;
    key->spoken = tr(page, word);
    return key;
}

static Slice letters_of(const Page *page, Keyboard keyboard) {
    return keyboard.latin ? string_in(LANG_FIRST, STR_KEYBOARD) : tr(page, STR_KEYBOARD);
}

static bool has_other(const Page *page, Keyboard keyboard) {
    return keyboard.other &&
           !slice_equal(tr(page, STR_KEYBOARD), string_in(LANG_FIRST, STR_KEYBOARD));
}

static void add_keys(Page *page, Node *row, Keyboard keyboard, Slice signs) {
    while (signs.len) {
        Slice sign = signs;
        int code = (int)uc_tolower(utf8_next(&signs));
        sign.len -= signs.len;
        add_key(page, row, keyboard, sign, code)->key = code < 0x80 ? (char)code : 0;
    }
}

/* To the letters of the other alphabet, by what they are called there. */
static void add_other(Page *page, Node *row, Keyboard keyboard) {
    Slice name =
        keyboard.latin ? tr(page, STR_KEYBOARD_NAME) : string_in(LANG_FIRST, STR_KEYBOARD_NAME);
    Node *key = add_key(page, row, keyboard, name, 0);
    key->action = (Action){keyboard.other, 0};
    key->spoken = tr(page, STR_KEYBOARD_OTHER);
}

static void add_last_keys(Page *page, Node *row, Keyboard keyboard) {
    int grow = has_other(page, keyboard) ? 2 : 3;
    if (has_other(page, keyboard))
        add_other(page, row, keyboard);
    Node *space = add_wide_key(page, row, keyboard, ICON_space_bar, STR_SPACE_KEY,
                               (Action){keyboard.key, ' '});
    space->key = ' ';
    Node *erase = add_wide_key(page, row, keyboard, ICON_backspace, STR_ERASE_LETTER,
                               (Action){keyboard.erase, 0});
    space->grow = erase->grow = grow;
}

static void add_accents(Page *page, Node *board, Keyboard keyboard) {
    Node *row = widget_row(page, board, TARGET_GAP);
    for (size_t i = 0; i < sizeof ACCENTS / sizeof *ACCENTS; i++)
        add_key(page, row, keyboard, slice_from(ACCENTS[i].capital), ACCENTS[i].sign);
}

void keyboard_add(Page *page, Node *parent, Keyboard keyboard) {
    Node *board = widget_column(page, parent, TARGET_GAP);
    board->keeps_sides = true;
    if (keyboard.accents)
        add_accents(page, board, keyboard);
    Node *row = widget_row(page, board, TARGET_GAP);
    add_keys(page, row, keyboard, LIT(DIGITS));
    for (Slice rest = letters_of(page, keyboard); rest.len;) {
        int blank = slice_find(rest, LIT(" ")), end = blank < 0 ? rest.len : blank;
        row = widget_row(page, board, TARGET_GAP);
        add_keys(page, row, keyboard, slice_cut(rest, 0, end));
        rest = slice_trim(slice_cut(rest, end, rest.len));
    }
    add_last_keys(page, row, keyboard);
}
