#include "tools/studio/change.h"

#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"
#include "tools/studio/faults.h"
#include "tools/studio/versions.h"

#include <string.h>

/* It is changed: what cannot be kept of it now is a warning, and no reason to say that it is not.
 */
static bool told_after(Desk *d, Slice file, Slice told) {
    Error why;
    faults_stale(d->studio);
    if (!versions_after(d, file, told, &why))
        studio_warn(d, slice_from(why.text));
    return true;
}

bool change_write(Desk *d, Slice file, Slice bytes, StudioWord what, Slice name, Error *error) {
    Slice told = studio_sentence(d->arena, d->lang, what, name, LIT(""));
    Source now, then;
    if (!folder_read(d, file, &now, error) || !versions_before(d, file, told, error) ||
        !folder_read(d, file, &then, error))
        return false;
    if (strcmp(now.hash, then.hash) != 0) /* git takes its time, in which an editor may save */
        return studio_refuse(d, error, STUDIO_CHANGED_MEANWHILE, file, "");
    return folder_write(d, file, bytes, error) && told_after(d, file, told);
}

bool change_take(Desk *d, Slice file, const char *from, StudioWord what, Slice name, Error *error) {
    Slice told = studio_sentence(d->arena, d->lang, what, name, LIT(""));
    return versions_before(d, file, told, error) && folder_take(d, file, from, error) &&
           told_after(d, file, told);
}

bool change_remove(Desk *d, Slice file, StudioWord what, Slice name, Error *error) {
    Slice told = studio_sentence(d->arena, d->lang, what, name, LIT(""));
    return versions_before(d, file, told, error) && folder_remove(d, file, error) &&
           told_after(d, file, told);
}

/* Read again before anything is written: an author's file is never left worse than it was. */
static bool reads_so(Desk *d, Slice text, const YamlNode *want) {
    Report quiet = {0};
    const YamlNode *root = yaml_read(&quiet, d->arena, LIT("new"), text);
    report_free(&quiet);
    return root && yaml_same(root, want);
}

bool change_new(Desk *d, Slice file, Slice text, const YamlNode *want, StudioWord what, Slice name,
                Error *error) {
    if (!reads_so(d, text, want))
        return studio_refuse(d, error, STUDIO_NOT_UNDERSTOOD, file, "");
    return change_write(d, file, text, what, name, error);
}

bool change_yaml(Desk *d, const Source *source, const YamlNode *want, StudioWord what, Slice name,
                 Error *error) {
    Slice text = yaml_patched(d->arena, source->bytes, source->root, want);
    if (!reads_so(d, text, want))
        return studio_refuse(d, error, STUDIO_NOT_UNDERSTOOD, source->file, "");
    return slice_equal(text, source->bytes) ||
           change_write(d, source->file, text, what, name, error);
}
