/* The sound of a recorded sentence: WAV and Ogg come out as long and as loud as they were made;
   whatever else lies there is a fault, and never a crash. */
#include "video/recording.h"

#include "support/film.h"
#include "support/test.h"
#include "support/tone.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TONE "-f lavfi -i sine=frequency=500:sample_rate=48000:duration=2,volume=4 "

typedef struct Heard {
    int64_t frames, most; /* most: more is not wanted; 0: all is */
    float peak;
} Heard;

static bool hear(void *self, const float *stereo, int frames) {
    Heard *heard = self;
    heard->frames += frames;
    for (int i = 0; i < 2 * frames; i++)
        heard->peak = fmaxf(heard->peak, fabsf(stereo[i]));
    return !heard->most || heard->frames < heard->most;
}

static RecordingEnd decode(Slice bytes, Heard *heard) {
    Error error = {{0}};
    RecordingEnd end = recording_decode(bytes, (RecordingSink){heard, hear}, &error);
    assert_int_equal(end.fault != RECORDING_FINE, error.text[0] != 0);
    return end;
}

static Slice bytes_of(const VideoFile *file) {
    return (Slice){(const char *)file->bytes, (int)file->size};
}

static void assert_near(double value, double wanted, double apart) {
    if (fabs(value - wanted) > apart)
        print_error("%g, not %g\n", value, wanted);
    assert_true(fabs(value - wanted) <= apart);
}

static void test_a_wav(void **state) {
    (void)state;
    Heard heard = {0};
    Slice tone = tone_make(500, 1500, 0.5);
    assert_int_equal(decode(tone, &heard).fault, RECORDING_FINE);
    assert_near((double)heard.frames, 1.5 * SOUND_RATE, 100);
    assert_near(heard.peak, 0.5, 0.02); /* of one channel nothing is lost */
    tone_free(tone);
}

static void test_kinds(void **state) {
    (void)state;
    static const char *const KINDS[][2] = {
        {TONE "-c:a libopus", ".ogg"},           {TONE "-c:a libopus", ".opus"},
        {TONE "-c:a libvorbis", ".ogg"},         {TONE "-ac 2 -c:a libvorbis", ".ogg"},
        {TONE "-c:a pcm_s24le", ".wav"},         {TONE "-c:a pcm_f32le", ".wav"},
        {TONE "-ar 8000 -c:a pcm_s16le", ".wav"}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        Heard heard = {0};
        VideoFile file = video_make(KINDS[i][0], KINDS[i][1]);
        assert_int_equal(decode(bytes_of(&file), &heard).fault, RECORDING_FINE);
        assert_near((double)heard.frames, 2 * SOUND_RATE, SOUND_RATE / 20);
        assert_near(heard.peak, 0.5, 0.16); /* ffmpeg makes two channels of one 3 dB softer */
        video_free(&file);
    }
}

static void test_what_is_not_played(void **state) {
    (void)state;
    static const struct {
        const char *arguments, *ending;
        ContainerFault fault;
        const char *codec;
    } OTHERS[] = {{TONE "-c:a libmp3lame", ".mp3", CONTAINER_NO_FILM, ""},
                  {TONE "-c:a libmp3lame", ".wav", CONTAINER_CODEC, "mp3"},
                  {TONE "-c:a flac", ".ogg", CONTAINER_CODEC, "flac"},
                  {TONE "-c:a aac", ".mp4", CONTAINER_NO_FILM, ""},
                  {VIDEO_USUAL, ".mp4", CONTAINER_NO_FILM, ""}};
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        Heard heard = {0};
        VideoFile file = video_make(OTHERS[i].arguments, OTHERS[i].ending);
        RecordingEnd end = decode(bytes_of(&file), &heard);
        assert_int_equal(end.fault, RECORDING_CLOSED);
        assert_int_equal(end.file, OTHERS[i].fault);
        assert_string_equal(end.codec, OTHERS[i].codec);
        assert_int_equal(heard.frames, 0);
        video_free(&file);
    }
}

static void test_too_long(void **state) {
    (void)state;
    Heard heard = {0};
    Slice tone = tone_make(500, RECORDING_MS_MAX + 500, 0.5);
    assert_int_equal(decode(tone, &heard).fault, RECORDING_LONG);
    assert_true(heard.frames <= (int64_t)RECORDING_MS_MAX * SOUND_RATE / 1000);
    tone_free(tone);
}

static void test_nothing_in_it(void **state) {
    (void)state;
    Heard heard = {0};
    Slice tone = tone_make(500, 0, 0.5);
    assert_int_not_equal(decode(tone, &heard).fault, RECORDING_FINE);
    assert_int_not_equal(decode(LIT(""), &heard).fault, RECORDING_FINE);
    assert_int_not_equal(decode(LIT("OggS"), &heard).fault, RECORDING_FINE);
    assert_int_equal(heard.frames, 0);
    tone_free(tone);
}

static void test_broken_off(void **state) {
    (void)state;
    Heard heard = {.most = SOUND_RATE / 2};
    Slice tone = tone_make(500, 3000, 0.5);
    assert_int_equal(decode(tone, &heard).fault, RECORDING_FINE);
    assert_true(heard.frames < SOUND_RATE);
    tone_free(tone);
}

/* Bytes wrong anywhere: it is played, or it is not. */
static void test_damaged_anywhere(void **state) {
    (void)state;
    static const char *const KINDS[][2] = {{TONE "-c:a libopus", ".ogg"},
                                           {TONE "-c:a libvorbis", ".ogg"},
                                           {TONE "-ar 8000 -c:a pcm_s16le", ".wav"}};
    uint64_t random = 88172645463325252u;
    for (size_t kind = 0; kind < sizeof KINDS / sizeof *KINDS; kind++) {
        VideoFile file = video_make(KINDS[kind][0], KINDS[kind][1]);
        unsigned char *bytes = malloc((size_t)file.size);
        for (int round = 0; round < 150; round++) {
            Heard heard = {0};
            memcpy(bytes, file.bytes, (size_t)file.size);
            for (int i = 0; i < 1 + round / 10; i++) {
                random ^= random << 13, random ^= random >> 7, random ^= random << 17;
                uint64_t within = round % 2 ? (uint64_t)file.size : 200;
                bytes[random % within] = (unsigned char)(random >> 40);
            }
            int size = round % 5 ? (int)file.size : (int)(random % (uint64_t)file.size);
            decode((Slice){(const char *)bytes, size}, &heard);
            assert_true(heard.frames <= (int64_t)RECORDING_MS_MAX * SOUND_RATE / 1000);
        }
        free(bytes);
        video_free(&file);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wav),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_what_is_not_played),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_nothing_in_it),
        cmocka_unit_test(test_broken_off),
        cmocka_unit_test(test_damaged_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
