#include "support/film.h"

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static VideoFile read_whole(const char *path) {
    VideoFile video = {0};
    FILE *in = fopen(path, "rb");
    if (!in)
        fail_msg("no film at %s", path);
    fseek(in, 0, SEEK_END);
    video.size = ftell(in);
    rewind(in);
    video.bytes = malloc((size_t)video.size);
    if (fread(video.bytes, 1, (size_t)video.size, in) != (size_t)video.size)
        fail_msg("%s cannot be read", path);
    fclose(in);
    return video;
}

VideoFile video_make(const char *arguments, const char *ending) {
    char folder[] = "/tmp/azimut-film-XXXXXX", path[64], command[2048];
    if (!mkdtemp(folder))
        fail_msg("no folder for a film");
    snprintf(path, sizeof path, "%s/film%s", folder, ending);
    snprintf(command, sizeof command, "ffmpeg -nostdin -v error -y %s %s", arguments, path);
    if (system(command) != 0)
        fail_msg("%s", command);
    VideoFile video = read_whole(path);
    unlink(path);
    rmdir(folder);
    return video;
}

void video_free(VideoFile *video) {
    free(video->bytes);
    *video = (VideoFile){0};
}

static int read_video(void *self, int64_t offset, void *to, int count) {
    VideoFile *video = self;
    if (video->bad_from && offset + count > video->bad_from)
        return -1;
    int64_t rest = video->size - offset;
    int got = rest < count ? (int)(rest > 0 ? rest : 0) : count;
    memcpy(to, video->bytes + offset, (size_t)got);
    return got;
}

ByteSource video_source(VideoFile *video) {
    return (ByteSource){video, video->size, read_video};
}

Decoder *video_open(VideoFile *video, VideoSource *source, Millis duration, bool headless) {
    *source = (VideoSource){"essai", video_source(video), duration};
    return decoder_open((DecoderSpec){.source = source,
                                      .source_count = 1,
                                      .headless = headless,
                                      .sound_delay_ms = VIDEO_LATENCY_MS});
}
