/* What the kiosk does around a video: nobody is hurried away from it, what was watched is counted
   once, leaving it asks for nothing more. The decoder's reports are made up here. */
#include "screens/common/quiz_state.h"
#include "support/languages.h"
#include "support/test.h"
#include "support/world.h"

#include <string.h>

#define DURATION 40000

static Cue cues[] = {{1000, 3000, {{"Un", 2}, {"", 0}}},
                     {5000, 8000, {{"Deux", 4}, {"lignes", 6}}}};
static Slice paragraphs[] = {{"Une image.", 10}};
static Clip clips[2];
static int watched[2][5];

static void note(void *self, Fact fact) {
    (void)self;
    FactWatch watch = fact_watch_of(fact);
    if (fact.kind == FACT_VIDEO_WATCH)
        watched[watch.clip][watch.quarters]++;
}

static Clip make_clip(const char *id) {
    Clip clip = {.id = slice_from(id),
                 .question = -1,
                 .trade = 3,
                 .duration = DURATION,
                 .width = 1280,
                 .height = 720,
                 .muted = true};
    clip.title = clip.line = clip.credit = (LocalText){{clip.id, clip.id}};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        clip.cue[lang] = cues;
        clip.cue_count[lang] = 2;
        clip.text[lang] = paragraphs;
        clip.text_count[lang] = 1;
    }
    return clip;
}

static int begin(void **state) {
    (void)state;
    memset(watched, 0, sizeof watched);
    clips[0] = make_clip("alpha");
    clips[1] = make_clip("beta");
    world.pack.clip = clips;
    world.pack.clip_count = 2;
    world_begin((Settings){0}, 1920, 1080);
    world.app.setup.sink.note = note;
    world_tap_label("Commencer");
    world_tap_label("Tous les gestes");
    world_tap_label("alpha");
    world_tap_label("Réduire"); /* it begins from edge to edge */
    return 0;
}

static int end(void **state) {
    (void)state;
    world_end();
    return 0;
}

static const char *screen(void) {
    app_page(&world.app);
    return app_screen_name(&world.app);
}

static VideoWish wish(void) {
    const Node *video = page_video(app_page(&world.app));
    return video ? video->graphic.video.wish : (VideoWish){.clip = VIDEO_NO_CLIP};
}

static void report(VideoStatus status, Millis at) {
    VideoWish w = wish();
    app_video(&world.app, (VideoReport){w.clip, w.seek_id, status, at, w.paused, false});
    app_page(&world.app);
}

static bool says(const char *text) {
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        if (slice_is(page->shown[i]->text, text))
            return true;
    return false;
}

static void test_the_page_wishes_for_the_clip(void **state) {
    (void)state;
    assert_string_equal(screen(), "player");
    assert_int_equal(wish().clip, 0);
    assert_int_equal(wish().from, 0);
    assert_int_equal(wish().percent, 0); /* the pack says muted */
    assert_false(wish().paused);
    world_tap_label("Son");
    assert_true(wish().percent > 0);
    int usual = wish().percent;
    world_tap_label("Plus fort");
    assert_true(wish().percent > usual);
    world_tap_label("Accueil");
    assert_int_equal(wish().percent, 0); /* the window of a film says nothing */
    world_tap_label("Tous les gestes");
    assert_int_equal(wish().clip, VIDEO_NO_CLIP);
    world_tap_label("beta");
    assert_true(wish().percent > usual); /* for the rest of the visit */
}

static void test_captions_stand_when_they_should(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 0);
    assert_false(says("Un"));
    assert_int_equal(app_page(&world.app)->video_wake, 250);
    report(VIDEO_SHOWING, 1000);
    assert_true(says("Un"));
    report(VIDEO_SHOWING, 2999);
    assert_true(says("Un"));
    report(VIDEO_SHOWING, 3000);
    assert_false(says("Un"));
    report(VIDEO_SHOWING, 5100);
    assert_true(says("Deux") && says("lignes"));
    world_tap_label("Sous-titres");
    assert_false(says("Deux"));
}

static void test_nobody_is_hurried_away(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 0);
    for (int minute = 1; minute < 30; minute++) {
        app_time(&world.app, minute * 60000, 600);
        report(VIDEO_SHOWING, minute);
        assert_string_equal(screen(), "player");
    }
    world_tap_label("Pause");
    report(VIDEO_SHOWING, 30);
    app_time(&world.app, world.app.now + 125000, 600);
    assert_string_equal(screen(), "still-there");
}

/* A film that plays by itself beside something else is nobody's company: what the last visitor left
   is wiped. */
static void test_a_film_beside_keeps_no_visit(void **state) {
    (void)state;
    world_go(SCREEN_result, 0);
    for (Millis now = 0; now < 300000 && world.app.visit.begun; now += 10000) {
        app_time(&world.app, world.app.now + 10000, 600);
        app_video(&world.app, (VideoReport){0, 1, VIDEO_SHOWING, now % DURATION, false, false});
    }
    assert_string_equal(screen(), "attract");
}

