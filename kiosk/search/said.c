#include "search/said.h"

#include "search/fold.h"

#include <string.h>

static const char SMALL[] = "le la les l un une des du de d a au aux en et the an of to for";

static const char AROUND[] =
    "ou est sont se trouve trouvent trouver comment aller je j cherche chercher recherche "
    "rechercher voudrais voudrait veux veut vais va pour le la les l un une des du de d a au aux "
    "en "
    "il elle y e eme ieme nde et ce cet cette ces on avec sans t vous nous moi toi plait svp merci "
    "mon ma mes son sa ses notre votre quel quelle quels quelles bonjour s c qu que quoi qui n ne "
    "pas plus tres trop sur dans par si ca veut dire signifie definition faire fait devenir etre "
    "suis ai quand combien pourquoi tout toute tous toutes liste besoin envie aimerais souhaite "
    "chez infos information informations renseignement renseignements temps dure duree age "
    "minimum maximum partir savoir connaitre difference entre peux peut faut fils fille enfant "
    "enfants petit petite "
    "horaire heure ouvert ouverte ouverture ferme prix cout coute salaire inscrire sinscrire "
    "where is are can the an to find get how do i m looking for please at of go my our your hello "
    "there what does mean means when open opening hour price cost become in on with and or want "
    "need like would about be some any";

static const char OF_ANYTHING[] = "salle bureau espace lieu room office place formation metier cap "
                                  "bac pro bts titre diplome stage cour ecole lycee trade course "
                                  "training job machine apprentissage alternance atelier";

static bool is_one_of(const char *words, Slice word) {
    return fold_has(slice_from(words), word) || fold_has(slice_from(words), fold_stem(word));
}

bool said_around(Slice word) {
    return is_one_of(AROUND, word);
}

bool said_of_anything(Slice word) {
    return is_one_of(OF_ANYTHING, word);
}

static bool is_small(Slice word) {
    return fold_has(slice_from(SMALL), word);
}

static bool is_nothing(Slice word) {
    (void)word;
    return false;
}

static int join(Slice words, bool (*left_out)(Slice word), char *out, int size) {
    int len = 0;
    Slice word;
    while (fold_next(&words, &word)) {
        Slice stem = fold_stem(word);
        if (left_out(word) || len + (len > 0) + stem.len > size)
            continue;
        if (len)
            out[len++] = ' ';
        memcpy(out + len, stem.at, (size_t)stem.len);
        len += stem.len;
    }
    return len;
}

int said_light(Slice words, char *out, int size) {
    return join(words, is_small, out, size);
}

int said_bare(Slice words, char *out, int size) {
    int len = join(words, said_around, out, size);
    return len ? len : join(words, is_nothing, out, size);
}
