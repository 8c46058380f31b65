/* Who may ask the studio: the whole token, 127.0.0.1 or localhost by its port, and nobody else. */
#include "support/test.h"
#include "tools/studio/server.h"
#include "tools/studio/slug.h"
#include "tools/studio/sticks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Arena arena;
static Studio studio = {.token = "0123456789abcdef0123456789abcdef", .port = 8080};

static void only_the_loopback_by_name(void **state) {
    (void)state;
    assert_true(server_is_host("127.0.0.1:8080", 8080));
    assert_true(server_is_host("localhost:8080", 8080));
    static const char *const OTHERS[] = {
        "evil.example:8080",           "127.0.0.1", "127.0.0.1:80",
        "localhost:8080.evil.example", "",          "localhost:80800"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        assert_false(server_is_host(OTHERS[i], 8080));
    assert_false(server_is_host(NULL, 8080));
    assert_true(server_is_host("127.0.0.1", 80)); /* as browsers name it by its usual port */
    assert_true(server_is_host("localhost:80", 80));
    assert_false(server_is_host("evil.example", 80));
}

static void only_with_the_token(void **state) {
    (void)state;
    static const char *const OTHERS[] = {"/",
                                         "",
                                         "/fr/",
                                         "/0123456789abcdef0123456789abcde/fr/",
                                         "/0123456789abcdef0123456789abcdeg/fr/",
                                         "/0123456789abcdef0123456789abcdef0/fr/",
                                         "/0123456789ABCDEF0123456789ABCDEF/fr/"};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        Request request = {0};
        Lang lang;
        assert_false(server_path(&studio, &arena, OTHERS[i], &lang, &request));
    }
}

static void a_path_has_its_parts(void **state) {
    (void)state;
    Request request = {0}, style = {0}, many = {0};
    Lang lang;
    const char *token = "/0123456789abcdef0123456789abcdef";
    Slice url = arena_printf(&arena, "%s/en/record/trade/../etc", token);
    assert_true(server_path(&studio, &arena, url.at, &lang, &request));
    assert_int_equal(lang, langs_find(langs(), LIT("en")));
    assert_int_equal(request.parts, 4);
    assert_true(slice_is(request.part[2], ".."));
    url = arena_printf(&arena, "%s/studio.css", token);
    assert_true(server_path(&studio, &arena, url.at, &lang, &style));
    assert_int_equal(lang, -1);
    assert_true(slice_is(style.part[0], "studio.css"));
    url = arena_printf(&arena, "%s/fr/a/b/c/d/e/f/g", token);
    assert_true(server_path(&studio, &arena, url.at, &lang, &many)); /* ours, and no page */
    assert_true(slice_is(many.part[0], "a/…"));
}

static void names_for_files(void **state) {
    (void)state;
    static const struct {
        const char *title, *slug;
    } CASES[] = {{"Soudeur, soudeuse", "soudeur-soudeuse"},
                 {"Épreuve « à l’atelier » n° 3", "epreuve-a-latelier-n-3"},
                 {"../../etc/passwd", "etc-passwd"},
                 {"Œuvre d’art", "oeuvre-dart"},
                 {"日本", ""},
                 {"   ", ""}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(slug_of(&arena, slice_from(CASES[i].title)).at, CASES[i].slug);
}

static void sticks_are_what_is_mounted_for_people(void **state) {
    (void)state;
    char path[] = "/tmp/azimut-mounts-XXXXXX";
    FILE *out = fdopen(mkstemp(path), "w");
    fputs("/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/nobody/CL\\303\\211\\040USB vfat rw 0 0\n",
          out);
    fclose(out);
    Slice *place;
    assert_int_equal(sticks_find(&arena, path, &place), 0); /* it is not there to be written to */
    assert_int_equal(sticks_find(&arena, "/nowhere", &place), 0);
    unlink(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_loopback_by_name),
        cmocka_unit_test(only_with_the_token),
        cmocka_unit_test(a_path_has_its_parts),
        cmocka_unit_test(names_for_files),
        cmocka_unit_test(sticks_are_what_is_mounted_for_people),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
