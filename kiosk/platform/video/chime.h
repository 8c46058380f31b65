/* A chime of a second, so that somebody who sets the loudness hears it. */
#pragma once

void chime_play(void); /* at once, from its beginning; nothing where there is no loudspeaker */
void chime_end(void);
