/* Any bytes as an author's plan: libFuzzer looks for those that the importer cannot bear. `make
 * fuzz`. */
#include "tools/import/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Report report = {0};
    Plan plan;
    ImportFile file = {LIT("plan.osm"), {(const char *)data, (int)size}};
    bool good = import_plan(&file, 1, (TradeIds){0}, &report, &arena, &plan);
    if (good != (report.faults == 0)) /* what is not built is said, what is built has no fault */
        __builtin_trap();
    report_free(&report);
    arena_free(&arena);
    return 0;
}
