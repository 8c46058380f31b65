/* Cuts a storyboard into words and finds where each block ends. */
#include "tools/clips/board.h"

#include "base/message.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINES_MAX 4000
#define WORDS_MAX 200
#define DEPTH_MAX 16

void board_fault(const Board *board, const Line *line, const char *format, ...) {
    va_list list;
    va_start(list, format);
    fprintf(stderr, "%s:%d: ", line ? line->file : board->file, line ? line->number : 1);
    vfprintf(stderr, message(format), list);
    fputc('\n', stderr);
    va_end(list);
    exit(1);
}

static bool is_let(const Line *line) {
    return line->count == 2 && !strcmp(line->word[0], "let");
}

static void cut(const Board *board, Arena *arena, Line *line, char *text) {
    char *word[WORDS_MAX];
    for (char *rest = text; (word[line->count] = strtok_r(NULL, " \t\n", &rest));) {
        if (word[line->count][0] == '#')
            break;
        line->word = word;
        if (++line->count == WORDS_MAX)
            board_fault(board, line, "plus de %d mots ; couper la ligne en deux", WORDS_MAX - 1);
        if (is_let(line)) {
            word[line->count++] = rest + strspn(rest, " =");
            word[2][strcspn(word[2], "#\n")] = 0;
            break;
        }
    }
    line->word = arena_array(arena, char *, line->count + 1);
    memcpy(line->word, word, sizeof *word * (size_t)line->count);
}

static bool opens(const Line *line) {
    static const char *const verbs[] = {"group", "repeat", "when", "part", "lens", "crop"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (!strcmp(line->word[0], verbs[i]))
            return true;
    return false;
}

static void match(Board *board) {
    int open[DEPTH_MAX], depth = 0;
    for (int i = 0; i < board->count; i++) {
        Line *line = &board->line[i];
        if (opens(line)) {
            if (depth == DEPTH_MAX)
                board_fault(board, line, "plus de %d blocs l’un dans l’autre", DEPTH_MAX);
            open[depth++] = i;
        } else if (!strcmp(line->word[0], "end")) {
            if (!depth)
                board_fault(board, line, "« end » ne ferme aucun bloc ; le retirer");
            board->line[open[--depth]].end = i;
        }
    }
    if (depth)
        board_fault(board, &board->line[open[depth - 1]], "bloc sans « end » ; en ajouter un");
}

static void read_file(Board *board, Arena *arena, const char *path);

/* "include NAME" stands for the lines of a file in the same folder: the hands that several
 * storyboards share. */
static void include(Board *board, Arena *arena, const Line *line) {
    if (line->count != 2 || line->file != board->file)
        board_fault(board, line, "écrire « include FICHIER », dans le storyboard lui-même");
    const char *slash = strrchr(board->file, '/');
    int folder = slash ? (int)(slash - board->file) + 1 : 0;
    read_file(board, arena, arena_printf(arena, "%.*s%s", folder, board->file, line->word[1]).at);
}

static void read_line(Board *board, Arena *arena, Line *line, const char *text) {
    char *kept = arena_alloc(arena, strlen(text) + 1);
    cut(board, arena, line, strcpy(kept, text));
    if (line->count && !strcmp(line->word[0], "include"))
        include(board, arena, line);
    else if (line->count && board->count == LINES_MAX)
        board_fault(board, line, "plus de %d lignes", LINES_MAX);
    else if (line->count)
        board->line[board->count++] = *line;
}

static void read_file(Board *board, Arena *arena, const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        board_fault(board, &(Line){.file = path}, "%s", strerror(errno));
    char text[4096];
    for (int number = 1; fgets(text, sizeof text, file); number++)
        read_line(board, arena, &(Line){.file = path, .number = number}, text);
    fclose(file);
}

Board board_read(Arena *arena, const char *path) {
    Board board = {.file = path, .line = arena_array(arena, Line, LINES_MAX)};
    read_file(&board, arena, path);
    match(&board);
    return board;
}

int board_part(const Board *board, const char *name) {
    for (int i = 0; i < board->count; i++)
        if (board->line[i].count > 1 && !strcmp(board->line[i].word[0], "part") &&
            !strcmp(board->line[i].word[1], name))
            return i;
    return -1;
}
