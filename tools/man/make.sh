#!/bin/sh
# Prints the man page of a program: what is written in tools/man, with the synopsis, the commands
# and the options that the program's own --help says. usage: tools/man/make.sh PATH-OF-PROGRAM
# RUN: what starts a program of another machine.
help=$(LC_ALL=en ${RUN:-} "$1" --help) || exit 1
awk -v help="$help" '
    # "--at ISO8601 | -o FILE" in the words of mdoc.
    function said(text,    word, count, i, out) {
        count = split(text, word, " ")
        for (i = 1; i <= count; i++) {
            if (word[i] ~ /^-/) out = out " Fl " substr(word[i], 2)
            else if (word[i] == "|") out = out " |"
            else out = out " Ar " word[i]
        }
        return substr(out, 2)
    }
    # The first piece: up to a blank that is not within brackets; a needed option takes its value.
    function piece(text,    i, c, depth) {
        for (i = 1; i <= length(text); i++) {
            c = substr(text, i, 1)
            if (c ~ /[[(]/) depth++
            if (c ~ /[])]/) depth--
            if (c == " " && !depth && !(text ~ /^-/ && substr(text, 1, i - 1) !~ / /)) break
        }
        return substr(text, 1, i - 1)
    }
    function put_usage(text, commands,    part) {
        sub(/^(usage:)? */, "", text)
        print ".Nm " piece(text)
        text = substr(text, length(piece(text)) + 2)
        for (; text != ""; text = substr(text, length(part) + 2)) {
            part = piece(text)
            if (commands) print ".Cm " part
            else if (part ~ /^\[/) print ".Op " said(substr(part, 2, length(part) - 2))
            else if (part ~ /^\(/) print ".Pq " said(substr(part, 2, length(part) - 2))
            else print "." said(part)
            commands = 0
        }
    }
    function put_synopsis(    i, text, commands) {
        commands = help ~ /\ncommands:\n/
        text = line[1]
        for (i = 2; line[i] != ""; i++) {
            if (line[i] ~ /^       azimut/) { put_usage(text, commands); text = line[i] }
            else { sub(/^ */, " ", line[i]); text = text line[i] }
        }
        put_usage(text, commands)
    }
    # "route PACK"
    function put_command(head,    name) {
        match(head, /^[a-z]+/)
        name = substr(head, 1, RLENGTH)
        head = said(substr(head, RLENGTH + 1))
        print ".It Cm " name (head == "" ? "" : " " head)
    }
    function put_list(title,    i, head) {
        for (i = 1; line[i] != title; i++) continue
        print ".Bl -tag -width Ds"
        for (i++; line[i] != ""; i += 2) {
            head = line[i]
            sub(/^ */, "", head)
            if (title == "commands:") put_command(head)
            else print ".It " said(head)
            sub(/^ */, "", line[i + 1])
            gsub(/--/, "\\-\\-", line[i + 1])
            print line[i + 1] "."
        }
        print ".El"
    }
    BEGIN { split(help, line, "\n") }
    /^@SYNOPSIS@$/ { put_synopsis(); next }
    /^@COMMANDS@$/ { put_list("commands:"); next }
    /^@OPTIONS@$/ { put_list("options:"); next }
    { print }' "$(dirname "$0")/$(basename "$1").in"
