#include "base/command_line.h"

#include "base/civil.h"
#include "base/message.h"
#include "base/version.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS_MAX 48
#define WIDTH 96  /* of the usage, in columns */
#define FIRST 256 /* beyond every letter */

/* What every program has; their readers are never asked. */
static const Option COMMON[] = {
    OPTION("help", NULL, option_flag, 0, "says all this", NULL, OPTION_FREE),
    OPTION("version", NULL, option_flag, 0, "says which version this is", NULL, OPTION_FREE),
};
enum { COMMON_HELP = FIRST + OPTIONS_MAX, COMMON_VERSION };

/* ---- readers --------------------------------------------------------------------------------- */

bool option_flag(const char *value, void *field, Error *error) {
    (void)value, (void)error;
    return *(bool *)field = true;
}

bool option_text(const char *value, void *field, Error *error) {
    (void)error;
    *(const char **)field = value;
    return true;
}

bool option_language(const char *value, void *field, Error *error) {
    messages_speak(value);
    return option_text(value, field, error);
}

bool option_moment(const char *value, void *field, Error *error) {
    (void)error;
    return civil_parse(value, field);
}

bool option_number(const char *text, uint64_t least, uint64_t most, uint64_t *number) {
    size_t digits = strspn(text, "0123456789");
    uint64_t read = strtoull(text, NULL, 10);
    if (!digits || digits > 19 || text[digits] || read < least || read > most)
        return false;
    *number = read;
    return true;
}

/* ---- what goes with what --------------------------------------------------------------------- */

static bool is_among(const char *word, const char *words) {
    size_t len = strlen(word);
    for (const char *at = words; (at = strstr(at, word)); at += len)
        if ((at == words || at[-1] == ' ') && (!at[len] || at[len] == ' '))
            return true;
    return false;
}

static bool takes(const Command *command, const Option *option) {
    return !option->commands || is_among(command->name, option->commands);
}

static bool is_letter(const Option *option) {
    return !option->name[1];
}

static const char *dashes(const Option *option) {
    return is_letter(option) ? "-" : "--";
}

static bool has_commands(const CommandLine *line) {
    return line->command[0].name;
}

static const Command *find_command(const CommandLine *line, const char *name) {
    for (int i = 0; i < line->command_count; i++)
        if (strcmp(line->command[i].name, name) == 0)
            return &line->command[i];
    return NULL;
}

/* ---- the lists of getopt_long ---------------------------------------------------------------- */

typedef struct Getopt {
    struct option option[OPTIONS_MAX + 3];
    int count;
    char letters[2 * OPTIONS_MAX + 1];
} Getopt;

static void add_long(Getopt *g, const Option *option, int code) {
    int argument = option->value ? required_argument : no_argument;
    g->option[g->count++] = (struct option){option->name, argument, NULL, code};
}

static void add_letter(Getopt *g, const Option *option) {
    strcat(g->letters, option->name);
    if (option->value)
        strcat(g->letters, ":");
}

static void list_options(Getopt *g, const CommandLine *line, const Command *command) {
    for (int i = 0; command && i < line->option_count && i < OPTIONS_MAX; i++) {
        const Option *option = &line->option[i];
        if (!takes(command, option))
            continue;
        if (is_letter(option))
            add_letter(g, option);
        else
            add_long(g, option, FIRST + i);
    }
    add_long(g, &COMMON[0], COMMON_HELP);
    add_long(g, &COMMON[1], COMMON_VERSION);
}

