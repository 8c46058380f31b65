#!/bin/bash
# What a header declares is used by somebody outside its module: the rest is static, or gone. The
# files x_part.c of a module x are outside of each other; a test counts as somebody.
cd "$(dirname "$0")/.." || exit 1
git ls-files 'kiosk/*.[ch]' 'tools/*.[ch]' 'tests/*.[ch]' | xargs awk '
    function module(file) { sub(/\.[ch]$/, "", file); return file }
    FNR == 1 { me = module(FILENAME); header = FILENAME ~ /^(kiosk|tools).*\.h$/ && FILENAME !~ /^tools\/pack\// }
    # Declared: a line that begins with a type and has the name right before a parenthesis.
    header && /^[A-Za-z].*[ *][a-z][a-z_0-9]*\(/ && !/^(typedef|static|extern|#)/ {
        name = $0
        sub(/\(.*/, "", name)
        sub(/.*[ *]/, "", name)
        if (!(name in home)) { home[name] = me; place[name] = FILENAME ":" FNR }
    }
    # Every word of every file but those in comments; what a macro of the header says, others use.
    {
        line = $0
        gsub(/\/\*.*\*\//, "", line)
        if (line ~ /^ *(\/\*|\* )/) next
        macro = header && (line ~ /^#define/ || continued)
        continued = macro && line ~ /\\$/
        user_now = macro ? me " macro" : me
        while (match(line, /[a-z][a-z_0-9]+/)) {
            word = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (last[word] != user_now) { last[word] = user_now; users[word] = users[word] " " user_now }
        }
    }
    END {
        for (name in home) {
            count = split(users[name], user, " ")
            outside = 0
            for (i = 1; i <= count; i++) outside += user[i] != home[name]
            found++
            if (!outside) { dead++; print place[name] ": " name " is used by nobody else" }
        }
        if (found < 500) print "hardly a declaration is found: " found
        exit dead > 0 || found < 500
    }'
