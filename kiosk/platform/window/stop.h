/* The signals that ask the program to end (TERM, INT, HUP), as a fact that the loop can ask for and
   is woken by. */
#pragma once

#include <stdbool.h>

void stop_begin(void); /* once, before other threads: they all leave these signals alone */
void stop_wakes(void); /* once SDL has its events: until then a signal is only a fact */
bool stop_wished(void);
void stop_end(void); /* before SDL ends; a signal that comes later is not heard */
