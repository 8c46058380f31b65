#include "tools/stats/push.h"

#include "base/civil.h"
#include "base/message.h"
#include "tools/stats/copy.h"
#include "report/source.h"
#include "stats/noise.h"
#include "stats/schema.h"
#include "stats/stats_db.h"
#include "stats/table.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { FLEET_FORMAT = 2 }; /* as azimut.format() of fleet.sql */

struct Push {
    PGconn *server;
    CopyIn copy;
};

/* A file that is being sent. */
typedef struct Sending {
    Push *push;
    sqlite3 *db;
    Error *error;
} Sending;

/* ---- the schema ------------------------------------------------------------------------------ */

__asm__(".section .rodata\n"
        "azimut_fleet_sql:\n.incbin \"tools/stats/fleet.sql\"\n.byte 0\n.previous\n");
extern const char azimut_fleet_sql[];

/* A released cell has two noises: of its opening and of its release. */
static void print_subjects(FILE *out) {
    for (int i = 0; i < TABLE_COUNT; i++)
        fprintf(out, "%s('%s', %.9g)", i ? ",\n    " : "    ", TABLES[i].name,
                2 * noise_variance(TABLES[i].epsilon_milli));
}

void push_print_schema(FILE *out) {
    fputs(azimut_fleet_sql, out);
    fputs("\n-- From tables.def, the one place where a subject and its noise are told.\n"
          "INSERT INTO azimut.subject (name, variance) VALUES\n",
          out);
    print_subjects(out);
    fputs(";\nCOMMIT;\n", out);
}

/* ---- what the server says -------------------------------------------------------------------- */

static void ignore_notice(void *self, const char *message) {
    (void)self;
    (void)message;
}

/* libpq's sentences have several lines. */
static bool say(Error *error, const char *before, const char *message) {
    error_set(error, "%s%s", before, message);
    size_t len = strlen(error->text);
    for (size_t i = 0; i < len; i++)
        if (iscntrl((unsigned char)error->text[i]))
            error->text[i] = ' ';
    while (len && error->text[len - 1] == ' ')
        error->text[--len] = 0;
    return false;
}

static bool is_one_of(const char *state, const char *states) {
    return *state && strstr(states, state);
}

