#include "tools/sources/xml_why.h"

#include "base/message.h"

const char *xml_why(enum XML_Error code) {
    switch (code) {
    case XML_ERROR_SYNTAX:
    case XML_ERROR_NO_ELEMENTS:
        return message("ce n’est pas du XML, qui commence par une balise <…>");
    case XML_ERROR_INVALID_TOKEN:
        return message("un signe n’est pas à sa place ici : & s’écrit &amp; et < s’écrit &lt;");
    case XML_ERROR_UNCLOSED_TOKEN:
        return message("une balise commence ici et ne finit pas");
    case XML_ERROR_PARTIAL_CHAR:
        return message("le fichier s’arrête au milieu d’un signe");
    case XML_ERROR_TAG_MISMATCH:
        return message("la balise fermée ici n’est pas celle qui est ouverte");
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
        return message("un attribut est écrit deux fois dans la même balise");
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        return message("quelque chose suit la dernière balise ; l’effacer");
    case XML_ERROR_UNDEFINED_ENTITY:
        return message("un nom entre & et ; n’est pas connu ici ; écrire le signe lui-même");
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
        return message(
            "le fichier annonce un autre jeu de caractères que le sien ; l’enregistrer en UTF-8");
    case XML_ERROR_UNBOUND_PREFIX:
        return message("un préfixe avant : n’est pas déclaré (xmlns)");
    default:
        return message("l’écriture n’est pas du XML ici");
    }
}
