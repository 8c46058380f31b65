/* The printer of this kiosk: whether one is there, and sheets on their way to it, one after the
   other. CUPS is asked by a thread of its own, so nobody waits for it. Knows no page. */
#pragma once

#include "base/civil.h"
#include "base/print.h"
#include "print/lp.h"
#include "print/pdf.h"

#include <pthread.h>

enum { PRINTER_QUEUE = 4, PRINTER_PATIENCE_S = 60 };

typedef struct PrinterSpec {
    const char *name;  /* as CUPS calls it, or LP_DEFAULT; NULL: none is attached */
    const Millis *now; /* of the steady clock */
    bool staged;       /* for scripts: no thread, what takes time is done a second later */
    int patience_s;    /* for a sheet; 0: PRINTER_PATIENCE_S */
} PrinterSpec;

/* One that waits. What is on it goes to nobody else, and is overwritten when it is printed. */
typedef struct PrinterSheet {
    PdfSheet pixels; /* owned */
    unsigned visit;
} PrinterSheet;

typedef struct Printer {
    PrinterSpec spec;
    pthread_t thread;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t news;
    bool running, looks;
    atomic_bool ending;
    PrinterSheet sheet[PRINTER_QUEUE];
    int waiting; /* sheets */
    Millis asked_at, looked_at;
    PrintView view;
    char told[LP_WHY]; /* of its presence, last */
    unsigned visit;    /* the present one */
} Printer;

void printer_begin(Printer *printer, PrinterSpec spec);
void printer_end(Printer *printer); /* what is not printed yet is taken back */

PrintView printer_view(Printer *printer);
void printer_look(Printer *printer); /* is it there? Asked often, it looks seldom */
void printer_forget(
    Printer *printer); /* a visit is over: its sheets come, the next knows nothing */

/* Takes over the pixels; without any the sheet has failed. */
void printer_print(Printer *printer, PdfSheet pixels);
