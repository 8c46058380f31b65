#include "tools/pack/light.h"

#include <stdio.h>

bool light_is_high(const Light *light) {
    return light->curve == AVCOL_TRC_SMPTE2084 || light->curve == AVCOL_TRC_ARIB_STD_B67;
}

static bool is_wide(const Light *light) {
    return light->lights == AVCOL_PRI_BT2020 || light->lights == AVCOL_PRI_SMPTE431 ||
           light->lights == AVCOL_PRI_SMPTE432;
}

static bool is_matrix_of_2020(const Light *light) {
    return light->matrix == AVCOL_SPC_BT2020_NCL || light->matrix == AVCOL_SPC_BT2020_CL;
}

bool light_is_odd(const Light *light) {
    return light_is_high(light) || is_wide(light) || is_matrix_of_2020(light);
}

/* ---- as zscale calls it ---------------------------------------------------------------------- */

static const char *name_of_lights(const Light *light) {
    if (light->lights == AVCOL_PRI_SMPTE431)
        return "smpte431";
    if (light->lights == AVCOL_PRI_SMPTE432)
        return "smpte432";
    return light->lights == AVCOL_PRI_BT709 ? "bt709" : "bt2020";
}

static const char *name_of_matrix(const Light *light) {
    if (light->matrix == AVCOL_SPC_BT2020_CL)
        return "bt2020c";
    if (light->matrix == AVCOL_SPC_BT470BG || light->matrix == AVCOL_SPC_SMPTE170M)
        return "smpte170m";
    if (light->matrix == AVCOL_SPC_BT709 || light->lights == AVCOL_PRI_SMPTE432)
        return "bt709";
    return "bt2020nc";
}

/* Each step says what it is given: zscale alone finds no way from what a film leaves out. */
static int write_known(const Light *light, const char *curve, char *text, int room) {
    return snprintf(text, (size_t)room, "setparams=color_primaries=%s:color_trc=%s:colorspace=%s,",
                    name_of_lights(light), curve, name_of_matrix(light));
}

/* White paper (203 cd/m², ITU-R BT.2408) stays nearly white, what shines up to 1000 is pressed
   together above it. */
static void write_high(const Light *light, char *text, int room) {
    const char *curve = light->curve == AVCOL_TRC_SMPTE2084 ? "smpte2084" : "arib-std-b67";
    int len = write_known(light, curve, text, room);
    snprintf(text + len, (size_t)(room - len),
             "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,"
             "tonemap=mobius:param=0.3:desat=0:peak=4.93,zscale=t=bt709:m=bt709:r=tv,"
             "format=yuv420p");
}

static void write_wide(const Light *light, char *text, int room) {
    int len = write_known(light, "bt709", text, room);
    snprintf(text + len, (size_t)(room - len),
             "zscale=p=bt709:t=bt709:m=bt709:r=tv,format=yuv420p");
}

void light_filters(const Light *light, char *text, int room) {
    if (light_is_high(light))
        write_high(light, text, room);
    else if (light_is_odd(light))
        write_wide(light, text, room);
    else
        snprintf(text, (size_t)room, "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p");
}
