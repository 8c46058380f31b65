#!/bin/sh
# Runs the rule scripts and every test program, says how it went, ends non-zero if anything failed.
# usage: tests/run.sh BUILD PROGRAM…
build=$1
shift
export AZIMUT_BUILD="$build"
export ASAN_OPTIONS="detect_leaks=1:abort_on_error=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export LSAN_OPTIONS="suppressions=tests/leaks.supp:print_suppressions=0"
passed=0
failed=0
export LC_ALL=C.UTF-8
for check in tests/layers.sh tests/prose.sh tests/*/*.sh "$@"; do
    case $check in tests/support/* | tests/fuzz/*) continue ;; esac # not tests: sourced, or longer than a test may take
    if output=$("$check" 2>&1); then
        echo "ok    $check"
        passed=$((passed + 1))
    else
        printf '%s\n' "$output"
        echo "FAIL  $check"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
