/* The command line of a program, told once as a list: what is read, what --help says and, made from
 * that, what stands in the man page. Knows no program's options. */
#pragma once

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Reads a value into the field that its option names. False is "not understood", or what the fault
 * says by then. */
typedef bool OptionReader(const char *value, void *field, Error *error);

typedef enum OptionNeed {
    OPTION_FREE,
    OPTION_NEEDED,
    OPTION_OR /* goes instead of the option that stands before it in the list */
} OptionNeed;

typedef struct Option {
    const char *name;  /* "lang" for --lang, "o" for -o */
    const char *value; /* what its value is called, "FILE"; NULL: it has none */
    OptionReader *read;
    size_t field; /* offset within what command_line_read fills */
    const char *help;
    const char *commands; /* those that take it, "report simulate"; NULL: all */
    OptionNeed need;
} Option;

typedef struct Command {
    const char *name;     /* NULL for the one command of a program without commands */
    const char *operands; /* "OUT FILE...": as many words as there must be, three dots for more */
    const char *help;
} Command;

/* A row of each list. What operands and values are called, and the help, are messages: English
 * here, and where they are told in the language that is spoken (base/message.h). */
#define COMMAND(name, operands, help)                                                              \
    { name, operands, help }
#define OPTION(name, value, read, field, help, commands, need)                                     \
    { name, value, read, field, help, commands, need }

typedef struct CommandLine {
    const char *program;
    const Command *command;
    int command_count;
    const Option *option; /* --help and --version go without saying */
    int option_count;
} CommandLine;

typedef enum Asked { ASKED_WRONGLY, ASKED_HELP, ASKED_VERSION, ASKED_COMMAND } Asked;

typedef struct Operands {
    const Command *command;
    char **at;
    int count;
} Operands;

/* Fills the fields of `order` whose options are given and leaves the others; ASKED_WRONGLY says
 * why. */
Asked command_line_read(const CommandLine *line, int argc, char **argv, void *order,
                        Operands *operands, Error *error);

/* The same for a main, which from here on speaks as the environment asks: says help, version or
 * what is wrong. False: nothing is left to do but to end with `status`. */
bool command_line_begin(const CommandLine *line, int argc, char **argv, void *order,
                        Operands *operands, int *status);

#define EXIT_USAGE 2 /* what was asked is not understood */

/* What is wrong and the usage, on the error output; answers EXIT_USAGE, the status to end with. */
int command_line_refuse(const CommandLine *line, const char *what);

/* Says help or version on the output. */
void command_line_tell(const CommandLine *line, Asked asked);

OptionReader option_flag;     /* bool, made true */
OptionReader option_text;     /* const char *, borrowed */
OptionReader option_moment;   /* Millis */
OptionReader option_language; /* const char *, borrowed; messages are in it where they can be */

/* Digits alone, within bounds. False leaves `number` alone. */
bool option_number(const char *text, uint64_t least, uint64_t most, uint64_t *number);
