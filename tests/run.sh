#!/bin/sh
# Runs the rule scripts and every test program, as many at once as there are processors; says how it went, ends non-zero if
# anything failed. usage: tests/run.sh BUILD PROGRAM…
build=$1
shift
export AZIMUT_BUILD="$build"
export ASAN_OPTIONS="detect_leaks=1:abort_on_error=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export LSAN_OPTIONS="suppressions=tests/leaks.supp:print_suppressions=0"
export LC_ALL=C.UTF-8
results=$(mktemp)
trap 'rm -f "$results"' EXIT

# The long ones first, so that no processor waits for the last.
long="$build/asan/tests/screens/sweep_lying_test $build/asan/tests/screens/sweep_standing_test tests/tools/pack.sh tests/tools/clips.sh"
tests=$long
for test in tests/*.sh tests/*/*.sh "$@"; do
    case $test in tests/run.sh | tests/race.sh | tests/support/* | tests/fuzz/* | tests/soak/*) continue ;; esac # not tests: sourced, or longer than one
    case " $long " in *" $test "*) ;; *) tests="$tests $test" ;; esac
done

# One line a test with its seconds, and before it, of a failed one, all that it said, in one piece. What hangs is ended, with
# all that it has started, and has failed: nobody waits for it an hour.
# shellcheck disable=SC2016,SC2086
printf '%s\n' $tests | xargs -P "$(nproc)" -n 1 sh -c '
    began=$(date +%s)
    if said=$(timeout -k 10 "${TEST_PATIENCE_S:-900}" "$0" 2>&1); then verdict="ok   "; else verdict=$(printf "%s\nFAIL " "$said"); fi
    printf "%s %s, %s s\n" "$verdict" "$0" $(($(date +%s) - began))' | tee "$results"
passed=$(grep -ac "^ok    " "$results")
failed=$(grep -ac "^FAIL  " "$results")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