static VideoReport report_of(VideoStatus status) {
    return (VideoReport){.clip = wish().clip, .seek_id = wish().seek_id, .status = status};
}

/* A result after answers in that order, all its cards open; its first trade has a film. */
static void see_result(int order) {
    world_go(SCREEN_quiz, 0);
    QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    for (int i = 0; !quiz_finished(&s->quiz); i++)
        quiz_answer(&s->quiz, world.app.setup.bank, i * order % 5, 3000);
    world_go(SCREEN_result, 0);
    QuizResult result;
    result_of(&s->quiz, world.app.setup.bank, &result);
    clips[0].trade = result.suggestion_count ? result.suggestion[0].trade : -1;
    clips[1].trade = -1;
    world_pass(10000);
}

/* On the first card, where there is one, a gesture is seen once, whatever is told of it later. */
static void test_the_gesture_on_a_card_is_shown_once(void **state) {
    (void)state;
    world_go(SCREEN_home, 0);
    for (int order = 1; order < 20 && (strcmp(screen(), "result") != 0 || wish().clip != 0);
         order++)
        see_result(order);
    assert_string_equal(screen(), "result");
    assert_int_equal(wish().clip, 0);
    app_video(&world.app, report_of(VIDEO_SHOWING));
    app_video(&world.app, report_of(VIDEO_ENDED));
    assert_int_equal(wish().clip, VIDEO_NO_CLIP);
    for (int i = 0; i < 4; i++) {
        app_video(&world.app, (VideoReport){.clip = VIDEO_NO_CLIP, .seek_id = i});
        assert_int_equal(wish().clip, VIDEO_NO_CLIP);
    }
}

/* The film in the window of the home page keeps nobody there. */
static void test_a_film_in_a_window_is_not_waited_for(void **state) {
    (void)state;
    world_tap_label("Accueil");
    Millis since = world.app.now;
    for (int second = 1; second <= 59; second++) {
        app_time(&world.app, since + second * 1000, 600);
        app_video(&world.app, (VideoReport){.clip = wish().clip,
                                            .seek_id = wish().seek_id,
                                            .status = VIDEO_SHOWING,
                                            .at = second});
        assert_string_equal(screen(), "home");
    }
    app_time(&world.app, since + 62000, 600);
    assert_string_equal(screen(), "still-there");
}

static void test_quarters_are_counted_once_and_only_when_played(void **state) {
    (void)state;
    for (Millis at = 0; at < DURATION; at += 500)
        report(VIDEO_SHOWING, at);
    world_tap_label("Rejouer");
    for (Millis at = 0; at < DURATION; at += 500)
        report(VIDEO_SHOWING, at);
    report(VIDEO_ENDED, DURATION);
    assert_string_equal(screen(), "video_end");
    for (int q = 0; q <= 4; q++)
        assert_int_equal(watched[0][q], 1);
}

static void test_what_is_jumped_over_is_not_counted(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 0);
    const Node *bar = NULL;
    const Page *page = app_page(&world.app);
    for (int i = 0; i < page->shown_count; i++)
        bar = page_range(page->shown[i]) ? page->shown[i] : bar;
    Point far = {bar->box.x + bar->box.w * 6 / 10, bar->box.y + bar->box.h / 2};
    int seek_id = wish().seek_id;
    world_look();
    app_touch(&world.app, (Touch){TOUCH_PRESS, far});
    app_touch(&world.app, (Touch){TOUCH_RELEASE, far});
    assert_true(wish().seek_id != seek_id);
    assert_in_range(wish().from, DURATION * 59 / 100, DURATION * 61 / 100);
    for (Millis at = wish().from; at < DURATION; at += 500)
        report(VIDEO_SHOWING, at);
    assert_int_equal(
        watched[0][0] + watched[0][1] * 10 + watched[0][2] * 100 + watched[0][3] * 1000, 1001);
}

static void test_ten_seconds_back(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 25000);
    world_tap_label("−\xC2\xA0"
                    "10\xC2\xA0s");
    assert_int_equal(wish().from, 15000);
    report(VIDEO_SHOWING, 15000);
    world_tap_label("−\xC2\xA0"
                    "10\xC2\xA0s");
    report(VIDEO_SHOWING, 5000);
    world_tap_label("−\xC2\xA0"
                    "10\xC2\xA0s");
    assert_int_equal(wish().from, 0);
}

/* A report about an older wish says nothing about this one. */
static void test_old_news_is_no_news(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 30000);
    VideoWish old = wish();
    world_tap_label("Rejouer");
    app_video(&world.app,
              (VideoReport){old.clip, old.seek_id, VIDEO_ENDED, DURATION, false, false});
    assert_string_equal(screen(), "player");
    assert_int_equal(watched[0][4], 0);
}

