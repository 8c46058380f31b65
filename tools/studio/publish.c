#include "tools/studio/publish.h"

#include "base/message.h"
#include "tools/pack/schema_value.h"
#include "tools/sources/yaml_edit.h"
#include "tools/sources/yaml_patch.h"
#include "tools/studio/change.h"
#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { NUMBER_MOST = 1000000000 };

void publish_forget(void *order) {
    sodium_memzero(order, sizeof(PublishOrder));
    free(order);
}

static void say(Desk *d, StudioWord word, Slice file, Slice why) {
    job_say(d, studio_sentence(d->arena, d->lang, word, file, why));
}

/* After "azimut-pack: ", in what a program says, comes the sentence. */
static Slice sentence_in(Slice said) {
    int at = slice_find(said, LIT("azimut-pack: "));
    return slice_trim(at < 0 ? said : slice_cut(said, at + 13, said.len));
}

/* Faults are for the page of them; what is said here is how many. */
static bool build(Desk *d, const char *pack) {
    const char *const arguments[] = {faults_tool(d->studio, d->arena, "azimut-pack"),
                                     "build",
                                     d->studio->folder,
                                     "-o",
                                     pack,
                                     NULL};
    say(d, STUDIO_JOB_BUILD, LIT(""), LIT(""));
    Child child = child_run(d->arena, NULL, LIT(""), arguments);
    if (child.status < 0)
        say(d, STUDIO_NO_TOOL, LIT("azimut-pack"), slice_trim(child.wrong));
    else if (child.status > 0)
        say(d, STUDIO_JOB_FAULTS, LIT(""), sentence_in(child.wrong));
    return child.status == 0;
}

/* Behind its question for the password and the name of the file. */
static Slice warning_in(Slice said) {
    int at = slice_find(said, slice_from(message("avertissement : ")));
    return at < 0 ? LIT("") : slice_trim(slice_cut(said, at, said.len));
}

static bool sign(Desk *d, const char *pack, const PublishOrder *order) {
    const char *const arguments[] = {
        faults_tool(d->studio, d->arena, "azimut-pack"), "sign", pack, "-k", order->key, NULL};
    char typed[sizeof order->password + 2];
    snprintf(typed, sizeof typed, "%s\n", order->password);
    say(d, STUDIO_JOB_SIGN, LIT(""), LIT(""));
    Child child = child_run(d->arena, NULL, slice_from(typed), arguments);
    sodium_memzero(typed, sizeof typed);
    if (child.status != 0)
        say(d, STUDIO_JOB_NOT_SIGNED, LIT(""), sentence_in(child.wrong));
    else if (warning_in(child.wrong).len) /* that no kiosk will take it, as it is dated */
        job_say(d, warning_in(child.wrong));
    return child.status == 0;
}

/* ---- a version of its own ---------------------------------------------------------------------
 */

static void set_text(Desk *d, YamlNode *map, const char *key, Slice text) {
    YamlNode *node = (YamlNode *)(uintptr_t)yaml_get(map, key);
    if (node)
        node->text = text;
    else
        yaml_put_text(d->arena, map, key, text, 0);
}

/* The next number, and the day of today. */
static bool raise_version(Desk *d, Error *error) {
    Source source;
    char today[16];
    time_t now = time(NULL);
    struct tm local;
    Slice file = slice_from(schema_file_of(RECORD_campus));
    if (!folder_read(d, file, &source, error))
        return false;
    if (!source.root || source.root->kind != YAML_MAP)
        return studio_refuse(d, error, STUDIO_NOT_UNDERSTOOD, file, "");
    const YamlNode *version = yaml_get(source.root, "version");
    long number = version ? strtol(arena_copy(d->arena, version->text).at, NULL, 10) : 0;
    number = number < 0 || number > NUMBER_MOST ? NUMBER_MOST : number;
    strftime(today, sizeof today, "%Y-%m-%d", localtime_r(&now, &local));
    YamlNode *want = yaml_copied(d->arena, source.root);
    Slice raised = arena_printf(d->arena, "%ld", number + 1);
    set_text(d, want, "version", raised);
    set_text(d, want, "dated", arena_copy(d->arena, slice_from(today)));
    return change_yaml(d, &source, want, STUDIO_DID_RAISE, raised, error);
}

/* Once it is known that there is something to publish; then it is built with its number. */
static bool raise_and_build(Desk *d, const char *pack) {
    Error error;
    pthread_mutex_lock(&d->studio->lock);
    bool good = raise_version(d, &error);
    pthread_mutex_unlock(&d->studio->lock);
    if (!good)
        job_say(d, slice_from(error.text));
    return good && build(d, pack);
}

/* ---- onto the stick -------------------------------------------------------------------------- */

static void sync_folder(const char *path) {
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* Both lie beside before the first takes its place; a pack without its signature is taken by no
   kiosk, so there is no moment at which half of it would be. */
static bool put_on(Desk *d, const char *pack, const char *folder) {
    const char *to = arena_printf(d->arena, "%s/campus.pack", folder).at;
    const char *part = arena_printf(d->arena, "%s/campus.pack.part", folder).at;
    const char *sign = arena_printf(d->arena, "%s.minisig", pack).at;
    const char *sign_part = arena_printf(d->arena, "%s/campus.pack.minisig.part", folder).at;
    const char *sign_to = arena_printf(d->arena, "%s/campus.pack.minisig", folder).at;
    const char *old = arena_printf(d->arena, "%s/campus.pack.old", folder).at;
    bool made = mkdir(folder, 0777) == 0 || errno == EEXIST;
    bool good = made && folder_copy(pack, part) && folder_copy(sign, sign_part);
    bool aside = good && rename(to, old) == 0;
    good = good && rename(part, to) == 0 && rename(sign_part, sign_to) == 0;
    int why = errno;
    if (aside && good)
        unlink(old);
    else if (aside && rename(old, to) != 0)
        say(d, STUDIO_NOT_WRITTEN, slice_from(to), slice_from(error_why(errno)));
    if (!good) {
        unlink(part);
        unlink(sign_part);
        say(d, why == ENOSPC ? STUDIO_DISK_FULL : STUDIO_NOT_WRITTEN, slice_from(folder),
            slice_from(error_why(why)));
        return false;
    }
    sync_folder(folder);
    return true;
}

bool publish_work(Desk *d, void *given) {
    const PublishOrder *order = given;
    const char *pack = arena_printf(d->arena, "%s/campus.pack", d->studio->work).at;
    const char *folder = arena_printf(d->arena, "%s/azimut", order->target).at;
    bool good =
        build(d, pack) && (!order->raises || raise_and_build(d, pack)) && sign(d, pack, order);
    if (good)
        say(d, STUDIO_JOB_COPY, slice_from(folder), LIT(""));
    good = good && put_on(d, pack, folder);
    say(d, good ? STUDIO_JOB_DONE : STUDIO_JOB_AS_BEFORE, slice_from(folder), LIT(""));
    return good;
}
