#include "tools/studio/change.h"

#include "tools/sources/yaml_patch.h"
#include "tools/studio/faults.h"
#include "tools/studio/entry_form.h"
#include "tools/studio/versions.h"

bool change_write(Desk *d, Slice file, Slice bytes, StudioWord what, Slice name, Error *error) {
    Slice told = studio_sentence(d->arena, d->lang, what, name, LIT(""));
    bool good = versions_before(d, file, told, error) && folder_write(d, file, bytes, error);
    if (good)
        faults_stale(d->studio);
    return good && versions_after(d, file, told, error);
}

bool change_remove(Desk *d, Slice file, StudioWord what, Slice name, Error *error) {
    Slice told = studio_sentence(d->arena, d->lang, what, name, LIT(""));
    bool good = versions_before(d, file, told, error) && folder_remove(d, file, error);
    if (good)
        faults_stale(d->studio);
    return good && versions_after(d, file, told, error);
}

/* Read again before anything is written: an author's file is never left worse than it was. */
static bool reads_so(Desk *d, Slice text, const YamlNode *want) {
    Report quiet = {0};
    const YamlNode *root = yaml_read(&quiet, d->arena, LIT("new"), text);
    report_free(&quiet);
    return root && entry_form_same(root, want);
}

bool change_yaml(Desk *d, const Source *source, const YamlNode *want, StudioWord what, Slice name,
                 Error *error) {
    Slice text = yaml_patched(d->arena, source->bytes, source->root, want);
    if (!reads_so(d, text, want))
        return studio_refuse(d, error, STUDIO_NOT_UNDERSTOOD, source->file, "");
    return slice_equal(text, source->bytes) ||
           change_write(d, source->file, text, what, name, error);
}