/* SQLSTATEs are of "PostgreSQL Error Codes"; AZ001 and AZ002 are those of fleet.sql. */
static bool refused(const PGresult *result, const PGconn *server, Error *error) {
    const char *given = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *state = given ? given : "";
    if (PQstatus(server) != CONNECTION_OK)
        return error_set(error, "le serveur a disparu ; rien de ce fichier n’est écrit,"
                                " le renvoyer");
    if (is_one_of(state, "AZ001 AZ002"))
        return error_set(error, "%s", PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    if (is_one_of(state, "42501"))
        return error_set(error, "ce compte n’a pas le droit d’ajouter ;"
                                " l’administrateur de la base le lui donne :"
                                " GRANT azimut_push TO le compte");
    if (is_one_of(state, "3F000 42883 42P01"))
        return error_set(error, "la base n’a pas les tableaux d’Azimut ;"
                                " les créer : azimut-stats schema | psql");
    return say(error, message("le serveur refuse : "), PQerrorMessage(server));
}

/* NULL with the fault. */
static PGresult *ask(PGconn *server, const char *sql, Error *error) {
    PGresult *result = PQexec(server, sql);
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return result;
    refused(result, server, error);
    PQclear(result);
    return NULL;
}

static bool run(PGconn *server, const char *sql, Error *error) {
    PGresult *result = ask(server, sql, error);
    PQclear(result);
    return result;
}

/* ---- the connection -------------------------------------------------------------------------- */

/* A network that falls silent is given up on after half a minute. What the URL says comes before
   what is said here, but for the encoding: the files are in UTF-8. */
static PGconn *connect_to(const char *url) {
    static const char *const NAME[] = {"connect_timeout",           "tcp_user_timeout",
                                       "fallback_application_name", "dbname",
                                       "client_encoding",           NULL};
    const char *value[] = {"15", "30000", "azimut-stats", url, "UTF8", NULL};
    return PQconnectdbParams(NAME, value, 1);
}

static bool is_url(const char *url) {
    bool named = strncmp(url, "postgresql://", 13) == 0 || strncmp(url, "postgres://", 11) == 0;
    PQconninfoOption *parts = named ? PQconninfoParse(url, NULL) : NULL;
    PQconninfoFree(parts);
    return parts;
}

static bool has_our_tables(PGconn *server, Error *error) {
    PGresult *result = ask(server, "SELECT azimut.format()", error);
    int format = result ? atoi(PQgetvalue(result, 0, 0)) : 0;
    PQclear(result);
    return result && (format == FLEET_FORMAT ||
                      error_set(error,
                                "la base est de format %d, ce programme connaît le %d ;"
                                " le mettre à jour",
                                format, FLEET_FORMAT));
}

Push *push_open(const char *url, Error *error) {
    if (!is_url(url)) {
        error_set(error, "l’adresse du serveur ne se lit pas ; l’écrire"
                         " postgresql://compte@serveur/base");
        return NULL;
    }
    PGconn *server = connect_to(url);
    PQsetNoticeProcessor(server, ignore_notice, NULL);
    bool good = PQstatus(server) == CONNECTION_OK
                    ? has_our_tables(server, error)
                    : say(error, message("le serveur ne répond pas : "), PQerrorMessage(server));
    Push *push = good ? calloc(1, sizeof *push) : NULL;
    if (!push) {
        PQfinish(server);
        return NULL;
    }
    push->server = server;
    return push;
}

void push_close(Push *push) {
    PQfinish(push->server);
    free(push);
}

bool push_is_connected(const Push *push) {
    return PQstatus(push->server) == CONNECTION_OK;
}

/* ---- rows of a file -------------------------------------------------------------------------- */

typedef bool RowSender(Sending *s, sqlite3_stmt *row);

static void send_column(Sending *s, sqlite3_stmt *row, int column) {
    const char *text = (const char *)sqlite3_column_text(row, column);
    copy_text(&s->push->copy, text, (size_t)sqlite3_column_bytes(row, column));
}

static bool send_columns(Sending *s, sqlite3_stmt *row) {
    for (int i = 0; i < sqlite3_column_count(row); i++)
        send_column(s, row, i);
    return true;
}

static void send_day(Sending *s, Millis day) {
    Civil c = civil_from(day);
    char text[40];
    snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
    copy_text(&s->push->copy, text, strlen(text));
}

static bool is_a_release(sqlite3_stmt *row, Period *period) {
    const char *table = (const char *)sqlite3_column_text(row, 1);
    return table_named(table) != TABLE_COUNT &&
           period_parse((const char *)sqlite3_column_text(row, 2), period) &&
           period_is_plausible(period->end - 1) &&
           sqlite3_column_bytes(row, 4) == 4 * sqlite3_column_int(row, 5);
}

/* kiosk, tbl, period, dict, n, how many keys */
static bool send_release(Sending *s, sqlite3_stmt *row) {
    Period period;
    if (!is_a_release(row, &period))
        return error_set(s->error,
                         "%s n’a pas la forme d’une publication pour %s ;"
                         " refaire l’export",
                         (const char *)sqlite3_column_text(row, 1),
                         (const char *)sqlite3_column_text(row, 2));
    send_column(s, row, 0);
    send_column(s, row, 1);
    copy_text(&s->push->copy, &"dwm"[period.kind], 1);
    send_day(s, period.start);
    send_column(s, row, 3);
    copy_cells(&s->push->copy, sqlite3_column_blob(row, 4), sqlite3_column_int(row, 5));
    return true;
}

static bool send_rows(Sending *s, const char *select, RowSender *sender) {
    sqlite3_stmt *row = NULL;
    bool good = sqlite3_prepare_v2(s->db, select, -1, &row, NULL) == SQLITE_OK;
    int status = SQLITE_ERROR;
    while (good && s->push->copy.good && (status = sqlite3_step(row)) == SQLITE_ROW) {
        good = sender(s, row);
        copy_end_row(&s->push->copy);
    }
    bool whole = status == SQLITE_DONE || !s->push->copy.good;
    if (good && !whole)
        error_set(s->error, "abîmé : %.100s", sqlite3_errmsg(s->db));
    sqlite3_finalize(row);
    return good && whole;
}

/* The fault of the file comes before what the server makes of half a table. */
static bool send_table(Sending *s, const char *table, const char *select, RowSender *sender) {
    copy_begin(&s->push->copy, s->push->server, table);
    bool sent = send_rows(s, select, sender);
    PGresult *result = copy_end(&s->push->copy);
    bool taken = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (sent && !taken)
        refused(result, s->push->server, s->error);
    PQclear(result);
    return sent && taken;
}

/* Of labels only the names of what was counted: what a counselor noted of a day stays at home. */
static bool send_tables(Sending *s) {
    char labels[1024];
    snprintf(labels, sizeof labels, "SELECT * FROM (%s) WHERE tbl IN (SELECT tbl FROM released)",
             source_labels(s->db));
    return send_table(s, "pg_temp.incoming_dict (dict, keys)",
                      "SELECT id, keys FROM dict WHERE id IN (SELECT dict FROM released)",
                      send_columns) &&
           send_table(s, "pg_temp.incoming_released (kiosk, subject, kind, starts, dict, n)",
                      "SELECT kiosk, tbl, period, dict, n,"
                      " length(keys) - length(replace(keys, char(10), ''))"
                      " FROM released JOIN dict ON dict = id",
                      send_release) &&
           send_table(s, "pg_temp.incoming_label (subject, key, lang, name, trade)", labels,
                      send_columns) &&
           send_table(s, "pg_temp.incoming_stop (kiosk, day, n)", "SELECT kiosk, day, n FROM stop",
                      send_columns);
}

/* ---- one file, one transaction --------------------------------------------------------------- */

static bool take(Sending *s, PushCount *count) {
    PGresult *result = ask(s->push->server, "SELECT added, repeated FROM azimut.take()", s->error);
    if (result)
        *count = (PushCount){strtoll(PQgetvalue(result, 0, 0), NULL, 10),
                             strtoll(PQgetvalue(result, 0, 1), NULL, 10)};
    PQclear(result);
    return result;
}

/* A server that goes at this very moment has the whole file or nothing of it: it alone knows. */
static bool commit(Sending *s) {
    bool good = run(s->push->server, "COMMIT", s->error);
    if (!push_is_connected(s->push))
        error_set(s->error, "le serveur a disparu au moment de confirmer : le fichier est entré"
                            " en entier ou pas du tout ; le renvoyer ne change rien de plus");
    return good;
}

static bool send_file(Sending *s, PushCount *count) {
    PGconn *server = s->push->server;
    if (!run(server, "BEGIN", s->error))
        return false;
    if (run(server, "SELECT azimut.begin_push()", s->error) && send_tables(s) && take(s, count))
        return commit(s);
    Error ignored;
    run(server, "ROLLBACK", &ignored);
    return false;
}

/* What is open has one noise only, and goes on: it is nobody's but the kiosk's. */
static bool is_released(sqlite3 *db, Error *error) {
    return (stats_db_number(db, "PRAGMA application_id") == STATS_RELEASED_ID &&
            stats_db_number(db, "SELECT count(*) FROM open") == 0) ||
           error_set(error, "fichier vivant d’une borne, avec des périodes encore ouvertes ;"
                            " prendre l’export de l’espace du personnel");
}

bool push_file(Push *push, const char *path, PushCount *count, Error *error) {
    Error why;
    Sending s = {.push = push, .db = source_open(path, error), .error = &why};
    if (!s.db)
        return false;
    bool good = is_released(s.db, &why) && send_file(&s, count);
    sqlite3_close(s.db);
    return good || error_set(error, "%.120s : %.190s", path, why.text);
}
