#!/bin/sh
# Harms packs in every way, twice: under limits, and under the sanitizers.
# usage: tests/soak/packs.sh BUILD COUNT SEED
set -eu
build=$1 count=$2 seed=$3
work=$build/soak/packs
rm -rf "$work"
mkdir -p "$work/plain" "$work/asan"
echo "as installed:"
"$build/soak/pack_mutants" "$build" "$work/plain" "$count" "$seed" || status=1
echo "under the sanitizers:"
export ASAN_OPTIONS="log_path=$work/asan/report:exitcode=99:allocator_may_return_null=1"
ASAN_OPTIONS="$ASAN_OPTIONS:detect_leaks=0" # every process ends where it stands
export UBSAN_OPTIONS="log_path=$work/asan/report:print_stacktrace=1"
"$build/asan/tests/soak/pack_mutants" "$build" "$work/asan" "$count" "$seed" || status=1
cat "$work"/asan/report.* 2>/dev/null || true
exit "${status:-0}"
