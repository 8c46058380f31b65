#include "tools/studio/publish.h"

#include "tools/studio/child.h"
#include "tools/studio/faults.h"

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
    if (child.status != 0)
        say(d, STUDIO_JOB_FAULTS, LIT(""), slice_trim(child.wrong));
    return child.status == 0;
}

/* After "azimut-pack: ", in what a program says, comes the sentence. */
static Slice sentence_in(Slice said) {
    int at = slice_find(said, LIT("azimut-pack: "));
    return slice_trim(at < 0 ? said : slice_cut(said, at + 13, said.len));
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
    return child.status == 0;
}

/* ---- onto the stick -------------------------------------------------------------------------- */

static bool copy_out(int in, int out) {
    char *bytes = malloc(1 << 20);
    ssize_t got = -1;
    bool good = bytes != NULL;
    while (good && (got = read(in, bytes, 1 << 20)) > 0)
        for (ssize_t put = 0, now; put < got && good; put += now) {
            now = write(out, bytes + put, (size_t)(got - put));
            good = now > 0;
        }
    int why = errno;
    free(bytes);
    errno = why;
    return good && got == 0 && fsync(out) == 0;
}

static bool copy(const char *from, const char *to) {
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
    bool good = in >= 0 && out >= 0 && copy_out(in, out);
    int why = errno;
    if (in >= 0)
        close(in);
    if (out >= 0)
        close(out);
    errno = why;
    return good;
}

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
    bool made = mkdir(folder, 0777) == 0 || errno == EEXIST;
    bool good = made && copy(pack, part) && copy(sign, sign_part) && rename(part, to) == 0 &&
                rename(sign_part, sign_to) == 0;
    int why = errno;
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
    if (!build(d, pack) || !sign(d, pack, order))
        return false;
    say(d, STUDIO_JOB_COPY, slice_from(folder), LIT(""));
    if (!put_on(d, pack, folder))
        return false;
    say(d, STUDIO_JOB_DONE, slice_from(folder), LIT(""));
    return true;
}
