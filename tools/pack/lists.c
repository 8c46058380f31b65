#include "tools/pack/lists.h"

#include "tools/pack/schema_value.h"

#include <string.h>

/* "clips" of "clips/clips.yaml", "trades" of "trades/". */
static Slice name_of(Slice file) {
    bool folder = file.len && file.at[file.len - 1] == '/';
    int end = file.len - (folder ? 1 : (int)strlen(".yaml")), from = end;
    while (from > 0 && file.at[from - 1] != '/')
        from--;
    return end > 0 ? slice_cut(file, from, end) : LIT("");
}

/* Those that stand within the records of another have its file. */
static bool is_within(RecordId id) {
    for (int other = 0; other < (int)id; other++)
        if (strcmp(schema_file_of((RecordId)other), schema_file_of(id)) == 0)
            return true;
    return false;
}

Slice list_name(RecordId id) {
    bool written = record_of(id)->owner == RECORD_COUNT && id != RECORD_picture && !is_within(id);
    return written ? name_of(slice_from(schema_file_of(id))) : LIT("");
}

RecordId list_named(Slice name) {
    for (int id = 0; id < RECORD_COUNT; id++)
        if (name.len && slice_equal(list_name((RecordId)id), name))
            return (RecordId)id;
    return RECORD_COUNT;
}

bool list_alone(RecordId id) {
    return record_of(id)->rows == 1 && record_of(id)->owner == RECORD_COUNT;
}

bool list_all_apart(RecordId id) {
    return id == RECORD_trade;
}

bool list_may_be_apart(RecordId id) {
    return list_all_apart(id) || (id >= RECORD_certification && !list_alone(id));
}

const char *list_key(RecordId id) {
    return id == RECORD_item ? "items" : NULL;
}
