#!/bin/sh
# The picture of the house, from kiosk/LAYERS: prints it for Graphviz. An arrow says "may include";
# what follows from other arrows is left out. usage: tools/layers.sh | dot -Tsvg
cd "$(dirname "$0")/.." || exit 1
files=$(git ls-files "kiosk/*.[ch]" "tools/*.[ch]" | sed "s/^kiosk.//; s/.[^/]*$//" | sort -u |
    tr "\n" " ")
awk -v holders=" $files main.c " '
    # The folder around it; tools/ is none: programs have nothing in common.
    function around(folder) {
        return folder ~ /^tools\// ? "" : substr(folder, 1, match(folder, /\/[^\/]*$/) - 1)
    }
    function drawn(folder) { return index(holders, " " folder " ") }
    # May include: what its row says, and what is around it, and what that may.
    function allow(folder, from,    word, count, i) {
        count = split(row[from], word, " ")
        for (i = 1; i <= count; i++) may[folder, word[i]] = 1
        if (around(from) != "") { may[folder, around(from)] = 1; allow(folder, around(from)) }
    }
    function reaches(from, to, direct,    i) {
        for (i = 1; i <= rows; i++)
            if (drawn(name[i]) && may[from, name[i]] && !(direct && name[i] == to) &&
                (name[i] == to || reaches(name[i], to, 0))) return 1
        return 0
    }
    function box(folder,    label) {
        label = folder
        sub(/.*\//, "", label)
        printf "%s    \"%s\" [label=\"%s\"]\n", indent, folder, label
    }
    function group(title,    i) {
        printf "    subgraph \"cluster %s\" {\n", title
        printf "        label=\"%s\"; labeljust=r\n", title
        indent = "    "
        for (i = 1; i <= rows; i++)
            if (drawn(name[i]) && (name[i] == title || index(name[i], title "/") == 1)) {
                box(name[i]); grouped[name[i]] = 1
            }
        indent = ""
        print "    }"
    }
    /^[a-z][a-z_.\/]*:/ {
        name[++rows] = substr($1, 1, length($1) - 1)
        $1 = ""
        row[name[rows]] = $0
    }
    END {
        font = "fontname=\"Inter,Helvetica,Arial,sans-serif\""
        print "digraph layers {"
        print "    rankdir=BT; ranksep=0.6; nodesep=0.22; newrank=true; bgcolor=\"white\""
        print "    graph [" font ", fontsize=13, color=\"#9AA5B1\", style=rounded]"
        print "    node [" font ", fontsize=13, height=0.36, shape=box, style=\"rounded,filled\","
        print "          fillcolor=\"#E8EEF4\", color=\"#52606D\"]"
        print "    edge [color=\"#52606D\", arrowsize=0.6]"
        for (i = 1; i <= rows; i++) allow(name[i], name[i])
        group("screens"); group("platform"); group("tools")
        for (i = 1; i <= rows; i++) if (drawn(name[i]) && !grouped[name[i]]) box(name[i])
        for (i = 1; i <= rows; i++)
            for (k = 1; k <= rows; k++)
                if (drawn(name[i]) && drawn(name[k]) && may[name[i], name[k]] &&
                    !reaches(name[i], name[k], 1))
                    printf "    \"%s\" -> \"%s\"\n", name[i], name[k]
        print "}"
    }' kiosk/LAYERS