static void test_reading_it_and_coming_back(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 12000);
    world_tap_label("Lire le texte");
    assert_string_equal(screen(), "transcript");
    assert_int_equal(wish().clip, VIDEO_NO_CLIP); /* nothing plays behind a page of words */
    world_tap_label("Retour");
    assert_int_equal(wish().from, 12000);
    assert_true(wish().paused);
}

static void test_a_clip_that_cannot_be_shown(void **state) {
    (void)state;
    report(VIDEO_BROKEN, 0);
    assert_true(says(
        "Cette vidéo n’est pas disponible pour le moment. Le texte raconte ce qu’elle montre."));
    world_tap_label("Lire le texte");
    assert_string_equal(screen(), "transcript");
    assert_int_equal(watched[0][0], 0);
}

static void touch_picture(void) {
    Box box = page_video(app_page(&world.app))->box;
    Point middle = {box.x + box.w / 2, box.y + box.h / 3};
    world_look();
    app_touch(&world.app, (Touch){TOUCH_PRESS, middle});
    app_touch(&world.app, (Touch){TOUCH_RELEASE, middle});
}

static void test_a_touch_on_the_picture_stops_it_and_lets_it_go_on(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 2000);
    int seek_id = wish().seek_id;
    touch_picture();
    assert_true(wish().paused);
    assert_non_null(world_find("Lecture"));
    touch_picture();
    assert_false(wish().paused);
    assert_int_equal(wish().seek_id, seek_id); /* from where it stands */
    report(VIDEO_BROKEN, 0);
    touch_picture();
    assert_false(wish().paused);
}

static const Node *signs(void) {
    return page_signs(app_page(&world.app));
}

/* The other clip of the pack stands for whoever signs. */
static void test_it_is_shown_in_sign_language_too(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 1500);
    assert_null(signs());
    clips[0].signed_by = 2;
    world.app.dirty = true;
    world_tap_label("Langue des signes");
    assert_non_null(signs());
    VideoWish beside = signs()->graphic.video.wish;
    assert_int_equal(beside.clip, 1);
    assert_int_equal(beside.seek_id, wish().seek_id);
    assert_int_equal(beside.percent, 0);
    Box picture = page_video(app_page(&world.app))->box, right = signs()->box;
    assert_true(box_within(right, picture));
    assert_true(right.h * 3 >= picture.h);
    assert_true(right.x > picture.x + picture.w / 2);
    world_tap_label("Mettre la langue des signes de l’autre côté");
    assert_true(signs()->box.x + signs()->box.w < picture.x + picture.w / 2);
    assert_false(wish().paused); /* the picture below was not touched */
}

static void test_nobody_is_shown_who_cannot_be(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 1500);
    clips[0].signed_by = 2;
    world.app.dirty = true;
    world_tap_label("Langue des signes");
    VideoReport away = {0, wish().seek_id, VIDEO_SHOWING, 2000, false, true};
    app_video(&world.app, away);
    assert_null(signs());
}

static void test_it_fills_the_screen(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 1500);
    int seek_id = wish().seek_id;
    world_tap_label("Plein écran");
    const Page *page = app_page(&world.app);
    assert_memory_equal(&page_video(page)->box, &page->window, sizeof page->window);
    assert_true(says("Un"));
    assert_int_equal(wish().seek_id, seek_id);
    touch_picture();
    assert_true(wish().paused);
    world_tap_label("Lecture");
    world_tap_label("Réduire");
    assert_true(page_video(app_page(&world.app))->box.w < page->window.w);
    world_tap_label("Plein écran");
    app_key(&world.app, KEY_BACK);
    assert_string_equal(screen(), "videos");
}

/* At once, with the way back and what is said in its picture. */
static void test_it_begins_from_edge_to_edge(void **state) {
    (void)state;
    world_tap_label("Retour");
    world_tap_label("alpha");
    report(VIDEO_SHOWING, 1500);
    const Page *page = app_page(&world.app);
    assert_memory_equal(&page_video(page)->box, &page->window, sizeof page->window);
    assert_true(says("Un"));
    world_tap_label("Sous-titres");
    assert_false(says("Un"));
    world_tap_label("Retour");
    assert_string_equal(screen(), "videos");
    world_tap_label("alpha");
    report(VIDEO_ENDED, DURATION);
    assert_string_equal(screen(), "video_end");
}

/* Its words stand for a film that cannot be shown. */
static void test_a_broken_film_is_not_large(void **state) {
    (void)state;
    world_tap_label("Plein écran");
    report(VIDEO_BROKEN, 0);
    assert_non_null(world_find("Lire le texte"));
}

