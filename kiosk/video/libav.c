#include "video/libav.h"

#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

Libav libav;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static Error missing;

/* Under the name that the linker would have written down: an FFmpeg of another version has another
 * one. */
static void *library(const char *file) {
    void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
    if (!handle && !missing.text[0])
        error_set(&missing, "no film can be played: %s", dlerror());
    return handle;
}

static void *function(void *from, const char *name) {
    void *found = from ? dlsym(from, name) : NULL;
    if (!found && !missing.text[0])
        error_set(&missing, "no film can be played: FFmpeg has no %s", name);
    return found;
}

static void load(void) {
    void *avutil = library("libavutil.so." AV_STRINGIFY(LIBAVUTIL_VERSION_MAJOR));
    void *avcodec = library("libavcodec.so." AV_STRINGIFY(LIBAVCODEC_VERSION_MAJOR));
    void *avformat = library("libavformat.so." AV_STRINGIFY(LIBAVFORMAT_VERSION_MAJOR));
    void *swscale = library("libswscale.so." AV_STRINGIFY(LIBSWSCALE_VERSION_MAJOR));
    void *swresample = library("libswresample.so." AV_STRINGIFY(LIBSWRESAMPLE_VERSION_MAJOR));
#define LIBAV(from, name) *(void **)&libav.name = function(from, #name);
#include "video/libav.def"
#undef LIBAV
    if (!missing.text[0])
        libav.av_log_set_level(AV_LOG_QUIET);
}

bool libav_load(Error *error) {
    pthread_once(&once, load);
    return !missing.text[0] || error_set(error, "%s", missing.text);
}

/* ---- resting --------------------------------------------------------------------------------- */

/* What is never written is the same in the file: whoever needs it again gets it from there. */
static void forget_segment(const struct dl_phdr_info *object, const ElfW(Phdr) * segment) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE),
              from = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
    uintptr_t to = (object->dlpi_addr + segment->p_vaddr + segment->p_filesz) &
                   ~(page - 1); /* the last page may be shared */
    if (to > from)
        madvise((void *)from, to - from, MADV_DONTNEED);
}

static int forget_object(struct dl_phdr_info *object, size_t size, void *none) {
    (void)size, (void)none;
    bool is_file =
        object->dlpi_name[0] == '/'; /* neither the program itself nor what the kernel maps */
    for (int i = 0; is_file && i < object->dlpi_phnum; i++)
        if (object->dlpi_phdr[i].p_type == PT_LOAD && !(object->dlpi_phdr[i].p_flags & PF_W))
            forget_segment(object, &object->dlpi_phdr[i]);
    return 0;
}

void libav_rest(void) {
    dl_iterate_phdr(forget_object, NULL);
}
