#include "platform/page/code.h"

#include "base/log.h"

#include <qrencode.h>
#include <string.h>

#define QUIET 4     /* modules of white on each side, ISO/IEC 18004 */
#define ECI_UTF8 26 /* AIM ITS/04-023: else a reader guesses, of few accents often wrongly */

static bool append(QRinput *input, Slice text) {
    unsigned char bytes[CODE_BYTES_MAX];
    memcpy(bytes, text.at, (size_t)text.len);
    return QRinput_appendECIheader(input, ECI_UTF8) == 0 &&
           QRinput_append(input, QR_MODE_8, text.len, bytes) == 0;
}

static QRcode *encode(Slice text) {
    if (!text.len || text.len > CODE_BYTES_MAX)
        return NULL;
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_L);
    QRcode *code = input && append(input, text) ? QRcode_encodeInput(input) : NULL;
    if (input)
        QRinput_free(input);
    return code;
}

static void draw_modules(SDL_Renderer *renderer, const QRcode *code, Box box) {
    int side = box.w < box.h ? box.w : box.h, module = side / (code->width + 2 * QUIET);
    int x0 = box.x + (box.w - module * code->width) / 2,
        y0 = box.y + (box.h - module * code->width) / 2;
    SDL_SetRenderDrawColor(renderer, 0, 0, 0, 255);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            if (code->data[y * code->width + x] & 1)
                SDL_RenderFillRect(renderer,
                                   &(SDL_Rect){x0 + x * module, y0 + y * module, module, module});
}

void code_draw(SDL_Renderer *renderer, Slice text, Box box) {
    static bool said;
    QRcode *code = encode(text);
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(renderer, 255, 255, 255, 255);
    SDL_RenderFillRect(renderer, &(SDL_Rect){box.x, box.y, box.w, box.h});
    if (code)
        draw_modules(renderer, code, box);
    else if (!said)
        log_line("code", "a text of %d bytes does not become a code", text.len);
    said |= !code;
    QRcode_free(code);
}
