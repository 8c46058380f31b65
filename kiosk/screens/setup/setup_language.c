/* In which language a visit begins; these pages go on in it at once. */
#include "screens/setup/setup_parts.h"

static Step act(SetupState *s, const Kiosk *k, Action action) {
    Settings settings = k->settings;
    s->answers.lang = settings.lang = action.arg;
    return (Step){.sets = true, .settings = settings};
}

static void view(const SetupState *s, const Kiosk *k, Page *page, Frame frame) {
    (void)k;
    Node *list = setup_choices(page, frame.controls, s);
    for (int lang = 0; lang < langs()->count; lang++)
        setup_choice(page, list, slice_from(langs()->name[lang]), s->answers.lang == lang, lang);
}

const SetupPage setup_language = {STR_SETUP_LANGUAGE, STR_SETUP_LANGUAGE_LEAD, act, view};
