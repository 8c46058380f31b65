/* The version of all that is built here; CHANGELOG.md says what is in it. */
#pragma once

#define AZIMUT_VERSION "0.9.0"
