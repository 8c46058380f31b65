#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

bool error_set(Error *error, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(error->text, sizeof error->text, format, list);
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
