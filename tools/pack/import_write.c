#include "tools/pack/import_parts.h"

#include "base/error.h"
#include "base/file.h"

#include <errno.h>

static bool say_not_written(Import *import, const ImportFile *file) {
    report_fault(import->report, file->path, 1, "ce fichier ne s’écrit pas : %s", error_why(errno));
    return false;
}

static bool begin_file(Import *import, const ImportFile *file, FilePart *part) {
    return file_begin(part, file->path.at, file->text.at, (size_t)file->text.len, 0644) ||
           say_not_written(import, file);
}

/* All lie beside before the first takes its place. */
bool import_write_files(Import *import, ImportFile *file, int count) {
    FilePart *part = arena_array(import->arena, FilePart, count + 1);
    int begun = 0;
    while (begun < count && begin_file(import, &file[begun], &part[begun]))
        begun++;
    bool good = begun == count;
    int done = 0;
    while (good && done < begun) {
        good = file_finish(&part[done]) || say_not_written(import, &file[done]);
        done += good;
    }
    for (int i = done; i < begun; i++)
        file_abandon(&part[i]);
    for (int i = 0; i < done && !good; i++) /* so that nobody is told that nothing is written */
        report_warn(import->report, file[i].path, 1, 0, "ce fichier, lui, est écrit");
    import->partly = !good && done;
    return good;
}
