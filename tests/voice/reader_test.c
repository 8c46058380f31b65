/* What a page says, in which order; and the reader who goes through it while pages come anew. */
#include "voice/reader.h"

#include "support/sheet.h"
#include "support/test.h"
#include "ui/frame.h"

static Reader reader;
static const VoiceSettings VOICE = {.state = VOICE_ON};
static const Recordings NONE_RECORDED;

static Node *add(Page *page, Node node) {
    node.width = 400;
    node.height = 100;
    return page_add(page, page->root, node);
}

/* A head above the title, two sentences, an answer and a bar. */
static Sentences small_page(bool chosen) {
    Page *page = sheet_begin();
    page->root->flow = FLOW_COLUMN;
    add(page, (Node){.role = ROLE_TEXT, .text = LIT("Campus")});
    add(page, (Node){.role = ROLE_HEADING, .text = LIT("Souder")});
    add(page, (Node){.role = ROLE_TEXT, .text = LIT("Il y a M. Martin. Et 3 m de tube !")});
    add(page,
        (Node){.role = ROLE_CHOICE, .text = LIT("Oui"), .action = {1, 0}, .selected = chosen});
    Node *bar = add(page, (Node){.aside = true});
    page_add(page, bar, (Node){.role = ROLE_BUTTON, .text = LIT("Retour"), .action = {DO_BACK, 0}});
    page_layout(page);
    return sentences_of(&sheet.arena, page);
}

static void assert_says(const char *said) {
    Slice text = reader_wish(&reader, &VOICE, &NONE_RECORDED).text;
    if (!slice_is(text, said))
        print_error("says « " SLICE_FMT " », not « %s »\n", SLICE_ARG(text), said);
    assert_true(slice_is(text, said));
}

static void done(void) {
    assert_true(reader_heard(&reader, (SpeechReport){.serial = reader.serial, .done = true}));
}

static void test_a_page_is_read_from_its_title(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_read(&reader, &all, all.first, READ_ALL);
    static const char *const SAID[] = {"Souder", "Il y a monsieur Martin.", "Et 3 mètres de tube!",
                                       "Oui, à choisir"};
    for (int i = 0; i < 4; i++) {
        assert_says(SAID[i]);
        done();
    }
    assert_false(reader_speaks(&reader)); /* the bar is not read in turn */
    assert_int_equal(reader_wish(&reader, &VOICE, &NONE_RECORDED).serial, 0);
}

static void test_sentence_by_sentence(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_read(&reader, &all, all.first, READ_ALL);
    reader_step(&reader, &all, 1);
    assert_says("Il y a monsieur Martin.");
    reader_step(&reader, &all, -1);
    reader_step(&reader, &all, -1);
    assert_says("Campus");
    reader_step(&reader, &all, -1);
    assert_says("Campus"); /* there is nothing before */
    unsigned before = reader.serial;
    reader_repeat(&reader);
    assert_says("Campus");
    assert_true(reader.serial != before);
}

static void test_only_what_changed_is_news(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_hush(&reader);
    reader_know(&reader, &all);
    reader_news(&reader, &all, false);
    assert_false(reader_speaks(&reader));
    all = small_page(true);
    reader_news(&reader, &all, true);
    assert_false(reader_speaks(&reader)); /* it did not change by itself */
    reader_news(&reader, &all, false);
    assert_says("Oui, choisi");
    done();
    assert_false(reader_speaks(&reader));
}

/* The page is built anew with every word: the sentence is found again, and its word in the text. */
static void test_the_word_that_is_heard_is_marked(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_read(&reader, &all, all.first + 2, READ_ALL);
    assert_says("Et 3 mètres de tube!");
    reader_heard(&reader, (SpeechReport){.serial = reader.serial, .from = 5, .to = 12});
    all = small_page(false);
    reader_mark(&reader, &all);
    const Node *node = all.at[all.first + 2].node;
    assert_true(node->mark.on);
    assert_true(slice_is(slice_cut(node->text, node->mark.word_from, node->mark.word_to), "m"));
    assert_true(
        slice_is(slice_cut(node->text, node->mark.from, node->mark.to), "Et 3 m de tube !"));
}

static void test_reports_of_what_was_broken_off_are_nothing(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_read(&reader, &all, all.first, READ_ALL);
    SpeechReport late = {.serial = reader.serial, .done = true};
    reader_step(&reader, &all, 1);
    assert_false(reader_heard(&reader, late));
    assert_says("Il y a monsieur Martin.");
}

/* What one visitor heard is not in memory for the next. */
static void test_nothing_is_left(void **state) {
    (void)state;
    Sentences all = small_page(false);
    reader_read(&reader, &all, all.first, READ_ALL);
    const char *bytes = reader.saying[0].text.at;
    unsigned serial = reader.serial;
    reader_wipe(&reader);
    assert_int_equal(bytes[0], 0);
    assert_false(reader_speaks(&reader));
    assert_true(reader.serial > serial);
    assert_int_equal(reader.known_count, 0);
}

/* The name of a language is said in that language, and what it is in the page's. */
static void test_languages_are_called_by_their_own(void **state) {
    (void)state;
    Page *page = sheet_begin();
    add(page, (Node){.role = ROLE_BUTTON, .text = LIT("English"), .action = {DO_LANG, 1}});
    page_layout(page);
    Sentences all = sentences_of(&sheet.arena, page);
    assert_int_equal(all.count, 2);
    assert_true(slice_is(all.at[0].said, "English"));
    assert_int_equal(all.at[0].lang, 1);
    assert_true(slice_is(all.at[1].said, "bouton"));
    assert_int_equal(all.at[1].lang, 0);
}

static int setup(void **state) {
    (void)state;
    reader_begin(&reader);
    return 0;
}

static int teardown(void **state) {
    reader_end(&reader);
    return sheet_teardown(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_page_is_read_from_its_title),
        cmocka_unit_test(test_sentence_by_sentence),
        cmocka_unit_test(test_only_what_changed_is_news),
        cmocka_unit_test(test_the_word_that_is_heard_is_marked),
        cmocka_unit_test(test_reports_of_what_was_broken_off_are_nothing),
        cmocka_unit_test(test_nothing_is_left),
        cmocka_unit_test(test_languages_are_called_by_their_own),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
