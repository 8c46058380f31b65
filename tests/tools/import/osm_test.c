/* OSM XML that is not what it should be: a message with its line and column, never a crash, never a
   hang. */
#include "tools/import/osm.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Arena arena;
static Report report;
static Osm osm;

static bool read_bytes(const char *bytes, size_t len) {
    report_free(&report);
    arena_reset(&arena);
    osm = (Osm){.report = &report, .arena = &arena};
    return osm_read(&osm, LIT("x.osm"), (Slice){bytes, (int)len});
}

static bool read_text(const char *text) {
    return read_bytes(text, strlen(text));
}

static void refused(const char *text, int line, const char *because) {
    assert_false(read_text(text));
    if (report.count != 1 || report.entry[0].line != line ||
        slice_find(report.entry[0].message, slice_from(because)) < 0) {
        report_print(&report, stderr);
        fail_msg("expected at line %d: %s", line, because);
    }
}

static void test_what_is_read(void **state) {
    (void)state;
    assert_true(read_text(
        "<osm version='0.6'>\n<node id='-7' lat='45.5' lon='3.25'><tag k='door' v=' yes "
        "'/></node>\n"
        "<node id='9' action='delete' lat='1' lon='1'/>\n<way id='12'>\n<nd ref='-7'/><nd ref='9'/>"
        "<tag k='name' v='A&amp;B&#10;c'/></way>\n"
        "<relation id='3'><member type='way' ref='12' role='inner'/><member type='node' ref='-7' "
        "role=''/></relation></osm>"));
    const OsmObject *node = osm_find(&osm, OSM_NODE, -7), *way = osm_find(&osm, OSM_WAY, 12),
                    *relation = osm_find(&osm, OSM_RELATION, 3);
    assert_true(node && way && relation && !osm_find(&osm, OSM_NODE, 9));
    assert_true(node->placed && node->lat == 45.5 && node->lon == 3.25 && node->line == 2 &&
                node->column == 1);
    assert_true(osm_is(node, "door", "yes"));
    assert_int_equal(way->ref_count, 2);
    assert_true(osm_is(way, "name", "A&B c")); /* a line end has no place in a name */
    assert_int_equal(relation->ref_count, 1);
    assert_true(relation->ref[0].inner);
}

static void test_hostile_files(void **state) {
    (void)state;
    refused("", 1, "vide");
    refused("<osm version='0.6'>\n<node id='1' lat='45' lon='3'>", 2, "s’arrête avant la fin");
    refused("<kml/>", 1, "commence par <osm>");
    refused("hello", 1, "pas bien formé");
    refused("<osm>\n<node id='1'></way></osm>", 2, "pas bien formé");
    refused("<osm>\n\n<node id='x' lat='1' lon='1'/></osm>", 3, "numéro");
    refused("<osm><node lat='1' lon='1'/></osm>", 1, "numéro");
    refused("<osm><node id='1' lat='0x10' lon='1'/></osm>", 1, "position");
    refused("<osm><node id='99999999999999999999999' lat='1' lon='1'/></osm>", 1, "numéro");
    refused("<osm><node id='1' lat='nan' lon='1'/></osm>", 1, "position");
    refused("<osm><node id='1' lat='91' lon='1'/></osm>", 1, "position");
    refused("<osm><node id='1' lat='1' lon='1e9'/></osm>", 1, "position");
    refused("<osm><node id='1' lat='1' lon='1'/>\n<node id='1' lat='2' lon='1'/></osm>", 2,
            "deux fois");
    refused("<osm><way id='1'>\n<node id='2' lat='1' lon='1'/></way></osm>", 2, "dans un autre");
    refused("<osm><way id='1'><tag k='a'/></way></osm>", 1, "pas de clé");
}

static void test_entities_are_refused(void **state) {
    (void)state;
    refused("<!DOCTYPE osm [\n<!ENTITY a 'aaaaaaaaaa'>\n<!ENTITY b "
            "'&a;&a;&a;&a;&a;&a;&a;&a;'>\n]>\n<osm><node id='1'>"
            "<tag k='name' v='&b;'/></node></osm>",
            2, "entité");
    refused("<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><osm>&x;</osm>", 1, "entité");
}

