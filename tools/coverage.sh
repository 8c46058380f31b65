#!/bin/bash
# How much of each folder the tests have run, from what a build with --coverage wrote down. usage: tools/coverage.sh BUILD
cd "$(dirname "$0")/.." || exit 1
build=$1
gcovr --root . --filter kiosk/ --filter tools/ --csv "$build/asan" >"$build/lines.csv" || exit 1
# filename,line_total,line_covered,…
awk -F, 'NR > 1 {
        folder = $1
        sub("/[^/]*$", "", folder)
        total[folder] += $2; covered[folder] += $3
        all += $2; all_covered += $3
    }
    END {
        for (f in total)
            printf "%-24s %6d lines %6.1f %%\n", f, total[f], 100 * covered[f] / total[f]
        printf "%-24s %6d lines %6.1f %%\n", "~ all", all, 100 * all_covered / all
    }' "$build/lines.csv" | sort | sed 's/^~ all/all  /' | tee "$build/report.txt"
