#include "ui/form.h"

#define LEADING_LETTERS 12  /* per cent: the lines of who chose other letters */
#define LEADING_SPACED 25   /* or who wants more room between them */
#define LEADING_LEFTWARD 20 /* per cent: Arabic letters reach higher and lower than Latin ones */

bool form_is_roomy(Settings settings) {
    return settings.step == STEP_NORMAL && !settings.seated;
}

int form_share(const Form *form, int share) {
    return form->side_by_side ? share : 0;
}

static void find_reach(Form *form, bool tall, bool seated) {
    int standing = tall ? REACH_PORTRAIT : REACH_LANDSCAPE;
    int sitting = tall ? REACH_PORTRAIT_SEATED : REACH_LANDSCAPE_SEATED;
    form->reach = seated ? sitting : standing;
    form->lowered = form->reach - standing;
}

/* ---- lying and standing ---------------------------------------------------------------------- */

static Form lying(Settings settings) {
    static const int TABS[STEP_COUNT] = {8, 6, 5, 4, 3};
    /* widths for which both sides of a 16:9 picture are whole, and rows of pixels a whole number of
       vectors; enlarged, the buttons beside it keep their words */
    static const int VIDEO[STEP_COUNT] = {1216, 1088, 960, 832, 704};
    bool larger = settings.step != STEP_NORMAL, largest = settings.step >= STEP_LARGER;
    return (Form){
        .side_by_side = true,
        .flow = FLOW_ROW,
        .room_above = settings.seated,
        .read_above = true,
        .width = 1920,
        .height = 1080,
        .margin = MARGIN_WIDE,
        .ample = form_is_roomy(settings),
        .wordy = !larger,
        .one_a_line = larger,
        .shallow = larger,
        .shallowest = largest,
        .free_above = settings.seated,
        .own_rows = !(settings.seated && largest),
        .lead = form_is_roomy(settings) ? TYPE_BODY : TYPE_SMALL,
        .columns = 3,
        .wide_columns = 2,
        .even_columns = larger ? 1 : 2,
        .card_rows = 2,
        .badge_rows = 3,
        .clip_rows = 3,
        .list_rows = 3,
        .menu_columns = 1,
        .beside_if_many = settings.seated ? largest : !larger, /* where there is the height */
        .beside_rows = settings.seated ? 2 : 3,
        .button_columns = 4,
        .brick_columns = larger ? 2 : 4,
        .tabs_a_row = TABS[settings.step],
        .services = larger ? 3 : 6,
        .across = largest ? 1 : 2,
        .down = 1,
        .keys_a_row = 2,
        .squares_across = 8,
        .squares_down = 4,
        .name = TYPE_H3,
        .card_gap = SPACE_28,
        .card_pad = SPACE_28,
        .bar = form_is_roomy(settings) ? 128 : 152,
        .bar_key = TARGET_BUTTON,
        .key = settings.seated ? 100 : 102,
        .key_of_five = 84,
        .question = 210, /* beside two lines */
        .video_w = VIDEO[settings.step],
        .video_h = 684, /* as high as there is room for beside the buttons */
        .poster_h = 334,
        .code = form_is_roomy(settings) ? 510 : 390,
        .code_in_sight = settings.seated ? CODE_SMALL : CODE_LEAST,
        .chart = form_is_roomy(settings) ? 230 : 140,
        .drawer_w = 900,
        .drawer_h = settings.seated ? 790 : 0, /* its heading may stand above the reach line */
        .dialog_w = 1100,
        .panel = 540 + 60 * (int)settings.step,
        .keys = 168 + 56 * (int)settings.step,
    };
}

/* Ten keys side by side are 86 wide: what they lack in width they get in height. */
static Form standing(Settings settings) {
    bool larger = settings.step != STEP_NORMAL, largest = settings.step >= STEP_LARGER;
    return (Form){
        .flow = FLOW_COLUMN,
        .room_above = true,
        .read_above = !form_is_roomy(settings),
        .width = 1080,
        .height = 1920,
        .margin = MARGIN_TALL,
        .one_a_line = true,
        .short_of_reach = settings.seated,
        .signs_only = settings.seated && largest,
        .lead = TYPE_BODY,
        .narrow = larger,
        .columns = 2,
        .wide_columns = 1,
        .even_columns = 2,
        .card_rows = 3,
        .badge_rows = 5,
        .clip_rows = 4,
        .list_rows = 5,
        .menu_columns = 2,
        .button_columns = 2,
        .brick_columns = larger ? 1 : 3,
        .tabs_a_row = 3,
        .services = larger ? 2 : 3,
        .across = 2,
        .down = 2,
        .keys_a_row = 3,
        .squares_across = 4,
        .squares_down = 5,
        .name = largest ? TYPE_UI : TYPE_H3,
        .tight_names = largest,
        .card_gap = SPACE_20,
        .card_pad = SPACE_12,
        .bar = 152,
        .bar_key = TARGET_PRIMARY,
        .key = settings.seated ? 100 : 120,
        .key_of_five = 102,
        .answer = settings.seated ? TARGET_MIN + SPACE_12 : TARGET_PRIMARY,
        .question = 240,
        .video_h = 553,                                  /* 16:9 across the page */
        .poster_w = form_is_roomy(settings) ? 983 : 640, /* 16:9 */
        .poster_h = form_is_roomy(settings) ? 553 : 360,
        .code = form_is_roomy(settings) ? 480 : 390,
        .code_in_sight = settings.seated ? CODE_SMALL : CODE_LOW,
        .chart = 140,
        .departures = form_is_roomy(settings) ? 400 : 0,
        .drawer_h = settings.seated ? 806 : 1048, /* what lies within reach */
        .dialog_w = 1080 - 2 * SPACE_44,
    };
}

static int leading_of(Settings settings, bool mirrored) {
    int script = mirrored ? LEADING_LEFTWARD : 0;
    if (settings.spaced)
        return script + LEADING_SPACED;
    return !script && settings.letters ? LEADING_LETTERS : script;
}

Form form_of(Settings settings, int window_w, int window_h) {
    bool tall = window_h > window_w;
    Form form = tall ? standing(settings) : lying(settings);
    find_reach(&form, tall, settings.seated);
    form.low = settings.seated;
    form.enlarged = form.by_sentence = settings.step != STEP_NORMAL;
    form.largest = settings.step >= STEP_LARGER;
    form.huge = settings.step > STEP_LARGER;
    form.roomy = form_is_roomy(settings);
    form.mirrored = langs_leftward(settings.lang);
    form.more_leading = leading_of(settings, form.mirrored);
    form.pad = form.huge ? SPACE_28 : SPACE_20;
    form.tight = form.low && form.largest;
    form.line_afar_least = theme_size(TYPE_H2, settings.step);
    form.letter = theme_size(TYPE_H3, settings.step) * 3 / 2;
    form.level = theme_size(TYPE_LABEL, settings.step) * 8 / 5;
    form.name_in_window = tall ? TYPE_UI : form.name;
    form.name_below = form.largest ? TYPE_UI : TYPE_H3;
    return form;
}
