#!/bin/bash
# The code is formatted as .clang-format says, and no line of it is longer than a hundred columns.
cd "$(dirname "$0")/.." || exit 1
export LC_ALL=C.UTF-8
status=0
git ls-files '*.c' '*.h' | xargs clang-format --dry-run -Werror 2>&1 | grep -m 20 . && status=1
git ls-files '*.c' '*.h' | xargs grep -nE '^.{101,}$' && status=1
[ $status -eq 0 ] || echo "run: make format"
exit $status
