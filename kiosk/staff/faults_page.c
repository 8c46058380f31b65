#include "staff/faults_page.h"

#include "base/file.h"
#include "base/message.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_BYTES 600

static const char HEAD[] =
    "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n"
    "<style>body{font:1.1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
    "h2{font-size:1.1rem;margin:1.6rem 0 .3rem}li{margin:.3rem 0}b{white-space:nowrap}</style>\n"
    "</head><body>\n";

static const char *said(const Made *made, const char *sentence) __attribute__((format_arg(2)));

static const char *said(const Made *made, const char *sentence) {
    return message_in(made->lang, sentence);
}

static void put_text(FILE *out, Slice text) {
    for (int i = 0; i < text.len; i++) {
        if (text.at[i] == '<')
            fputs("&lt;", out);
        else if (text.at[i] == '&')
            fputs("&amp;", out);
        else
            putc(text.at[i], out);
    }
}

/* A file a heading, a fault a line: they come in that order. */
static void put_faults(FILE *out, const Made *made, bool warnings) {
    Slice file = {0};
    for (int i = 0; i < made->count; i++) {
        const Fault *fault = &made->fault[i];
        if (fault->warning != warnings)
            continue;
        if (!slice_equal(file, fault->file)) {
            fputs(file.len ? "</ul>\n<h2>" : "<h2>", out);
            put_text(out, file = fault->file);
            fputs("</h2>\n<ul>\n", out);
        }
        fprintf(out, said(made, MESSAGE("<li><b>ligne %d</b> : ")), fault->line);
        put_text(out, fault->words);
        fputs("</li>\n", out);
    }
    if (file.len)
        fputs("</ul>\n", out);
}

static void put_page(FILE *out, const char *folder, const Made *made) {
    const char *name = strrchr(folder, '/');
    fprintf(out, HEAD, made->lang, said(made, MESSAGE("À corriger")));
    if (made->faults)
        fprintf(out, said(made, MESSAGE("<h1>À corriger : %d</h1>\n")), made->faults);
    else
        fputs(said(made, MESSAGE("<h1>Rien à corriger</h1>\n")), out);
    fputs(said(made, MESSAGE("<p>Dossier : ")), out);
    put_text(out, slice_from(name ? name + 1 : folder));
    fputs(made->faults
              ? said(made, MESSAGE(". La borne montre toujours l’ancien contenu. Corriger, "
                                   "puis remettre la clé.</p>\n"))
              : ".</p>\n",
          out);
    put_faults(out, made, false);
    if (made->count > made->faults) {
        fputs(said(made, MESSAGE("<h1>À relire, sans urgence</h1>\n")), out);
        put_faults(out, made, true);
    }
    fputs("</body></html>\n", out);
}

/* A link that somebody made on the stick would lead off it. */
static void drop_link(const char *path) {
    struct stat info;
    if (lstat(path, &info) == 0 && S_ISLNK(info.st_mode))
        unlink(path);
}

static bool put_file(const char *path, const char *bytes, size_t size) {
    FilePart file;
    drop_link(path);
    return file_begin(&file, path, bytes, size, 0644) && file_finish(&file);
}

int faults_page_write(const char *stick, const char *folder, const Made *made) {
    char path[PATH_BYTES], *bytes = NULL;
    size_t size = 0;
    if (snprintf(path, sizeof path, "%s/" FAULTS_PAGE, stick) >= (int)sizeof path)
        return ENAMETOOLONG;
    FILE *out = open_memstream(&bytes, &size);
    if (!out)
        abort();
    put_page(out, folder, made);
    fclose(out);
    int why = put_file(path, bytes, size) ? 0 : errno;
    free(bytes);
    return why;
}
