/* What CUPS's own programs are asked, and what their answers mean: lpstat, lp and cancel, which
   speak with the print service of the machine. Each may take seconds. */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

enum { LP_NAME = 128, LP_WHY = 200 };

#define LP_DEFAULT "default" /* whichever printer the machine prints on */

typedef struct Lp {
    const char *printer;
    const atomic_bool *gives_up; /* who asks has no more time; may be NULL */
} Lp;

void lp_begin(void); /* before there are threads: what the machine says of its print service */

/* Is it there, enabled, does it take jobs, and is nothing in its way? Else why not. */
bool lp_is_ready(const Lp *lp, char why[LP_WHY]);

/* Hands over a document; false, and why, if it was not taken. */
bool lp_send(const Lp *lp, const void *document, size_t bytes, char job[LP_NAME], char why[LP_WHY]);

/* What becomes of a job: it is printed or waits; it is not there any more; nobody says. */
typedef enum LpJob { LP_JOB_GOES_ON, LP_JOB_OVER, LP_JOB_UNKNOWN } LpJob;

LpJob lp_look(const Lp *lp, const char *job);
bool lp_keeps(const Lp *lp, const char *job); /* one that is over: the print service still has it */
void lp_cancel(const char *job);

/* ---- what they answer ------------------------------------------------------------------------ */

/* "Accueil" of "system default destination: Accueil"; false: there is none. */
bool lp_read_default(const char *text, char name[LP_NAME]);

bool lp_read_ready(const char *text, const char *printer, char why[LP_WHY]);

/* "Accueil-12" of "request id is Accueil-12 (0 file(s))". */
bool lp_read_request(const char *text, char job[LP_NAME]);

bool lp_read_listed(const char *text, const char *job);
