#include "tools/studio/publish.h"

#include "tools/studio/child.h"
#include "tools/studio/faults.h"
#include "tools/studio/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
    int at = slice_find(said, LIT("avertissement : "));
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
    bool good = build(d, pack) && sign(d, pack, order);
    if (good)
        say(d, STUDIO_JOB_COPY, slice_from(folder), LIT(""));
    good = good && put_on(d, pack, folder);
    say(d, good ? STUDIO_JOB_DONE : STUDIO_JOB_AS_BEFORE, slice_from(folder), LIT(""));
    return good;
}
