#include "screens/screen.h"

static const Screen *const SCREENS[SCREEN_COUNT] = {
#define SCREEN(name, wait) [SCREEN_##name] = &screen_##name,
#include "screens/screens.def"
#undef SCREEN
};

const Screen *screen_get(ScreenId id) {
    return SCREENS[id];
}
