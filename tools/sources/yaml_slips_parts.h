/* What the files of yaml_slips.h share: the sentences, and what a line is made of. */
#pragma once

#include "base/message.h"
#include "tools/sources/yaml_slips.h"

#define SLIP_TAB MESSAGE("une tabulation est en tête de cette ligne ; la remplacer par des espaces")
#define SLIP_HARD_SPACE                                                                            \
    MESSAGE("un espace insécable est dans la mise en forme de cette ligne ; le remplacer par un " \
            "espace ordinaire")
#define SLIP_TYPOGRAPHIC                                                                           \
    MESSAGE("ces guillemets (“ ” ou ‘ ’) seraient montrés avec le texte ; "               \
            "l’entourer de guillemets droits")
#define SLIP_REMARK                                                                                \
    MESSAGE("ce qui suit # sur cette ligne serait perdu ; entourer le texte de guillemets droits " \
            "(\"…\"), ou mettre la remarque sur une ligne à part")
#define SLIP_DASH MESSAGE("il manque un espace après le tiret")

/* A sign that looks like a blank and is none to YAML. */
bool slip_hard_space(Slice text);

/* “ ‘ „ at the beginning, where the end says that they were to be delimiters. */
bool slip_typographic(Slice written);

bool slip_opens(Slice written); /* with one of them, whatever the end is */

bool slip_bad_dash(Slice text); /* "-one": a dash that no blank follows, and no number */
