/* The code of the staff, typed twice. */
#include "screens/common/code_pad.h"
#include "screens/setup/setup_parts.h"

#include <string.h>

enum { TAP_DIGIT = SETUP_TAP, TAP_ERASE };

/* Weak ones are told before they are typed again for nothing. */
static Step take_first(SetupState *s) {
    SetupCode *code = &s->code;
    bool weak = setup_code_is_weak(code->typed);
    memcpy(code->first, code->typed, sizeof code->first);
    code->result = weak ? CODE_WEAK : CODE_AGAIN;
    return (Step){0};
}

static Step take_second(SetupState *s) {
    SetupCode *code = &s->code;
    bool same = strcmp(code->typed, code->first) == 0;
    code->result = same ? CODE_TAKEN : CODE_DIFFERS;
    if (same)
        memcpy(s->answers.code, code->typed, sizeof s->answers.code);
    return (Step){0};
}

static Step type_digit(SetupState *s, int digit) {
    SetupCode *code = &s->code;
    code->typed[code->digits++] = (char)('0' + digit);
    code->typed[code->digits] = 0;
    if (code->digits < SETUP_CODE_DIGITS)
        return (Step){0};
    code->digits = 0;
    return code->result == CODE_AGAIN ? take_second(s) : take_first(s);
}

static Step act(SetupState *s, const Kiosk *k, Action action) {
    (void)k;
    if (action.token == TAP_DIGIT)
        return type_digit(s, action.arg);
    s->code = (SetupCode){0};
    s->answers.code[0] = 0;
    return (Step){0};
}

static Slice said(const SetupState *s, const Kiosk *k, Page *page) {
    static const StringId SAYS[] = {
        [CODE_AGAIN] = STR_SETUP_CODE_AGAIN,
        [CODE_TAKEN] = STR_SETUP_CODE_TAKEN,
        [CODE_DIFFERS] = STR_SETUP_CODE_DIFFERS,
        [CODE_WEAK] = STR_SETUP_CODE_WEAK,
    };
    if (s->code.result != CODE_ASKED)
        return tr(page, SAYS[s->code.result]);
    return tr(page, k->setup->has_code ? STR_SETUP_CODE_KEPT : STR_SETUP_CODE_NONE);
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    Node *halves = widget_pair(page, frame.controls, SPACE_28);
    halves->grow = 1;
    halves->align = page->form.side_by_side ? ALIGN_START : ALIGN_CENTER;
    Node *words = page->form.side_by_side ? widget_share(page, halves, 1, SPACE_20)
                                          : widget_column(page, frame.reading, SPACE_20);
    widget_text(page, words, TYPE_BODY, said(s, k, page));
    code_pad_dots(page, words, s->code.digits, SETUP_CODE_DIGITS);
    code_pad_keys(page, halves, TAP_DIGIT, TAP_ERASE);
}

const SetupPage setup_code = {STR_SETUP_CODE, STR_SETUP_CODE_LEAD, act, view};
