/* Signatures that lie: every byte of one altered, lines cut, lines too long. What the real minisign
   says of ours stands in tests/tools/sign.sh. */
#include "store/minisign.h"

#include "support/signer.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>

static const unsigned char HASH[MINISIGN_HASH] = "the hash of a file";
static Signer signer;

static int setup(void **state) {
    (void)state;
    signer = signer_new(1);
    return 0;
}

static void test_a_good_one(void **state) {
    (void)state;
    char text[MINISIGN_TEXT];
    Signature s;
    signer_text(&signer, HASH, "a comment", text);
    assert_int_equal(minisign_read(text, &signer.public, &s), REFUSED_NONE);
    assert_string_equal(s.comment, "a comment");
    assert_true(minisign_fits(&s, &signer.public, HASH));
    unsigned char other[MINISIGN_HASH] = "the hash of another";
    assert_false(minisign_fits(&s, &signer.public, other));
}

/* But for the first line, which nobody signs, and for what stands in base64 for the same byte. */
static void test_no_byte_may_be_another(void **state) {
    (void)state;
    char text[MINISIGN_TEXT], altered[MINISIGN_TEXT];
    Signature s;
    signer_text(&signer, HASH, "a comment", text);
    const char *second = strchr(text, '\n') + 1;
    for (size_t at = (size_t)(second - text); text[at]; at++) {
        memcpy(altered, text, sizeof text);
        altered[at] ^= 1;
        bool taken = minisign_read(altered, &signer.public, &s) == REFUSED_NONE &&
                     minisign_fits(&s, &signer.public, HASH);
        assert_true(!taken || (text[at] == '\n' && !text[at + 1]));
    }
}

static void test_no_line_may_be_missing(void **state) {
    (void)state;
    char text[MINISIGN_TEXT];
    Signature s;
    signer_text(&signer, HASH, "a comment", text);
    for (size_t length = strlen(text) - 2; length > 0; length--) {
        text[length] = 0;
        assert_int_not_equal(minisign_read(text, &signer.public, &s), REFUSED_NONE);
    }
    assert_int_equal(minisign_read("", &signer.public, &s), REFUSED_NO_SIGNATURE);
}

static void test_who_signed(void **state) {
    (void)state;
    char text[MINISIGN_TEXT];
    Signature s;
    Signer other = signer_new(2), posing = other;
    memcpy(posing.public.id, signer.public.id, MINISIGN_ID); /* says it is the first */
    signer_text(&other, HASH, "a comment", text);
    assert_int_equal(minisign_read(text, &signer.public, &s), REFUSED_OTHER_KEY);
    signer_text(&posing, HASH, "a comment", text);
    assert_int_equal(minisign_read(text, &signer.public, &s), REFUSED_ALTERED);
}

static void test_a_comment_too_long(void **state) {
    (void)state;
    char text[MINISIGN_TEXT], comment[MINISIGN_COMMENT + 1];
    Signature s;
    memset(comment, 'x', sizeof comment);
    comment[MINISIGN_COMMENT - 1] = 0;
    signer_text(&signer, HASH, comment, text);
    assert_int_equal(minisign_read(text, &signer.public, &s), REFUSED_NONE);
    char *last = strrchr(text, 'x');
    memmove(last + 1, last, strlen(last) + 1);
    assert_int_equal(minisign_read(text, &signer.public, &s), REFUSED_NO_SIGNATURE);
}

static void test_keys(void **state) {
    (void)state;
    PublicKey key;
    static const char *const NONE[] = {
        "",
        "untrusted comment: minisign public key\n",
        "untrusted comment: k\nRWRGdSkMQNcThFwthEAFUi76vGL29uLdwEHG2uaHgW97LW22g4gI4iF\n",
        "untrusted comment: k\nRURGdSkMQNcThFwthEAFUi76vGL29uLdwEHG2uaHgW97LW22g4gI4iFO\n",
        "RWRGdSkMQNcThFwthEAFUi76vGL29uLdwEHG2uaHgW97LW22g4gI4iFO\n",
    };
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        assert_false(minisign_key(NONE[i], &key));
    assert_true(minisign_key("untrusted comment: k\n"
                             "RWRGdSkMQNcThFwthEAFUi76vGL29uLdwEHG2uaHgW97LW22g4gI4iFO\n",
                             &key));
    static const unsigned char ID[MINISIGN_ID] = {0x46, 0x75, 0x29, 0x0c, 0x40, 0xd7, 0x13, 0x84};
    assert_memory_equal(key.id, ID, MINISIGN_ID);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_good_one),
        cmocka_unit_test(test_no_byte_may_be_another),
        cmocka_unit_test(test_no_line_may_be_missing),
        cmocka_unit_test(test_who_signed),
        cmocka_unit_test(test_a_comment_too_long),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, setup, NULL);
}
