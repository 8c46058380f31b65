#include "print/pdf.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINTS 72.0 /* an inch */
#define RUN_MOST 128
#define END_OF_DATA 128
enum { OBJECTS = 5, HEAD = 2048 };

typedef struct Pdf {
    uint8_t *at;
    size_t len, room;
    size_t object[OBJECTS + 1]; /* where each begins; 0 is nobody's number */
} Pdf;

/* ---- RunLengthDecode, ISO 32000-1 7.4.5: needs no library, and a sheet is mostly white ------- */

static size_t run_at(const uint8_t *from, size_t left) {
    size_t run = 1;
    while (run < left && run < RUN_MOST && from[run] == from[0])
        run++;
    return run;
}

/* So many bytes that are no run of three. */
static size_t plain_at(const uint8_t *from, size_t left) {
    size_t plain = 0;
    while (plain < left && plain < RUN_MOST && run_at(from + plain, left - plain) < 3)
        plain++;
    return plain;
}

static uint8_t *pack(uint8_t *to, const uint8_t *from, size_t bytes) {
    while (bytes) {
        size_t plain = plain_at(from, bytes), run = plain ? 0 : run_at(from, bytes);
        size_t taken = plain ? plain : run;
        if (plain) {
            *to++ = (uint8_t)(plain - 1);
            memcpy(to, from, plain);
            to += plain;
        } else {
            *to++ = (uint8_t)(257 - run);
            *to++ = *from;
        }
        from += taken;
        bytes -= taken;
    }
    *to++ = END_OF_DATA;
    return to;
}

/* ---- the file -------------------------------------------------------------------------------- */

static void put(Pdf *pdf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int wrote = vsnprintf((char *)pdf->at + pdf->len, pdf->room - pdf->len, format, args);
    va_end(args);
    pdf->len += (size_t)wrote;
}

static void begin_object(Pdf *pdf, int number) {
    pdf->object[number] = pdf->len;
    put(pdf, "%d 0 obj\n", number);
}

static void put_picture(Pdf *pdf, const PdfSheet *sheet) {
    size_t pixels = (size_t)sheet->width * (size_t)sheet->height;
    begin_object(pdf, 4);
    put(pdf,
        "<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /RunLengthDecode /Length ",
        sheet->width, sheet->height);
    size_t length_at = pdf->len;
    put(pdf, "%10d >>\nstream\n", 0);
    size_t begins = pdf->len;
    pdf->len = (size_t)(pack(pdf->at + begins, sheet->grey, pixels) - pdf->at);
    char length[16];
    snprintf(length, sizeof length, "%10zu", pdf->len - begins);
    memcpy(pdf->at + length_at, length, 10);
    put(pdf, "\nendstream\nendobj\n");
}

static void put_page(Pdf *pdf, double width, double height) {
    char paint[96];
    int length = snprintf(paint, sizeof paint, "%.3f 0 0 %.3f 0 0 cm /S Do", width, height);
    put(pdf, "%%PDF-1.4\n");
    begin_object(pdf, 1);
    put(pdf, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
    begin_object(pdf, 2);
    put(pdf, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
    begin_object(pdf, 3);
    put(pdf,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Contents 5 0 R "
        "/Resources << /XObject << /S 4 0 R >> >> >>\nendobj\n",
        width, height);
    begin_object(pdf, 5);
    put(pdf, "<< /Length %d >>\nstream\n%s\nendstream\nendobj\n", length, paint);
}

static void put_end(Pdf *pdf) {
    size_t table = pdf->len;
    put(pdf, "xref\n0 %d\n0000000000 65535 f \n", OBJECTS + 1);
    for (int i = 1; i <= OBJECTS; i++)
        put(pdf, "%010zu 00000 n \n", pdf->object[i]);
    put(pdf, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", OBJECTS + 1, table);
}

uint8_t *pdf_of(const PdfSheet *sheet, size_t *bytes) {
    size_t pixels = (size_t)sheet->width * (size_t)sheet->height;
    Pdf pdf = {.room = pixels + pixels / RUN_MOST + HEAD};
    pdf.at = malloc(pdf.room);
    if (!pdf.at)
        abort();
    put_page(&pdf, sheet->width * POINTS / sheet->dpi, sheet->height * POINTS / sheet->dpi);
    put_picture(&pdf, sheet);
    put_end(&pdf);
    *bytes = pdf.len;
    return pdf.at;
}
