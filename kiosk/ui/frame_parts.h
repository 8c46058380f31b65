/* For the files that make up the frame. What leads the voice, above the bar of every page while it
   speaks: pause, sentence by sentence, speed, loudness, and how a finger that listens chooses. */
#pragma once

#include "ui/frame.h"

void speech_strip(Page *page, Node *outer);
void speech_keys(Page *page, Node *bar); /* the most needed of it, where there is no room for it */
