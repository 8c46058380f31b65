#include "video/scale.h"

#include <stdlib.h>
#include <string.h>

#define ONE 64 /* so that two bytes and their weights fit 16 bits with a sign */

int64_t scale_place(int at, int from, int to) {
    int64_t place = ((int64_t)(2 * at + 1) * from * 65536 / to - 65536) / 2,
            last = (int64_t)(from - 1) * 65536;
    return place < 0 ? 0 : place > last ? last : place;
}

static void prepare_eight(ScaleEight *eight, int first, int from, int to) {
    eight->from = (int)(scale_place(first, from, to) >> 16);
    for (int i = 0; i < 8; i++) {
        int at = first + i < to ? first + i : to - 1;
        int64_t place = scale_place(at, from, to);
        int left = (int)(place >> 16), right = left + 1 < from ? left + 1 : left;
        int weight = (int)((place & 0xFFFF) * ONE + 0x8000) >> 16;
        eight->pick[2 * i] = (uint8_t)(left - eight->from);
        eight->pick[2 * i + 1] = (uint8_t)(right - eight->from);
        eight->weight[2 * i] = (int8_t)(ONE - weight);
        eight->weight[2 * i + 1] = (int8_t)weight;
    }
}

bool scale_prepare(RowScale *s, int from, int to) {
    if (s->from == from && s->to == to)
        return true;
    scale_free(s);
    if (from < 1 || to < 1 || from > 2 * to)
        return false;
    int count = (to + 7) / 8;
    s->eight = malloc((size_t)count * sizeof *s->eight);
    if (!s->eight)
        return false;
    for (int i = 0; i < count; i++)
        prepare_eight(&s->eight[i], 8 * i, from, to);
    s->count = count;
    s->from = from;
    s->to = to;
    return true;
}

void scale_free(RowScale *s) {
    free(s->eight);
    *s = (RowScale){0};
}

void scale_row_plain(const RowScale *s, const uint8_t *row, uint8_t *scaled) {
    for (int e = 0; e < s->count; e++) {
        const ScaleEight *eight = &s->eight[e];
        const uint8_t *near = row + eight->from;
        for (int i = 0; i < 8; i++)
            *scaled++ =
                (uint8_t)((near[eight->pick[2 * i]] * eight->weight[2 * i] +
                           near[eight->pick[2 * i + 1]] * eight->weight[2 * i + 1] + ONE / 2) /
                          ONE);
    }
}

void scale_between_plain(const uint8_t *first, const uint8_t *second, int place, uint8_t *row,
                         int width) {
    int weight = (place * ONE + 0x8000) >> 16;
    for (int i = 0; i < width; i++)
        row[i] = (uint8_t)((first[i] * (ONE - weight) + second[i] * weight + ONE / 2) / ONE);
}

#ifdef __x86_64__
#include <tmmintrin.h>

#define SSSE3 __attribute__((target("ssse3"))) /* every such processor since 2011 */

SSSE3 static __m128i weigh(__m128i pairs, __m128i weights) {
    return _mm_srli_epi16(_mm_add_epi16(_mm_maddubs_epi16(pairs, weights), _mm_set1_epi16(ONE / 2)),
                          6);
}

SSSE3 static void scale_row_ssse3(const RowScale *s, const uint8_t *row, uint8_t *scaled) {
    for (int e = 0; e < s->count; e++, scaled += 8) {
        const ScaleEight *eight = &s->eight[e];
        __m128i near = _mm_loadu_si128((const __m128i *)(row + eight->from));
        __m128i pairs = _mm_shuffle_epi8(near, _mm_loadu_si128((const __m128i *)eight->pick));
        __m128i points = weigh(pairs, _mm_loadu_si128((const __m128i *)eight->weight));
        _mm_storel_epi64((__m128i *)scaled, _mm_packus_epi16(points, points));
    }
}

SSSE3 static void scale_between_ssse3(const uint8_t *first, const uint8_t *second, int place,
                                      uint8_t *row, int width) {
    int weight = (place * ONE + 0x8000) >> 16;
    __m128i weights = _mm_set1_epi16((short)(weight << 8 | (ONE - weight)));
    int i = 0;
    for (; i + 16 <= width; i += 16) {
        __m128i a = _mm_loadu_si128((const __m128i *)(first + i)),
                b = _mm_loadu_si128((const __m128i *)(second + i));
        _mm_storeu_si128((__m128i *)(row + i),
                         _mm_packus_epi16(weigh(_mm_unpacklo_epi8(a, b), weights),
                                          weigh(_mm_unpackhi_epi8(a, b), weights)));
    }
    scale_between_plain(first + i, second + i, place, row + i, width - i);
}

void scale_row(const RowScale *s, const uint8_t *row, uint8_t *scaled) {
    (__builtin_cpu_supports("ssse3") ? scale_row_ssse3 : scale_row_plain)(s, row, scaled);
}

void scale_between(const uint8_t *first, const uint8_t *second, int place, uint8_t *row,
                   int width) {
    (__builtin_cpu_supports("ssse3") ? scale_between_ssse3
                                     : scale_between_plain)(first, second, place, row, width);
}
#else
void scale_row(const RowScale *s, const uint8_t *row, uint8_t *scaled) {
    scale_row_plain(s, row, scaled);
}

void scale_between(const uint8_t *first, const uint8_t *second, int place, uint8_t *row,
                   int width) {
    scale_between_plain(first, second, place, row, width);
}
#endif
