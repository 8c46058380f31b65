/* The floor of the benchmark: the least an SDL2 program can do that shows six tiles of text and
   turns one when it is pressed. Same fonts, same renderer as the kiosk, none of its care; a plain
   window, because SDL waits a tenth of a second for a window manager before it makes one that it
   calls full screen. usage: floor REGULAR.ttf BOLD.ttf */
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

#define TILES 6

static SDL_Rect tile(int i) {
    return (SDL_Rect){64 + i % 3 * 606, 261 + i / 3 * 336, 578, 308};
}

static int tile_at(int x, int y) {
    for (int i = 0; i < TILES; i++) {
        SDL_Rect box = tile(i);
        if (SDL_PointInRect(&(SDL_Point){x, y}, &box))
            return i;
    }
    return -1;
}

static void draw_text(SDL_Renderer *renderer, TTF_Font *font, const char *text, int x, int y) {
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, text, (SDL_Color){20, 33, 43, 255});
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_RenderCopy(renderer, texture, NULL, &(SDL_Rect){x, y, surface->w, surface->h});
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(surface);
}

static void draw_tile(SDL_Renderer *renderer, TTF_Font *regular, TTF_Font *bold, int i,
                      int pressed) {
    SDL_Rect box = tile(i);
    SDL_SetRenderDrawColor(renderer, pressed ? 11 : 255, pressed ? 74 : 255, pressed ? 127 : 255,
                           255);
    SDL_RenderFillRect(renderer, &box);
    draw_text(renderer, bold, "Découvrir les métiers", box.x + 172, box.y + 20);
    draw_text(renderer, regular, "24 fiches : gestes, outils.", box.x + 172, box.y + 120);
}

int main(int argc, char **argv) {
    if (argc < 3)
        return 2;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) || TTF_Init())
        return 1;
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, 1920, 1080, SDL_WINDOW_BORDERLESS);
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    TTF_Font *regular = TTF_OpenFont(argv[1], 28), *bold = TTF_OpenFont(argv[2], 44);
    if (!renderer || !regular || !bold)
        return 1;
    SDL_SetRenderDrawColor(renderer, 238, 241, 243, 255);
    SDL_RenderClear(renderer);
    for (int i = 0; i < TILES; i++)
        draw_tile(renderer, regular, bold, i, 0);
    SDL_RenderPresent(renderer);
    int pressed = -1;
    for (SDL_Event event; SDL_WaitEvent(&event) && event.type != SDL_QUIT;) {
        if (event.type != SDL_MOUSEBUTTONDOWN && event.type != SDL_MOUSEBUTTONUP)
            continue;
        if (pressed >= 0)
            draw_tile(renderer, regular, bold, pressed, 0);
        pressed = event.type == SDL_MOUSEBUTTONDOWN ? tile_at(event.button.x, event.button.y) : -1;
        if (pressed >= 0)
            draw_tile(renderer, regular, bold, pressed, 1);
        SDL_RenderPresent(renderer);
    }
    return 0;
}
