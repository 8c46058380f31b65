/* A sheet of grey pixels as a PDF of one page: what every printer's queue takes. */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct PdfSheet {
    const uint8_t *grey; /* a byte a pixel, 255 white; rows from the top */
    int width, height;   /* pixels */
    int dpi;
} PdfSheet;

/* The caller frees it. */
uint8_t *pdf_of(const PdfSheet *sheet, size_t *bytes);
