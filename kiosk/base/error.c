#include "base/error.h"

#include "base/message.h"

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
    if (vsnprintf(error->text, sizeof error->text, message(format), list) >=
        (int)sizeof error->text)
        mend_end(error->text);
    va_end(list);
    return false;
}

/* Of the others the system has words of its own. */
static const struct {
    int fault;
    const char *why;
} WHY[] = {{ENOENT, MESSAGE("il n’existe pas")},
           {EACCES, MESSAGE("l’accès est refusé")},
           {EPERM, MESSAGE("ce n’est pas permis")},
           {ENOTDIR, MESSAGE("une partie du chemin n’est pas un dossier")},
           {EISDIR, MESSAGE("c’est un dossier")},
           {ENOSPC, MESSAGE("le disque est plein")},
           {EFBIG, MESSAGE("le fichier devient trop grand pour ce disque")},
           {EDQUOT, MESSAGE("la place accordée est épuisée")},
           {EROFS, MESSAGE("le support est protégé en écriture")},
           {EIO, MESSAGE("le support ne répond pas bien")},
           {EEXIST, MESSAGE("il existe déjà")},
           {ELOOP, MESSAGE("c’est un lien qui ne mène à rien")},
           {ENAMETOOLONG, MESSAGE("le nom est trop long")},
           {EMFILE, MESSAGE("trop de fichiers sont ouverts")},
           {ENOMEM, MESSAGE("la mémoire manque")}};

const char *error_why(int fault) {
    for (size_t i = 0; i < sizeof WHY / sizeof *WHY; i++)
        if (WHY[i].fault == fault)
            return message(WHY[i].why);
    return strerror(fault);
}
