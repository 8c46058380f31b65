#!/bin/bash
# Files of registers into a content folder: small made-up ones in the shape of the real ones
# (registers/), then what is said of those that changed, and that a long one costs no memory.
set -u
pack=$AZIMUT_BUILD/asan/azimut-pack
from=tests/tools/registers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fault() { echo "$1"; status=1; }
campus=$work/campus
import() { "$pack" import "$@" "$campus" > "$work/said" 2>&1; }
said() { grep -qE "$1" "$work/said" || fault "expected: $1
got: $(cat "$work/said")"; }

fresh() {
    rm -rf "$campus" && mkdir "$campus"
    cp -r content/campus/{campus.yaml,families.yaml,trades,desks.yaml,certifications.yaml,courses} "$campus"
    sed -i 's/^- id: bac-pro-produits-mecaniques/&\n  rncp: RNCP90002/' "$campus/certifications.yaml"
}

# refuse "what is said" KIND FILE: and nothing is written.
refuse() {
    fresh && [ -n "${4:-}" ] && sed -i "$4" "$campus/certifications.yaml"
    rm -rf "$work/before" && cp -r "$campus" "$work/before"
    import "$2" "$3" && fault "taken: $3"
    said "$1"
    diff -r "$work/before" "$campus" > /dev/null || fault "half-written: $3"
}

# ---- RNCP ----
xml=$from/rncp-v4-2026-11-01.xml
fresh
import rncp "$xml" || fault "not taken: $(cat "$work/said")"
cat > "$work/wanted" << 'END'
- id: bac-pro-produits-mecaniques
  rncp: RNCP90002
  kind: bac-pro
  level: 4
  name: "Technicien inventé en réalisation de produits"
  short: "Produits mécaniques"
  trades: [usinage, ajustage]
  blocks:
    - code: RNCP90002BC01
      name: "Préparer une fabrication inventée"
      evidence: "Mise en situation Entretien oral"
    - code: RNCP90002BC02
      name: "Régler et usiner une pièce inventée"
  illustrative: false
  until: 2028-08-31
  source: "France compétences, RNCP"
  imported: 2026-11-01
  licence: "Licence Ouverte 2.0"
END
diff "$work/wanted" <(sed 1d "$campus/certifications.yaml") || fault "another certification than in the register"
head -1 "$campus/certifications.yaml" | grep -q '^# ' || fault "a remark is gone"

# The two tables say the same, without how one is assessed.
cp "$campus/certifications.yaml" "$work/by-xml"
fresh
import rncp "$from/rncp-standard-2026-11-01.csv" || fault "not taken: $(cat "$work/said")"
import rncp "$from/rncp-blocs-2026-11-01.csv" || fault "not taken: $(cat "$work/said")"
diff <(grep -v evidence "$work/by-xml" | sort) <(sort "$campus/certifications.yaml") || fault "tables and XML differ"

refuse 'certifications.yaml:3: RNCP999 n’est pas dans .*xml ; corriger rncp' rncp "$xml" 's/RNCP90002/RNCP999/'
refuse 'aucune certification du dossier n’a de numéro' rncp "$xml" '/rncp:/d'
changed() { sed "$2" "$1" > "$work/changed.${1##*.}"; }
changed "$xml" 's/INTITULE>/TITRE>/g'; refuse 'changed.xml:13: l’élément INTITULE manque dans la fiche RNCP90002 : le format a changé' rncp "$work/changed.xml"
changed "$xml" 's/NIVEAU>/DEGRE>/g'; refuse 'NOMENCLATURE_EUROPE/NIVEAU manque' rncp "$work/changed.xml"
changed "$xml" 's/NUMERO_FICHE>/NUMERO>/g'; refuse 'aucun élément FICHE/NUMERO_FICHE' rncp "$work/changed.xml"
changed "$xml" 's/FICHES>/REPERTOIRE>/'; refuse 'la racine est <REPERTOIRE>, pas <FICHES>' rncp "$work/changed.xml"
changed "$xml" 's/LIBELLE>/NOM>/g'; refuse 'CODE ou LIBELLE manque dans un bloc' rncp "$work/changed.xml"
changed "$xml" '$d'; refuse 'changed.xml:[0-9]+:[0-9]+: ce fichier XML n’est pas bien formé' rncp "$work/changed.xml"
changed "$xml" '1a <!DOCTYPE FICHES [<!ENTITY a "aaaa">]>'; refuse 'une déclaration d’entité' rncp "$work/changed.xml"
changed "$from/rncp-standard-2026-11-01.csv" '1s/Intitule/Nom/'; refuse 'changed.csv:1: la colonne « Intitule » manque ; l’en-tête a changé : Id_Fiche, Numero_Fiche, Nom, ' rncp "$work/changed.csv"
changed "$from/rncp-blocs-2026-11-01.csv" '1s/Bloc_Competences_Libelle/Libelle/'; refuse 'la colonne « Bloc_Competences_Libelle » manque' rncp "$work/changed.csv"
refuse 'ne peut pas être lu' rncp "$work/nothing.xml"

# A long register: RNCP_MB=200 tries the whole one. What is not wanted is not kept: 100 MB of heap are
# enough, whatever the length.
big() {
    awk -v mb="$1" 'BEGIN {
        print "<?xml version=\"1.0\" encoding=\"UTF-8\"?><FICHES>"
        for (i = 0; i < 60; i++) long = long "une phrase de la fiche, avec tout ce que le registre en dit &amp; plus ; "
        for (n = 10000; bytes < mb * 1048576; n++) {
            fiche = "<FICHE><ID_FICHE>" n "</ID_FICHE><NUMERO_FICHE>RNCP" n "</NUMERO_FICHE><INTITULE>Fiche " n "</INTITULE>" \
                "<NOMENCLATURE_EUROPE><NIVEAU>NIV5</NIVEAU></NOMENCLATURE_EUROPE><ACTIVITES_VISEES>" long "</ACTIVITES_VISEES>" \
                "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP" n "BC01</CODE><LIBELLE>Bloc</LIBELLE><LISTE_COMPETENCES>" long \
                "</LISTE_COMPETENCES></BLOC_COMPETENCES></BLOCS_COMPETENCES></FICHE>"
            print fiche
            bytes += length(fiche)
        }
        print "</FICHES>" }'
}
fresh
big "${RNCP_MB:-20}" | sed '/<\/FICHES>/d' > "$work/big.xml"
sed '1,/<VERSION_FLUX/d' "$xml" >> "$work/big.xml"
(ulimit -d 102400; time "$AZIMUT_BUILD/azimut-pack" import rncp "$work/big.xml" "$campus") > "$work/said" 2>&1 ||
    fault "the whole register: $(cat "$work/said")"
[ -z "${RNCP_MB:-}" ] || { du -m "$work/big.xml"; cat "$work/said"; }
grep -q 'code: RNCP90002BC02' "$campus/certifications.yaml" || fault "the last of a long register is not found"

exit $status
