/* The same as sweep_lying_test.c on a screen that stands, in a program of its own since either
   takes minutes. */
#include "screens/sweep/sweep.h"

int main(void) {
    return sweep_run(true);
}