static bool is_asked(void) {
    return world_says(string_in(LANG_FR, STR_WOULD_YOU).at);
}

static void watch_to_the_end(void) {
    report(VIDEO_SHOWING, 1500);
    report(VIDEO_ENDED, DURATION);
    assert_string_equal(screen(), "video_end");
}

/* The answer is one to the quiz, in the middle of one too; asked once, it is not asked again. */
static void test_what_was_seen_is_asked(void **state) {
    (void)state;
    clips[0].question = world.pack.item_count - 1;
    watch_to_the_end();
    assert_true(is_asked());
    world_tap_label("Oui");
    assert_string_equal(screen(), "quiz");
    world_pass(1000);
    const QuizState *s = visit_state(&world.app.visit, SCREEN_quiz);
    assert_int_equal(s->quiz.asked, 1);
    assert_int_equal(quiz_item(&s->quiz, 0), clips[0].question);
    assert_int_equal(quiz_step(&s->quiz, 0), QUIZ_PAIR_STEP);
    world_go(SCREEN_video_end, 0);
    assert_false(is_asked());
    clips[1].question = world.pack.item_count - 2;
    world_go(SCREEN_video_end, 1);
    world_tap_label("Pas trop");
    world_pass(1000);
    assert_int_equal(s->quiz.asked, 2);
    assert_int_equal(quiz_item(&s->quiz, 1), clips[1].question);
    assert_int_equal(s->quiz.answer[1], QUIZ_PAIR_LEAST);
}

/* In whole vectors, and without a line of black. */
static void test_its_box_has_its_shape(void **state) {
    (void)state;
    for (int step = STEP_NORMAL; step <= STEP_LARGER; step++) {
        world.app.visit.settings.step = (TextStep)step;
        world.app.dirty = true;
        Box box = page_video(app_page(&world.app))->box;
        assert_int_equal(box.w * 9, box.h * 16);
        assert_int_equal(box.w % 16, 0);
    }
}

static void test_by_keypad_the_bar_goes_on_by_a_tenth(void **state) {
    (void)state;
    report(VIDEO_SHOWING, 4000);
    app_key(&world.app, KEY_NEXT);
    for (int i = 0; i < 40; i++) {
        const Page *page = app_page(&world.app);
        for (int n = 0; n < page->shown_count; n++)
            if (page->shown[n]->focused && page_range(page->shown[n])) {
                app_key(&world.app, KEY_ENTER);
                assert_in_range(wish().from, 7900, 8100);
                return;
            }
        app_key(&world.app, KEY_NEXT);
    }
    fail_msg("the keypad does not reach the bar");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_the_page_wishes_for_the_clip, begin, end),
        cmocka_unit_test_setup_teardown(test_captions_stand_when_they_should, begin, end),
        cmocka_unit_test_setup_teardown(test_nobody_is_hurried_away, begin, end),
        cmocka_unit_test_setup_teardown(test_a_film_beside_keeps_no_visit, begin, end),
        cmocka_unit_test_setup_teardown(test_the_gesture_on_a_card_is_shown_once, begin, end),
        cmocka_unit_test_setup_teardown(test_a_film_in_a_window_is_not_waited_for, begin, end),
        cmocka_unit_test_setup_teardown(test_quarters_are_counted_once_and_only_when_played, begin,
                                        end),
        cmocka_unit_test_setup_teardown(test_what_is_jumped_over_is_not_counted, begin, end),
        cmocka_unit_test_setup_teardown(test_ten_seconds_back, begin, end),
        cmocka_unit_test_setup_teardown(test_old_news_is_no_news, begin, end),
        cmocka_unit_test_setup_teardown(test_reading_it_and_coming_back, begin, end),
        cmocka_unit_test_setup_teardown(test_a_clip_that_cannot_be_shown, begin, end),
        cmocka_unit_test_setup_teardown(test_a_touch_on_the_picture_stops_it_and_lets_it_go_on,
                                        begin, end),
        cmocka_unit_test_setup_teardown(test_it_is_shown_in_sign_language_too, begin, end),
        cmocka_unit_test_setup_teardown(test_nobody_is_shown_who_cannot_be, begin, end),
        cmocka_unit_test_setup_teardown(test_it_fills_the_screen, begin, end),
        cmocka_unit_test_setup_teardown(test_it_begins_from_edge_to_edge, begin, end),
        cmocka_unit_test_setup_teardown(test_a_broken_film_is_not_large, begin, end),
        cmocka_unit_test_setup_teardown(test_what_was_seen_is_asked, begin, end),
        cmocka_unit_test_setup_teardown(test_its_box_has_its_shape, begin, end),
        cmocka_unit_test_setup_teardown(test_by_keypad_the_bar_goes_on_by_a_tenth, begin, end),
    };
    return cmocka_run_group_tests(tests, world_setup, world_teardown);
}