static void test_deep_nesting(void **state) {
    (void)state;
    char *text = calloc(1, 2000000);
    strcpy(text, "<osm>");
    for (int i = 0, len = 5; i < 100000; i++, len += 3)
        memcpy(text + len, "<a>", 4);
    assert_false(read_text(text));
    assert_true(slice_find(report.entry[0].message, LIT("les uns dans les autres")) >= 0);
    free(text);
}

static void test_long_attributes(void **state) {
    (void)state;
    enum { LONG = 20000000 };
    char *text = malloc(LONG + 200);
    int len = sprintf(text, "<osm><node id='1'>\n<tag k='name' v='");
    memset(text + len, 'a', LONG);
    strcpy(text + len + LONG, "'/></node></osm>");
    assert_false(read_text(text));
    assert_int_equal(report.entry[0].line, 2);
    assert_true(slice_find(report.entry[0].message, LIT("trop long")) >= 0);
    free(text);
}

static void test_too_many_of_everything(void **state) {
    (void)state;
    char *text = malloc(3000000);
    int len = sprintf(text, "<osm><node id='1'>");
    for (int i = 0; i < 300; i++)
        len += sprintf(text + len, "<tag k='k%d' v='v'/>", i);
    strcpy(text + len, "</node></osm>");
    assert_false(read_text(text));
    assert_true(slice_find(report.entry[0].message, LIT("attributs")) >= 0);
    len = sprintf(text, "<osm><way id='1'>");
    for (int i = 0; i < 25000; i++)
        len += sprintf(text + len, "<nd ref='%d'/>", i + 1);
    strcpy(text + len, "</way></osm>");
    assert_false(read_text(text));
    assert_true(slice_find(report.entry[0].message, LIT("points pour un seul tracé, le chemin ")) >=
                0);
    free(text);
}

static void test_bad_utf8(void **state) {
    (void)state;
    refused("<osm><node id='1'><tag k='name' v='\xC3\x28'/></node></osm>", 1, "pas bien formé");
}

static void test_an_overlay_lies_over(void **state) {
    (void)state;
    assert_true(read_text(
        "<osm><node id='1' lat='1' lon='1'><tag k='ref' v='A'/><tag k='name' v='B'/></node>"
        "<node id='-5' lat='1' lon='1'/></osm>"));
    const char *over = "<osm><node id='1'><tag k='ref' v=''/><tag k='door' v='yes'/></node><node "
                       "id='-5' lat='2' lon='2'/>"
                       "<way id='-6'><nd ref='-5'/><nd ref='1'/></way></osm>";
    assert_true(osm_read(&osm, LIT("over.osm"), slice_from(over)));
    const OsmObject *node = osm_find(&osm, OSM_NODE, 1);
    assert_false(osm_has(node, "ref"));
    assert_true(osm_is(node, "name", "B") && osm_is(node, "door", "yes"));
    assert_int_equal(osm.count[OSM_NODE], 3); /* each file has its own -5 */
    assert_int_equal(osm.count[OSM_WAY], 1);
    const OsmObject *way = &osm.object[OSM_WAY][0];
    assert_true(osm_find(&osm, OSM_NODE, way->ref[0].id)->lat == 2);
    assert_true(osm_find(&osm, OSM_NODE, way->ref[1].id) == node);
    assert_int_equal(node->file, 0);
}

static int end(void **state) {
    (void)state;
    report_free(&report);
    arena_free(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_read),
        cmocka_unit_test(test_hostile_files),
        cmocka_unit_test(test_entities_are_refused),
        cmocka_unit_test(test_deep_nesting),
        cmocka_unit_test(test_long_attributes),
        cmocka_unit_test(test_too_many_of_everything),
        cmocka_unit_test(test_bad_utf8),
        cmocka_unit_test(test_an_overlay_lies_over),
    };
    return cmocka_run_group_tests(tests, NULL, end);
}
