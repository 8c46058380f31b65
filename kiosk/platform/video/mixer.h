/* The machine's own loudness, of the first sound card; whatever plays obeys it. */
#pragma once

#include <stdbool.h>

int mixer_volume(void); /* 0 to 100; -1 when there is no loudspeaker to be had */
bool mixer_set_volume(int percent);
