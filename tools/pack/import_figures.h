/* What became of those who were in a course, and how many want to get in: figures out of tables
   that others publish, for the courses that say their diploma (`cfd`) and their school (`uai`). */
#pragma once

#include "tools/pack/import.h"

/* Out of InserJeunes (DEPP, Dares) as "Exposition des indicateurs InserJeunes" gives it:
   formations.csv by school, certifications.csv for the country, with pay. Fewer than 20 people are
   not told. The names of columns are those of its API (mission-apprentissage/trajectoires-pro). */
bool import_inserjeunes(Import *import);

/* Out of a table of pressure as a rectorat gives it, with the columns of Orion's export of schools
   (mission-apprentissage/tjp-pilotage); "Nb de voeux", the wishes of every rank, may be missing
   there. */
bool import_affelnet(Import *import);
