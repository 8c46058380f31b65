/* Every page that can be reached of every screen, in every way of seeing it on a screen that lies.
   With SWEEP_LANG, in that language of SWEEP_PACK instead, and every word has to be one of
   tests/support/pseudo.sh. With SWEEP_TEXT at that size of text only. With SWEEP_OWN, what is its
   own of the small campus SWEEP_PACK, at two sizes of text and in both languages.
 */
#include "screens/sweep/sweep.h"

int main(void) {
    return sweep_run(false);
}
