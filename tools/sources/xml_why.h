/* Why expat could not read on, in the words of whoever wrote the file. */
#pragma once

#include <expat.h>

const char *xml_why(enum XML_Error code); /* "une balise n’est pas refermée par la sienne" */
