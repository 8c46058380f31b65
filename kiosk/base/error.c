#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* What is too long ends behind a whole letter. */
static void mend_end(char *text) {
    size_t len = strlen(text);
    while (len && ((unsigned char)text[len - 1] & 0xC0) == 0x80)
        len--;
    len -= len > 0;
    text[len] = 0;
}

bool error_set(Error *error, const char *format, ...) {
    va_list list;
    va_start(list, format);
    if (vsnprintf(error->text, sizeof error->text, format, list) >= (int)sizeof error->text)
        mend_end(error->text);
    va_end(list);
    return false;
}

/* Of the others the system has words of its own. */
static const struct {
    int fault;
    const char *why;
} WHY[] = {{ENOENT, "il n’existe pas"},
           {EACCES, "l’accès est refusé"},
           {EPERM, "ce n’est pas permis"},
           {ENOTDIR, "une partie du chemin n’est pas un dossier"},
           {EISDIR, "c’est un dossier"},
           {ENOSPC, "le disque est plein"},
           {EFBIG, "le fichier devient trop grand pour ce disque"},
           {EDQUOT, "la place accordée est épuisée"},
           {EROFS, "le support est protégé en écriture"},
           {EIO, "le support ne répond pas bien"},
           {EEXIST, "il existe déjà"},
           {ELOOP, "c’est un lien qui ne mène à rien"},
           {ENAMETOOLONG, "le nom est trop long"},
           {EMFILE, "trop de fichiers sont ouverts"},
           {ENOMEM, "la mémoire manque"}};

const char *error_why(int fault) {
    for (size_t i = 0; i < sizeof WHY / sizeof *WHY; i++)
        if (WHY[i].fault == fault)
            return WHY[i].why;
    return strerror(fault);
}