static int index_of(const CommandLine *line, int code) {
    if (code >= FIRST)
        return code - FIRST;
    int i = 0;
    while (!is_letter(&line->option[i]) || line->option[i].name[0] != code)
        i++;
    return i;
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool take(const Option *option, const char *value, void *order, Error *error) {
    error->text[0] = 0;
    if (option->read(value, (char *)order + option->field, error))
        return true;
    if (!error->text[0])
        error_set(error, "not understood: %s%s %s", dashes(option), option->name, value);
    return false;
}

/* A letter that stands with others is named by itself. */
static Asked refuse_option(const char *word, Error *error) {
    const char letter[] = {'-', (char)optopt, 0};
    bool by_letter = optopt > 0 && optopt < FIRST;
    error_set(error, "unknown option or missing value: %s", by_letter ? letter : word);
    return ASKED_WRONGLY;
}

static Asked read_options(const CommandLine *line, const Command *command, int argc, char **argv,
                          void *order, bool *given, Error *error) {
    Getopt g = {.count = 0};
    list_options(&g, line, command);
    opterr = 0;
    optind = 0; /* glibc begins anew */
    for (int code; (code = getopt_long(argc, argv, g.letters, g.option, NULL)) != -1;) {
        if (code == COMMON_HELP || code == COMMON_VERSION)
            return code == COMMON_HELP ? ASKED_HELP : ASKED_VERSION;
        if (code == '?')
            return refuse_option(argv[optind - 1], error);
        int i = index_of(line, code);
        given[i] = true;
        if (!take(&line->option[i], optarg, order, error))
            return ASKED_WRONGLY;
    }
    return ASKED_COMMAND;
}

/* Of options that stand for one another one at most is given, and one where it is needed. */
static bool check_needs(const CommandLine *line, const Command *command, const bool *given,
                        Error *error) {
    for (int i = 0; i < line->option_count; i++) {
        const Option *option = &line->option[i], *chosen = given[i] ? option : NULL;
        if (option->need == OPTION_OR || !takes(command, option))
            continue;
        for (int k = i + 1; k < line->option_count && line->option[k].need == OPTION_OR; k++) {
            if (given[k] && chosen)
                return error_set(error, "%s%s or %s%s, not both", dashes(chosen), chosen->name,
                                 dashes(&line->option[k]), line->option[k].name);
            if (given[k])
                chosen = &line->option[k];
        }
        if (!chosen && option->need == OPTION_NEEDED)
            return error_set(error, "missing: %s%s %s", dashes(option), option->name,
                             message(option->value));
    }
    return true;
}

static bool check_operands(const Operands *operands, Error *error) {
    const char *words = operands->command->operands;
    int wanted = *words != 0;
    for (const char *at = words; *at; at++)
        wanted += *at == ' ';
    if (operands->count < wanted)
        return error_set(error, "missing: %s", message(words));
    if (operands->count > wanted && !strstr(words, "..."))
        return error_set(error, "not an option: %s", operands->at[wanted]);
    return true;
}

static bool choose_command(const CommandLine *line, int argc, char **argv, Operands *operands,
                           Error *error) {
    operands->command = has_commands(line) ? NULL : line->command;
    if (operands->command || (argc > 1 && argv[1][0] == '-'))
        return true;
    operands->command = argc > 1 ? find_command(line, argv[1]) : NULL;
    return operands->command || error_set(error, "no such command: %s", argc > 1 ? argv[1] : "");
}

Asked command_line_read(const CommandLine *line, int argc, char **argv, void *order,
                        Operands *operands, Error *error) {
    bool given[OPTIONS_MAX] = {false};
    if (!choose_command(line, argc, argv, operands, error))
        return ASKED_WRONGLY;
    int skipped = operands->command && operands->command->name ? 1 : 0;
    Asked asked =
        read_options(line, operands->command, argc - skipped, argv + skipped, order, given, error);
    if (asked != ASKED_COMMAND)
        return asked;
    operands->at = argv + skipped + optind;
    operands->count = argc - skipped - optind;
    if (!operands->command)
        error_set(error, "no command");
    else if (check_needs(line, operands->command, given, error) && check_operands(operands, error))
        return ASKED_COMMAND;
    return ASKED_WRONGLY;
}

/* ---- telling --------------------------------------------------------------------------------- */

typedef struct OptionRow {
    FILE *out;
    int column, indent;
} OptionRow;

static void put(OptionRow *row, const char *piece) {
    int len = (int)strlen(piece);
    if (row->column + 1 + len > WIDTH) {
        fprintf(row->out, "\n%*s", row->indent, "");
        row->column = row->indent;
    }
    row->column += fprintf(row->out, " %s", piece);
}

static void print_option(char *text, size_t size, const Option *option) {
    snprintf(text, size, "%s%s%s%s", dashes(option), option->name, option->value ? " " : "",
             option->value ? message(option->value) : "");
}

/* How many options stand for one another from here on. */
static int count_choice(const Option *option, int left) {
    int count = 1;
    while (count < left && option[count].need == OPTION_OR)
        count++;
    return count;
}

/* What a choice stands in: "[--kiosk ID | --from ID]", "(-o OUT | --live FILE)", "--to ID". */
static const char *brackets(const Option *option, int count) {
    if (option->need != OPTION_NEEDED)
        return "[]";
    return count > 1 ? "()" : "";
}

static int put_choice(OptionRow *row, const Option *option, int left) {
    char text[160];
    int count = count_choice(option, left);
    const char *around = brackets(option, count);
    size_t len = (size_t)snprintf(text, sizeof text, "%.1s", around);
    for (int i = 0; i < count; i++) {
        len += (size_t)snprintf(text + len, sizeof text - len, "%s", i ? " | " : "");
        print_option(text + len, sizeof text - len, &option[i]);
        len = strlen(text);
    }
    snprintf(text + len, sizeof text - len, "%s", around[0] ? around + 1 : "");
    put(row, text);
    return count;
}

static void put_usage(const CommandLine *line, const Command *command, bool first, FILE *out) {
    const char *head = message("usage: ");
    int width = (int)strlen(head);
    OptionRow row = {out, 0, width + (int)strlen(line->program)};
    row.column = fprintf(out, "%*s%s", width, first ? head : "", line->program);
    if (command->name)
        put(&row, command->name);
    if (command->operands[0])
        put(&row, message(command->operands));
    for (int i = 0; i < line->option_count;) {
        if (takes(command, &line->option[i]))
            i += put_choice(&row, &line->option[i], line->option_count - i);
        else
            i++;
    }
    putc('\n', out);
}

static void put_usages(const CommandLine *line, FILE *out) {
    for (int i = 0; i < line->command_count; i++)
        put_usage(line, &line->command[i], i == 0, out);
}

static void put_options(const Option *option, int count, FILE *out) {
    char text[160];
    for (int i = 0; i < count; i++) {
        print_option(text, sizeof text, &option[i]);
        fprintf(out, "  %s\n        %s\n", text, message(option[i].help));
    }
}

static void put_commands(const CommandLine *line, FILE *out) {
    fputs(message("\ncommands:\n"), out);
    for (int i = 0; i < line->command_count; i++)
        fprintf(out, "  %s%s%s\n        %s\n", line->command[i].name,
                line->command[i].operands[0] ? " " : "", message(line->command[i].operands),
                message(line->command[i].help));
}

static void put_help(const CommandLine *line, FILE *out) {
    put_usages(line, out);
    if (has_commands(line))
        put_commands(line, out);
    fputs(message("\noptions:\n"), out);
    put_options(line->option, line->option_count, out);
    put_options(COMMON, 2, out);
}

void command_line_tell(const CommandLine *line, Asked asked) {
    if (asked == ASKED_VERSION)
        printf("%s %s\n", line->program, AZIMUT_VERSION);
    else
        put_help(line, stdout);
}

int command_line_refuse(const CommandLine *line, const char *what) {
    fprintf(stderr, "%s: %s\n", line->program, what);
    put_usages(line, stderr);
    return EXIT_USAGE;
}

bool command_line_begin(const CommandLine *line, int argc, char **argv, void *order,
                        Operands *operands, int *status) {
    Error error;
    messages_speak_as_asked();
    Asked asked = command_line_read(line, argc, argv, order, operands, &error);
    *status = EXIT_SUCCESS;
    if (asked == ASKED_WRONGLY)
        *status = command_line_refuse(line, error.text);
    else if (asked != ASKED_COMMAND)
        command_line_tell(line, asked);
    return asked == ASKED_COMMAND;
}
